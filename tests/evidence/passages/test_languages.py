"""Quotations of many languages, in texts that were typeset, broken and copied in many ways."""

from __future__ import annotations

import unicodedata

import pytest

from argmap.evidence.passages.locate import locate
from argmap.evidence.passages.search import Searched
from argmap.model.citations import Selector

UNSPACED = {
    "Chinese": ("昨天港口的水位继续上升，", "三天涨两倍", "，居民已经离开。"),
    "Chinese with figures": ("报告说", "增长20%的“水位”", "没有变化。"),
    "Japanese": ("川の水位は", "三日で２倍ァ", "になったと市は言う。"),
    "Thai": ("รายงานว่าระดับ", "น้ำเพิ่มขึ้น", "ในสามวันที่ผ่านมา"),
    "Khmer": ("របាយការណ៍ថា", "ទឹកឡើង", "ក្នុងរយៈពេលបីថ្ងៃ"),
    "Lao": ("ລາຍງານວ່າ", "ລະດັບນ້ຳ", "ເພີ່ມຂຶ້ນ"),
    "Burmese": ("အစီရင်ခံစာအရ", "ရေမြင့်", "လာသည်"),
}
SPACED = {
    "English": ("The office said that ", "the old wells ran dry in June", ", all of them."),
    "German": ("Das Amt sagte, ", "größere Brunnen führten kein Wasser", " im Mai."),
    "Russian": ("Ведомство сообщило, что ", "колодцы не имели воды", " в мае."),
    "Greek": ("Η υπηρεσία είπε ότι ", "τα πηγάδια έμειναν άδεια", " τον Μάιο."),
    "Turkish": ("Daire, ", "bütün kuyuların kuruduğunu", " söyledi."),
    "Vietnamese": ("Văn phòng nói rằng ", "nước giếng đã cạn từ tháng năm", " rồi."),
    "Korean": ("사무소는 ", "우물이 모두 말랐다고", " 말했다."),
    "Hindi": ("दफ़्तर ने कहा कि ", "सब कुएँ सूख गए", " थे।"),
    "Arabic": ("قال المكتب إن ", "الآبار جفت لأول مرة", " في مايو."),
    "Hebrew": ("המשרד אמר ", 'שכל הבארות התייבשו בדו"ח', " במאי."),
    "Persian": ("اداره گفت که ", "چاه‌های کهنه خشک شدند", " در بهار."),
}


def found(text: str, quote: str) -> list[str]:
    """Return the passages, as they stand in the normal form."""
    searched = Searched(text)
    return [searched.normal.text[p.start : p.end] for p in locate(Selector(quote), searched).places]


def breaks(text: str) -> range:
    """Return the places inside a text where a line may break."""
    return [at for at in range(1, len(text)) if unicodedata.category(text[at])[0] != "M"]


@pytest.mark.parametrize("language", UNSPACED)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", " \n", "\n  ", "\u200b\n\u3000", "\n\f"])
def test_a_line_may_break_at_any_place_where_a_script_sets_no_spaces(language, line_end) -> None:
    """A line break inside such a phrase does not hide it, and what is found has no blank in it."""
    before, phrase, after = UNSPACED[language]
    (whole,) = found(before + phrase + after, phrase)
    for at in breaks(phrase):
        if phrase[at - 1].isascii() and phrase[at].isascii():
            continue
        broken = f"{before}{phrase[:at]}{line_end}{phrase[at:]}{after}"
        places = found(broken, phrase)
        assert [place.replace(" ", "") for place in places] == [whole], at
        if not {phrase[at - 1], phrase[at]} & set("20%"):
            assert places == [whole]
        assert len(found(broken, f"{before[:3]} … {phrase}")) == 1


