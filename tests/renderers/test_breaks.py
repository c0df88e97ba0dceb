"""Where lines break in scripts without spaces, and which way lines run."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.renderers import DrawingOptions
from argmap.renderers._diagram.breaks import CLOSING, OPENING, atoms, clusters
from argmap.renderers._diagram.wrap import measure, wrap
from argmap.text import runs_to_left

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = {
    "Chinese": "他说：“河水涨了两倍（2024年），超过纪录！”因此，码头费用必须提高到15克朗……否则，无法维修。",
    "Japanese": "市長は「駅を残す（2024年度予算で）」と述べ、「費用は1,500万円だ」と言った……しかし、反対も多い！？と。",
    "Korean": "시장은 “역을 남긴다(2024년)”고 말했으며, 비용은 1,500만 원이라고 설명했다!",
    "Thai": "ระดับน้ำเพิ่มขึ้นสองเท่าในสามวันและท่าเรือเก่าๆยังต้องการการซ่อมแซมก่อนฤดูหนาวจะมาถึงในปีนี้แน่ๆ",
    "Lao": "ສະຖານີເກົ່າບໍ່ຄວນຖືກທຳລາຍເພາະວ່າມີຄົນຫຼາຍພັນຄົນໃຊ້ມັນທຸກໆມື້ໃນເມືອງນີ້",
    "Khmer": "ស្ថានីយ៍ចាស់មិនគួរត្រូវបានវាយបំបែកទេព្រោះមនុស្សរាប់ពាន់នាក់ប្រើប្រាស់វាជារៀងរាល់ថ្ងៃ។",
    "Burmese": "ဘူတာရုံဟောင်းကိုမဖြိုသင့်ပါဘာကြောင့်လဲဆိုတော့လူတွေနေ့တိုင်းအသုံးပြုနေကြလို့ဖြစ်ပါတယ်။",
    "Hindi": "क्षेत्रीयविश्वविद्यालयस्वास्थ्यसंस्थानमें स्त्रियोंकीसंख्याबढ़ी, ऐसा नगर पालिका ने कहा।",
    "Emoji": "👩‍👩‍👧‍👦🇩🇪🇫🇷👍🏽" * 12,
    "French": "Il a dit : « Non ! » et puis … « Oui ? » ; elle a ri — enfin !",
}


@pytest.mark.parametrize("limit", range(30, 200, 17))
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_line_begins_or_ends_where_it_may_not(text, limit):
    """Lines fit, begin with no closing punctuation, sign or small letter, and end with no opening one."""
    lines = wrap(text, limit, 10)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(measure(line, 10) <= limit + 1e-6 for line in lines)
    if limit < 60:
        return  # some words are as wide as a line
    for line, following in pairwise(lines):
        assert following[0] not in CLOSING
        assert line[-1] not in OPENING
        assert unicodedata.category(following[0])[0] != "M"
        assert line[-1] != "\u200d"
        assert unicodedata.combining(line[-1]) != 9 or not unicodedata.category(following[0]).startswith("L")


@given(st.text("ab，。（「水か゛っ\u0301\u0e40\u0e01\u0e30\u0e33\u17d2\u1780क्ष\u200d👍\U0001f3fd🇩🇪(!) ", max_size=40))
def test_atoms_hold_whole_characters_and_all_of_them(text):
    """Atoms are made of clusters and clusters of characters, with nothing lost."""
    assert "".join(atoms(text)) == "".join(clusters(text)) == text
    for cluster in clusters(text)[1:]:
        assert unicodedata.category(cluster[0])[0] != "M"


def test_latin_words_stay_whole_beside_chinese_ones():
    """Numbers and Latin words among Chinese characters are not cut where they fit on a line."""
    lines = wrap("根据GDPR2018和ISO27001的规定以及EU2024年的报告必须提高", 90, 10)
    assert all(word in "\n".join(lines) for word in ("GDPR2018", "ISO27001", "EU2024"))


def test_the_first_letter_tells_the_direction():
    """A text runs as its first letter does; figures and signs tell nothing."""
    assert [runs_to_left(text) for text in ("« 12 % العربية EU »", "“(3) עברית", "EU العربية", "12 %", "")] == [
        *(True, True, False, False, False)
    ]


ARABIC = "يجب رفع رسوم الميناء (EU-2024) إلى 15 كرونة في اليوم لأن الرصيف يحتاج إلى إصلاح!"


MAP = f"""\
title: 'الميناء: نعم!'
groups: {{g: 'הנמל'}}
sources: {{s: 'תקציב 2024'}}
nodes:
  a: {{claim: '{ARABIC}', group: g, cite: s}}
  b: {{claim: 'Latin text with العربية.', because: [a]}}
"""


def test_cards_from_right_to_left_begin_at_the_right(tmp_path, engine):
    """Lines of such a card begin at one right edge, whatever each begins with; Latin cards stay as they are."""
    argmap.render(argmap.loads(MAP), tmp_path / "m.svg", options=DrawingOptions(engine=engine))
    svg = (tmp_path / "m.svg").read_text(encoding="utf-8")
    found = {text.text.replace("\u00a0", " "): text for text in ET.fromstring(svg).iter(f"{SVG}text") if text.text}
    lines = [text for words, text in found.items() if words in ARABIC]
    assert len(lines) > 2
    assert len({text.get("x") for text in lines}) == 1
    assert {(text.get("direction"), text.get("text-anchor")) for text in lines} == {("rtl", "start")}
    (latin,) = (text for words, text in found.items() if words.startswith("Latin"))
    assert latin.get("direction") is None
    for words in ("הנמל", "الميناء: نعم!"):
        assert (found[words].get("direction"), found[words].get("text-anchor")) == ("rtl", "end")
    assert "\u200f" not in svg


def test_dot_says_which_lines_run_to_the_left(tmp_path):
    """In DOT such a line stands at the right of its cell, and begins with the mark that turns it."""
    argmap.render(argmap.loads(MAP), tmp_path / "m.dot")
    dot = (tmp_path / "m.dot").read_text(encoding="utf-8")
    cells = re.findall(r'<TD ALIGN="RIGHT" BGCOLOR="transparent"><FONT[^>]*>(?:<B>)?(.)', dot)
    assert len(cells) > 2
    assert set(cells) == {"\u200f"}
