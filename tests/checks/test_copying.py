"""What is left out beside a quotation, what a statement drops, and how much is copied: AM402, AM403, AM702, AM703."""

from __future__ import annotations

import pytest


def citing(text, *citations, kind="evidence"):
    """Make a map of one statement."""
    cites = "".join(f"\n      - {citation}" for citation in citations)
    return f"nodes:\n  e:\n    {kind}: >-\n      {text}\n    cite:{cites}\nsources: {{s: S, t: T}}\n"


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("It has not lately fallen much. So be it.", "not"),
        ("It didn’t ever fallen much.", "didn’t"),
        ("He has reportedly fallen much.", "reportedly"),
        ("They have fallen much, perhaps.", "perhaps"),
        ("It was not said that they have fallen much.", None),
        ("It would never so have fallen much so long perhaps.", None),
        ("It may. Fallen much it has.", None),
        ("It has fallen much. Not so the others.", None),
        ("Perhaps not\n\nfallen much\n\nNo more of this", None),
        ("By May fallen much", None),
    ],
)
def test_cut_at_a_negation(messages, text, left_out):
    """The two words on either side are looked at, as far as the sentence goes; May is a month."""
    expected = [
        (
            f"'fallen much' leaves out '{left_out}' beside it, in line 1 of 's': "
            "lengthen the passage, and see whether the statement still says what its source says"
        )
    ]
    found = messages("quote_cut_at_negation", citing("E.", 's "fallen much"'), {"s": text})
    assert found == (expected if left_out else [])


def test_cut_is_told_once_for_each_passage(messages):
    """A passage that several places name is reported at the first; one that stands at two places is not."""
    text = citing("E.", 's "fallen much"', 's "fallen much" p. 2')
    assert len(messages("quote_cut_at_negation", text, {"s": "not fallen much"})) == 1
    assert messages("quote_cut_at_negation", text, {"s": "not fallen much, not fallen much"}) == []


def test_dropped_hedge(messages):
    """A flat statement is reported when every passage in its support holds back; one that holds back is not."""
    texts = {"s": "Speeds may have fallen. They seem to be lower. They are lower now."}
    flat = (
        "the passage says 'may' where 'e' says it flatly: hold back as the source does, or cite a passage that does not"
    )
    may, seem, are = 's "Speeds may have fallen"', 's "They seem to be lower"', 's "They are lower now"'
    assert messages("hedge_dropped", citing("Speeds fell.", may), texts) == [flat]
    assert messages("hedge_dropped", citing("Speeds fell.", may, seem), texts) == [flat]
    assert messages("hedge_dropped", citing("Speeds fell.", may, are), texts) == []
    assert messages("hedge_dropped", citing("Speeds probably fell.", may), texts) == []
    assert messages("hedge_dropped", citing("Speeds are estimated to fall.", may), texts) == []
    assert messages("hedge_dropped", citing("Lower the speeds.", may, kind="recommendation"), texts) == []
    assert messages("hedge_dropped", citing("Speeds fell.", may, "t p. 1"), texts) == []
    against = "{source: s, quote: Speeds may have fallen, stance: contradicts}"
    assert messages("hedge_dropped", citing("Speeds rose.", against), texts) == []


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