@pytest.mark.parametrize("language", SPACED)
def test_a_line_may_break_at_any_blank_and_inside_words_at_a_soft_hyphen(language) -> None:
    """A phrase of words is found whole, wherever its lines break."""
    before, phrase, after = SPACED[language]
    whole = found(before + phrase + after, phrase)
    assert len(whole) == 1
    for at in breaks(phrase):
        blank = phrase[at] == " "
        ends = (
            ("\n", " \r\n")
            if blank
            else ("\xad\n", "\ufffe", "\ufffe\r\n")
            if (phrase[at - 1] + phrase[at]).isalpha()
            else ()
        )
        for end in ends:
            assert found(f"{before}{phrase[:at]}{end}{phrase[at + blank :]}{after}", phrase) == whole, (at, end)


@pytest.mark.parametrize("language", [*SPACED, *UNSPACED])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_the_same(language, form) -> None:
    """A phrase is found in a text of either form, written in either form."""
    before, phrase, after = {**SPACED, **UNSPACED}[language]
    text = unicodedata.normalize(form, before + phrase + after)
    assert len(found(text, unicodedata.normalize("NFD", phrase))) == 1
    assert len(found(text, phrase)) == 1


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("ﻗﺎﻝ ﺇﻥ ﺍﻵﺑﺎﺭ ﺟﻔﺖ", "الآبار جفت"),
        ("إن الآبـــار جفّت", "الآبار جفت"),
        ("הדו״ח של ג׳ון", "הדו\"ח של ג'ון"),
        ("שׁוּב יבשו", "שוב יבשו"),
        ("کتاب‌های ما", "كتاب‌هاي ما"),
        ("the non-\nEU states", "non-EU"),
        ("in 2019-\n20 and", "2019-20"),
        ("in 2019–\r\n 20 and", "2019-20"),
        ("at 30 km/\nh or", "30 km/h"),
        ("the by-\nlaw says", "by-law"),
        ("the Nord-\nund Südsee", "Nord- und Südsee"),
        ("they fell[3] by 5", "they fell by"),
        ("prices† fell¹ on", "prices fell on"),
        ("prices fell [12, 13] on", "fell on"),
        ("価格は漢字(かんじ)です", "漢字です"),
        ("港口。① 水位上升", "港口。水位"),
        ("they fell by 5", "they fell[3] by"),
        ("二倍になった(注1)。川", "なった。川"),
        ("강물이 두 배\n로 불어", "두 배로"),
        ("İstanbul’un", "istanbul'un"),
        ("ırmak", "Irmak"),
        ("Only half of it", "only half"),
        ("it said “Only half”", "only half"),
        ("1 000 000 wells", "1 000 000 wells"),
        ("the ﬁrst oﬃce", "first office"),
        ("Όλος ο λόγος", "ΌΛΟΣ Ο ΛΌΓΟΣ"),
        ("ｶﾞｽ代は１２％", "ガス代は12%"),
        ("5 µm of rain′s", "5 μm of rain's"),
    ],
)
def test_the_same_words_are_found_however_they_are_typeset(text, quote) -> None:
    """Letters, hyphens, note marks and readings that typesetting made or added do not hide a passage."""
    assert len(found(text, quote)) == 1


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("fell by 10² units", "fell by 102 units"),
        ("an area of 5 km² was dry", "an area of 5 km was dry"),
        ("they fell[3] by 5 per cent", "they fell[4] by 5 per cent"),
        ("in 2019-\n20 it rained much", "in 2019-21 it rained much"),
        ("a temperature of -5 degrees", "a temperature of 5 degrees"),
        ("unreliable", "reliable"),
        ("vor Massen gewarnt", "vor Maßen gewarnt"),
        ("उसने दिया जलाया", "उसने दया जलाया"),
        ("เขาไม่ไป", "เขาไม้ไป"),
        ("of 3.5 metres", "of 3"),
        ("على الطاولة", "علي الطاولة"),
        ("US wells", "us wells"),
        ("٣٫٥ متر", "٣"),
        ("one, two", "one\n\nthree"),
    ],
)
def test_other_words_and_figures_are_not_the_same(text, quote) -> None:
    """What differs in a letter, a vowel sign, a figure or a power is not found."""
    assert not found(text, quote)
