"""The normal forms N1 and N2, and the map between a text and its normal form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from argmap.evidence.text import normalise as module
from argmap.evidence.text.normalise import letters_and_digits, normal_text, normalise
from argmap.text import Span

from ...strategies import examples

AWKWARD = [*"ab Z1-.é“’—−…ﬁﬃ😀東각²İß", "\n", "\r\n", "\t", "\u00a0", "\u2003", "-\n", "\u2010\n", "\u00ad\n"]
AWKWARD += [
    "\u00ad",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u202e",
    "e\u0301",
    "\u0301",
    "\u0323",
    "\u0344",
    "\u212b",
    "\u1ffd",
]
AWKWARD += ["\u1ffd", "\u1100", "\u1161", "\u11a8", "\u09c7", "\u09be"]
AWKWARD += [
    "\u0640",
    "\ufb5f",
    "\ufedf",
    "\ufe76",
    "\ufe77",
    "\u064e",
    "\ufdfa",
    "\u06cc",
    "\u0654",
    "\ufb20",
    "\u05f4",
]
AWKWARD += [
    "ｶ",
    "ﾞ",
    "Ａ",
    "１",
    "，",
    "日",
    "い",
    "ท",
    "\u0e35",
    "။",
    "/\n",
    "—\n",
    "\ufffe\n",
    "\ufe0f",
    "\U000e0100",
    "\f",
]
AWKWARD += ["\u0930", "\u093c", "\u0958", "ŉ", "ĳ", "ς", "µ"]
TEXTS = st.lists(st.sampled_from(AWKWARD), max_size=40).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("cafe\u0301", "café"),
        ("\ufeffstart", "start"),
        ("the\u00ad safe\u200b\u200e level", "the safe level"),
        ("“a” ‘b’ „c‟ «d» ’e′", '"a" \'b\' "c" "d" \'e\''),
        ("1–2 — 3 − 4 non‑binding", "1-2 - 3 - 4 non-binding"),
        ("a\u00a0b\u2003c\u3000d\u2028e", "a b c d e"),
        ("e\ufb03cient \ufb01re\ufb06y …", "efficient firesty ..."),
        ("one\r\ntwo\rthree\n\n four\t\x0cfive", "one two three four five"),
        ("hyphen-\nated, exam-  \r\n  ple, sof\u00ad\nten", "hyphenated, example, soften"),
        ("long-\n\nterm, e\u0301-\nte\u0301", "long- term, été"),
        ("Iraq-\nLondon, 3-\n4, A-\nb, 2019–\n 20", "Iraq-London, 3-4, A-b, 2019-20"),
        ("non-\r\nEU, km/ \n h, he said—\nand left, a -\n5", "non-EU, km/h, he said-and left, a - 5"),
        (
            "---\nRule, http://\nx, end -\nitem, word- \n\nPage, one-\f\nTwo",
            "--- Rule, http:// x, end - item, word- Page, one-Two",
        ),
        ("soft\xad\nHyphen, pdf\ufffeium, pdf\ufffe\nium, 20\xad\n19", "softHyphen, pdfium, pdfium, 2019"),
        ("历史记\n录。川の\u200b\r\n水位、\n倍。\n“对” \n 吗", '历史记录。川の水位、倍。"对"吗'),
        ("สอง\nเท่า ខ្មែ\n \nរ ကြီး \n ငယ် ລາ\n\fວ", "สองเท่า ខ្មែ រ ကြီးငယ် ລາວ"),
        ("한국\n말 日本\nthe 5\n年", "한국 말 日本 the 5 年"),
        ("ﺍﻟﻌﺎﺻﻔﺔ العـــاصفة ﻻ ﹰ ﷺ", "العاصفة العاصفة لا \u064b صلى الله عليه وسلم"),
        ("دو״ח ג׳ירפה בית־ספר ﬡﭏ", "دو\"ח ג'ירפה בית-ספר אאל"),
        ("کتاب یک می\u200cخواهم", "كتاب يك ميخواهم"),
        ("ＡＢＣ　１２％，ｶﾞｽ ﾊﾟﾝ 葛\U000e0100城", "ABC 12%,ガス パン 葛城"),
        ("\u0958 ŉ Ǆ ĳ ﬓ 5 µm Å", "\u0915\u093c 'n DŽ ij մն 5 μm Å"),
        ("  in the middle \n", "in the middle"),
        ("10² and ½", "10² and ½"),
        ("Case IS kept", "Case IS kept"),
        ("", ""),
        (" \u200b\n", ""),
        ("a\u00ad\u00ad\nb", "ab"),
        ("e\u00ad\u0301", "é"),
        ("\u1ffd", "'"),
        ("\u00ad\n\u00ad\u0344", "\u0308\u0301"),
    ],
)
def test_n1_undoes_typesetting_and_nothing_else(raw, normal) -> None:
    """N1 folds what typesetting changes and keeps what carries meaning."""
    assert normalise(raw).text == normal
    assert normal_text(raw) == normal


@given(TEXTS)
@examples(200)
def test_n1_is_stable(raw) -> None:
    """Normalising twice gives the same as normalising once, in NFC, with single spaces and no dropped characters."""
    once = normal_text(raw)
    assert normal_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == " ".join(once.split(" ")).strip()
    assert "  " not in once


@given(TEXTS, st.data())
@examples(200)
def test_offsets_survive_the_way_to_the_raw_text_and_back(raw, data) -> None:
    """A span of the normal form stands for a raw span whose own normal form is that span or, at an edge, holds it."""
    normal = normalise(raw)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(normal.text))] * 2)))
    assume(start < end)
    there = normal.to_raw(Span(start, end))
    assert 0 <= there.start <= there.end <= len(raw)
    back = normal.from_raw(there)
    assert back.start <= start
    assert back.end >= end
    assert normal.to_raw(back) == there
    joined = "".join(normal_text(normal.text[start:end]).split(" "))
    assert joined in "".join(normal_text(raw[there.start : there.end]).split(" "))


@example("ae\u0301aa…\u1161")
@given(TEXTS)
def test_chunks_do_not_show(raw) -> None:
    """A text normalised in small chunks comes out as it does whole, map and all."""
    whole = normalise(raw)
    kept = module._CHUNK
    module._CHUNK = 3
    try:
        pieces = normalise(raw)
    finally:
        module._CHUNK = kept
    assert pieces.text == whole.text
    for at in range(len(whole.text)):
        assert pieces.to_raw(Span(at, at + 1)) == whole.to_raw(Span(at, at + 1))


def test_spans_of_the_normal_form_take_whole_ligatures_and_marks() -> None:
    """A span that ends inside a ligature, an ellipsis or a letter with its mark takes all of it in the raw text."""
    normal = normalise("a e\ufb03cient cafe\u0301 … z")
    assert normal.text == "a efficient café ... z"
    assert normal.to_raw(Span(2, 4)) == Span(2, 4)
    assert normal.to_raw(Span(4, 7)) == Span(3, 5)
    assert normal.to_raw(Span(12, 16)) == Span(10, 15)
    assert normal.to_raw(Span(17, 18)) == Span(16, 17)


def test_astral_characters_count_as_one() -> None:
    """Offsets are code points, in plane 1 as elsewhere."""
    normal = normalise("😀  ok")
    assert normal.to_raw(Span(2, 4)) == Span(3, 5)


def test_many_marks_on_one_letter_stay_linear() -> None:
    """A letter under ten thousand marks of mixed order is normalised without sorting them all."""
    hostile = "a" + "\u0301\u0323" * 5000
    assert len(normalise(hostile).text) > 9000


@given(TEXTS)
def test_n2_holds_letters_and_digits_only(raw) -> None:
    """N2 is made of letters and digits and ignores case, spaces and hyphens."""
    letters = letters_and_digits(normal_text(raw))
    assert all(c.isalnum() or unicodedata.category(c)[0] == "M" for c in letters)
    assert letters_and_digits(normal_text("- ".join(raw.split(" ")))) == letters or "-" in raw or "\n" in raw


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("ΟΔΟΣ", "οδος", True),
        ("العِلْمُ", "العلم", True),
        ("שָׁלוֹם", "שלום", True),
        ("Well-known", "wellknown", True),
        ("in Maßen", "in Massen", False),
        ("दिया", "दया", False),
        ("ไม่", "ไม", False),
        ("10²", "102", False),
        ("٣", "3", False),
        ("على", "علي", False),
    ],
)
def test_n2_tells_words_apart_that_differ_in_their_letters(one, other, equal) -> None:
    """Case, hyphens and vowel points do not count in N2; vowel signs, letters and figures do."""
    forms = [letters_and_digits(normal_text(text)) for text in (one, other)]
    assert (forms[0] == forms[1]) is equal


def test_lowered_figures_are_read_as_typed_and_raised_ones_are_not() -> None:
    """An index is set low for looks; an exponent makes another number."""
    assert normal_text("H₂O") == normal_text("H2O")
    assert normal_text("10⁻⁸") != normal_text("10-8")
