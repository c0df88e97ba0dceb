"""How much of a source a map quotes and copies: AM702, AM703."""

from __future__ import annotations

import pytest


def citing(text, *citations, kind="evidence"):
    """Make a map of one statement."""
    cites = "".join(f"\n      - {citation}" for citation in citations)
    return f"nodes:\n  e:\n    {kind}: >-\n      {text}\n    cite:{cites}\nsources: {{s: S, t: T}}\n"


def phrases(number):
    """Cite so many different phrases of ten words."""
    return [f's "{" ".join(f"w{n}x{word}" for word in range(10))}"' for n in range(number)]


def test_quoting_too_much(messages):
    """More than 300 words of one source are too many, wherever they stand; the same phrase counts once."""
    assert messages("quotes_too_much", citing("E.", *phrases(30), *phrases(30))) == []
    assert messages("quotes_too_much", citing("E.", *phrases(31))) == [
        "this map quotes 310 words of 's': shorten the phrases to their ends"
    ]
    split = [each if n % 2 else each.replace("s ", "t ", 1) for n, each in enumerate(phrases(60))]
    assert messages("quotes_too_much", citing("E.", *split)) == []


def test_quoting_too_much_of_a_long_or_short_source(messages):
    """Of a long source 2 % may be quoted, and of a short one half."""
    assert messages("quotes_too_much", citing("E.", *phrases(40)), {"s": "word " * 20_000}) == []
    assert messages("quotes_too_much", citing("E.", *phrases(40)), {"s": "word " * 19_000}) == [
        "this map quotes 400 words of 's', 2% of its text: shorten the phrases to their ends"
    ]
    assert messages("quotes_too_much", citing("E.", *phrases(2)), {"s": "word " * 40}) == []
    assert len(messages("quotes_too_much", citing("E.", *phrases(2)), {"s": "word " * 39})) == 1
    assert messages("quotes_too_much", citing("E.", 's "a b- c d … e f -g"'), {"s": "word " * 14}) == []
    assert len(messages("quotes_too_much", citing("E.", 's "a b- c d … e f -g"'), {"s": "word " * 13})) == 1


WORDS = "one two three four five six seven eight nine ten eleven twelve"
SOURCE = (
    f"Something else.\nSome say: One, two; THREE four five six\nseven eight nine ten eleven twelve — and so on {WORDS}"
)


def test_twelve_copied_words(messages):
    """Twelve words in a row are reported with the line where they stand, whatever their case and punctuation."""
    assert messages("copied_wording", citing(f"We hold that {WORDS}, or not.", "s p. 1"), {"s": SOURCE}) == [
        (
            "12 words in a row, from 'one two three four five …', stand in line 2 of 's': "
            "say it in your own words, or put them in quotation marks"
        )
    ]
    assert messages("copied_wording", citing(WORDS.removeprefix("one "), "s p. 1"), {"s": SOURCE}) == []
    assert messages("copied_wording", citing(WORDS.replace("six", "6"), "s p. 1"), {"s": SOURCE}) == []


def test_the_whole_stretch_is_counted(messages):
    """All the words in a row that are copied are counted, beyond twelve, and over a line end with a hyphen."""
    text = SOURCE.replace("eleven", "ele-\nven")
    (message,) = messages("copied_wording", citing(f"Some say: {WORDS} and so forth", "s p. 1"), {"s": text})
    assert message.startswith("16 words in a row, from 'some say one two three …', stand in line 2")


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“", "‘’"])
def test_what_is_quoted_is_no_copy(messages, marks):
    """Words in quotation marks may be the source's own; they may not bridge a gap either."""
    quoted = f"They say {marks[0]}{WORDS}{marks[1]} of it"
    assert messages("copied_wording", citing(quoted, "s p. 1"), {"s": SOURCE}) == []
    half = WORDS.replace("six", f"{marks[0]}six{marks[1]}")
    assert messages("copied_wording", citing(half, "s p. 1"), {"s": SOURCE}) == []


def test_only_named_sources_are_compared(messages):
    """The analysed text and what passages name are compared, each statement is reported once, others are not read."""
    nodes = f"nodes: {{c: {{claim: '{WORDS}'}}}}\nsources: {{s: S, t: T}}"
    assert messages("copied_wording", nodes, {"s": SOURCE}) == []
    assert len(messages("copied_wording", f"about: s\n{nodes}", {"s": SOURCE})) == 1
    assert len(messages("copied_wording", citing(WORDS, "s p. 1", "t p. 1"), {"s": SOURCE, "t": SOURCE})) == 1


def test_a_copy_at_the_end_of_a_source(inspector):
    """A source may end with the words that are copied, and the finding stands at the statement."""
    text = citing(WORDS + " thirteen", "s p. 1")
    (flaw,) = inspector.flaws("copied_wording", text, {"s": WORDS})
    assert text[flaw.span.start :].startswith("e:")
    assert flaw.node == "e"
