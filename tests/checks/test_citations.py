"""Checks of citations, passages and sources: AM2, AM3 and AM701."""

from __future__ import annotations

import pytest

from argmap.formats import argdown, markdown, yaml
from argmap.formats.yaml import read
from argmap.model.origin import Origin
from argmap.model.sources import Source
from argmap.text import LineIndex


def record(name, **fields):
    """Make a source record as if read from a file."""
    return Source(name, record=Origin(f"seeds/{name}.yaml", "yaml", LineIndex("")), **fields)


def citing(citation):
    """Make a map with one citation of source s."""
    return f"nodes:\n  e:\n    evidence: E.\n    cite:\n      - {citation}\nsources: {{s: S}}\n"


OWN = """
about: brief
nodes:
  a: {{claim: A., cite: {}}}
  b: {{claim: B., cite: {}}}
  c: {{claim: C.}}
sources:
  brief: {{title: Brief, publisher: Council}}
  plan: {{title: Plan, publisher: council}}
  log: Log
"""


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("brief p. 1", "brief p. 2", ["2 of 2 supported statements would lack support without the word of 'brief'"]),
        ("brief p. 1", "log p. 2", ["1 of 2 supported statements would lack support without the word of 'brief'"]),
        (
            "brief p. 1",
            "[brief p. 2, log p. 2]",
            ["1 of 2 supported statements would lack support without the word of 'brief'"],
        ),
        (
            "plan p. 1",
            "[]",
            ["1 of 1 supported statement would lack support without the word of the author of 'brief'"],
        ),
        ("log p. 1", "log p. 2", []),
    ],
)
def test_the_authors_own_word_is_one_note_a_map(messages, first, second, told):
    """All that rests on it is counted, in the text itself or by its author; what others bear out is not."""
    assert messages("self_citation_only", OWN.format(first, second)) == told


def test_a_map_about_no_text_has_no_own_word(messages):
    """Where no text is analysed, no citation is its author's word."""
    assert messages("self_citation_only", OWN.format("brief p. 1", "brief p. 2").replace("about: brief", "")) == []


def test_missing_passage_points_to_the_nearest(messages):
    """A passage of which one phrase is there is reported with that place; one of which nothing is there, without."""
    texts = {"s": "One line.\nMean speed fell on 41 streets."}
    assert messages("passage_missing", citing('s "Mean speed … 44 streets"'), texts) == [
        (
            "'Mean speed … 44 streets' is not in 's'; the nearest, in line 2, is '41 streets': "
            "'41' there, where you wrote '44'"
        )
    ]
    assert messages("passage_missing", citing('s "no such words"'), texts) == ["'no such words' is not in 's'"]


def test_nearest_passage_has_its_per_cent_sign(messages):
    """The sign after the last figure of the nearest place belongs to it, and is not said to be lacking."""
    texts = {"s": "Of those asked, 21 % would not, and 12 % did not know."}
    assert messages("passage_missing", citing('s "would not and some 12 %"'), texts) == [
        (
            "'would not and some 12 %' is not in 's'; the nearest, in line 1, is 'would not, and 12 %': "
            "'not,' there, where you wrote 'not', without 'some'"
        )
    ]


def test_quotation_without_marks_after_a_source_is_told(messages):
    """Words after the id of a source that stand without quotation marks are of the analysed text; that is said."""
    text = "about: a\nnodes: {e: {evidence: E., cite: s it fell}}\nsources: {a: A, s: S}\n"
    assert messages("passage_missing", text, {"a": "It rained.", "s": "it fell"}) == [
        "'s it fell' is not in 'a'; if 's' is the source, put the words after it in quotation marks"
    ]


def test_count_beyond_the_places_is_missing(messages):
    """A passage that asks for the third of two places is missing, and it is said how often it stands there."""
    assert messages("passage_missing", citing('s "it fell" (3)'), {"s": "it fell,\nit fell"}) == [
        "'it fell' (3) is not in 's': it stands there only 2 times, the last of them in line 2"
    ]
    assert messages("passage_missing", citing('s "it … fell" (3)'), {"s": "it fell"}) == [
        "'it … fell' (3) is not in 's': it stands there only once, in line 1"
    ]


@pytest.mark.parametrize("quote", ["it...12", "it […] 12", "it [...] 12", "it…12", "it . . . 12", "… it … 12"])
def test_an_ellipsis_as_it_is_printed_is_answered_with_the_one_that_is_read(messages, quote):
    """Where the two phrases frame a passage, the citation that names it is printed; else nothing is said of it."""
    assert messages("passage_missing", citing(f's "{quote}"'), {"s": "it fell by 12 %"}) == [
        (
            f"'{quote}' is not in 's': an ellipsis stands between two phrases, with a blank on either side: "
            "write 'it … 12'"
        )
    ]
    (elsewhere,) = messages("passage_missing", citing(f's "{quote}"'), {"s": "12 % fell"})
    assert "ellipsis" not in elsewhere


def test_passages_of_the_analysed_text_are_looked_up_too(inspector):
    """A missing `from` is reported like a missing citation, at its own place."""
    text = "about: a\nnodes:\n  c:\n    claim: C.\n    from: not in there\nsources: {a: A}\n"
    (flaw,) = inspector.flaws("passage_missing", text, {"a": "Something else."})
    assert text[flaw.span.start : flaw.span.end] == "not in there"


def test_ambiguous_passage_names_the_lines(messages):
    """All lines are named up to five, and how to choose is said."""
    texts = {"s": "\n".join(["it fell"] * 7)}
    assert messages("passage_ambiguous", citing('s "it fell"'), texts) == [
        (
            "'it fell' stands 7 times in 's' (lines 1, 2, 3, 4, 5, …): lengthen it, or put (1), (2) … after the "
            "quotation mark to choose one"
        )
    ]
    assert messages("passage_ambiguous", citing('s "it fell" (2)'), texts) == []
    (five,) = messages("passage_ambiguous", citing('s "it fell"'), {"s": "\n".join(["it fell"] * 5)})
    assert "(lines 1, 2, 3, 4, 5)" in five


@pytest.mark.parametrize("quote", ["the end … the start", "the start … far away"])
def test_implausible_range_is_reported_once(messages, quote):
    """Ends in the wrong order, or too far apart, are reported as that and not as missing besides."""
    texts = {"s": "the start and the end " + "word " * 1000 + "far away"}
    assert messages("passage_missing", citing(f's "{quote}"'), texts) == []
    assert messages("range_implausible", citing(f's "{quote}"'), texts) == [
        (
            f"the phrases of '{quote}' are in 's', but frame no passage: the end stands before the start, or more than "
            "3,000 characters after it"
        )
    ]


TWICE = """
about: s
nodes:
  e:
    evidence: E.
    from: %s
    cite: %s
sources: {s: S}
"""


@pytest.mark.parametrize(
    ("check", "there", "passage", "cite"),
    [
        ("passage_missing", "One line.", "two lines", "same"),
        ("passage_missing", "One line.", "two lines", "two lines"),
        ("passage_missing", "One line.", "two lines", "'\"two lines\" p. 3'"),
        ("passage_ambiguous", "A line. A line.", "A line", "same"),
        ("range_implausible", "The end, the start.", "the start … The end", "same"),
        ("quoted_otherwise", "The very first line.", "the VERY first line", "same"),
        ("locator_mismatch", "One.\fA line.", "'\"A line\" p. 1'", "same"),
        ("phrase_too_long", "One line.", "a b c d e f g h i", "same"),
        ("unknown_source", "One line.", "t p. 3", "same"),
    ],
)
def test_what_is_wrong_with_a_place_is_said_once(inspector, check, there, passage, cite):
    """A place of a source that one statement both comes from and cites has one finding, at the passage."""
    (flaw,) = inspector.flaws(check, TWICE % (passage, cite), {"s": there})
    assert TWICE[: flaw.span.start].count("\n") == 5


def test_places_of_other_statements_and_pages_are_told_each(messages):
    """What two statements name is wrong in both, and so are two pages that one statement names."""
    text = TWICE % ("'\"A line\" p. 1'", "'\"A line\" p. 3'")
    assert len(messages("locator_mismatch", text, {"s": "One.\fA line."})) == 2
    nodes = "{a: {claim: A., from: two lines}, b: {claim: B., from: two lines, cite: same}}"
    text = f"about: s\nnodes: {nodes}\nsources: {{s: S}}\n"
    assert len(messages("passage_missing", text, {"s": "One line."})) == 2


def test_a_statement_that_cites_the_analysed_text_is_shown_there(messages):
    """A citation of the analysed text says where it is put forward, unless it speaks against the statement."""
    text = "about: s\nnodes: {e: {claim: E., cite: %s}}\nsources: {s: S, t: T}\n"
    for cite in ("one line", "s p. 3", "{quote: one line, stance: context}"):
        assert messages("statement_without_passage", text % cite) == []
    for cite in ('t "one line"', "{quote: one line, stance: contradicts}"):
        assert len(messages("statement_without_passage", text % cite)) == 1


def test_evidence_that_the_analysed_text_reports_is_told_of_same(messages):
    """Evidence with a passage and no citation may cite the passage."""
    text = "about: s\nnodes: {e: {evidence: E.%s}}\nsources: {s: S}\n"
    same = "or 'cite: same' if what stands under 'from:' is the evidence"
    assert [same in m for m in messages("evidence_without_citation", text % ", from: one line")] == [True]
    assert [same in m for m in messages("evidence_without_citation", text % "")] == [False]


def test_a_source_called_same_is_told_of_the_word(messages):
    """Whoever writes 'same p. 3' means the passage, and is told how to cite it."""
    text = "about: s\nnodes: {e: {claim: E., from: one line, cite: same p. 3}}\nsources: {s: S}\n"
    (message,) = messages("unknown_source", text)
    assert "'same' alone, under 'cite:', cites the passages under 'from:'; else " in message


def test_phrases_that_begin_with_same_are_told_of_the_word(messages):
    """Where 'same' and more is no phrase of the source, and there is a passage, the word is named."""
    said = "; 'same' cites the passage under 'from:' where it stands alone, or as an item of a list"
    for cite in ("same, and census", "same passage as above", "{quote: same, fair: true}"):
        (message,) = messages("passage_missing", TWICE % ("one line", cite), {"s": "One line."})
        assert message.endswith(said)
    (message,) = messages("passage_missing", citing('s "same as ever"'), {"s": "One line."})
    assert not message.endswith(said)


@pytest.mark.parametrize(
    ("cite", "said"),
    [
        ('s "a line", t "b line"', "if 't' is another source, write an item for each"),
        ("s; t", "if 't' is another source, write an item for each"),
        ("s and t", "if 't' is another source, write an item for each"),
        ("s - a line", "if 's' is the source, put the words after it in quotation marks"),
        ("s, 2026", "if 's' is the source, put the words after it in quotation marks"),
        ("'[s] a line'", "if 's' is the source, put the words after it in quotation marks"),
        ("seeds/s.yaml", "if 's' is the source, write s"),
        ("'<s>'", "if 's' is the source, write s"),
        ('see s "a line"', "if 's' is the source, begin with it"),
        ("doi:10.1000/182", "a source is named by its id, or by its address, as in https://doi.org/…"),
    ],
)
def test_words_that_are_no_phrase_are_told_what_they_may_be(messages, cite, said):
    """Where words are not in the analysed text, a source that they name is pointed out."""
    text = f"about: s\nnodes:\n  e:\n    evidence: E.\n    cite: {cite}\nsources: {{s: S, t: T}}\n"
    (message,) = messages("passage_missing", text, {"s": "One of them."})
    assert message.rpartition("; ")[2] == said


def test_no_phrase_names_a_source_that_is_not_there(messages):
    """Words that name nothing get no advice."""
    for cite in ("'a line, or two'", "'(one of us)'"):
        (message,) = messages("passage_missing", citing(f"s {cite[1:-1]!r}".replace("'", '"')), {"s": "Nothing."})
        assert message.endswith("is not in 's'")


def test_no_is_no_source(messages):
    """Whoever cites 'no' is told to cite nothing."""
    for word in ("no", "none", "false"):
        (message,) = messages("unknown_source", citing(word))
        assert ": where nothing is cited, delete the key; else describe it" in message


def test_absent_source_is_counted_once(inspector):
    """Passages and citations of an absent source make one note, with their number; whole sources are not counted."""
    text = """
about: a
nodes:
  c: {claim: C., from: some words, cite: [a "some words", a p. 3, b "more words"]}
sources: {a: A, b: {title: B, text: b.txt}}
"""
    assert inspector.messages("source_absent", text) == [
        "the text of 'a' is not at hand, so 2 quotations are unverified; name its file under 'text:'",
        "the text of 'b' is not at hand, so 1 quotation is unverified; put it at b.txt",
    ]


def test_absent_source_of_a_project_is_counted_over_all_maps(inspector):
    """A project's record is reported once for all maps of a run, at its own file, and not by each map."""
    known = record("s")
    subjects = [
        inspector.subject(f'nodes: {{e: {{evidence: E., cite: s "{quote}"}}}}', {}, (known,))
        for quote in ("a b", "c d")
    ]
    assert inspector.surveyed("source_absent", *subjects, records=(known, record("t"))) == [
        "the text of 's' is not at hand, so 2 quotations are unverified; name its file under 'text:'"
    ]
    shadowed = inspector.subject('nodes: {e: {evidence: E., cite: s "a b"}}\nsources: {s: S}', {}, (known,))
    assert inspector.surveyed("source_absent", shadowed, records=(known,)) == []


def test_statement_without_passage_only_counts_in_an_analysed_text(messages):
    """Without 'about:' nothing is asked for; with it, all kinds but what is implicit."""
    nodes = (
        "nodes: {c: {claim: C.}, q: {question: Q?}, h: {assumption: H., implicit: true}, e: {evidence: E., from: x y}}"
    )
    assert messages("statement_without_passage", nodes) == []
    assert messages("statement_without_passage", f"about: a\n{nodes}\nsources: {{a: A}}") == [
        "'c' has no 'from:': say where 'a' puts it forward, or mark it 'implicit: true'",
        "'q' has no 'from:': say where 'a' puts it forward, or mark it 'implicit: true'",
    ]


def test_what_others_put_forward_is_not_called_implicit(messages):
    """An objection, and what cites another source, may name the source that it comes from; then nothing is missing."""
    nodes = "o: {objection: O.}, c: {claim: C., cite: b p. 1}, i: {objection: I., from: b x y}"
    text = f"about: a\nnodes: {{{nodes}}}\nsources: {{a: A, b: B}}"
    said = "has no 'from:': say where 'a' puts it forward, or name the source that it comes from, as 'from: SOURCE …'"
    assert messages("statement_without_passage", text) == [f"'o' {said}", f"'c' {said}"]


def test_unknown_source_is_reported_once_with_the_count(messages):
    """An unknown id that many places name is one finding, with the nearest known one."""
    text = """
nodes:
  a: {evidence: A., cite: surve p. 1}
  b: {evidence: B., cite: surve p. 2}
sources: {survey: S}
"""
    assert messages("unknown_source", text) == [
        "no source is called 'surve' (named in 2 places): did you mean 'survey'?"
    ]


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (argdown.read, "===\ntitle: T\nabout: x\n===\n\n[C]: C.\n"),
        (argdown.read, "===\ntitle: T\nabout: x\n===\n\n[C]: C. {from: 'some words'}\n"),
        (yaml.read, "title: T\n\nabout: x\nnodes: {c: {claim: C., from: some words}}\n"),
        (markdown.FORMAT.read, "```argdown\n===\nabout: x\n===\n\n[C]: C.\n```\n"),
    ],
)
def test_an_unknown_about_is_placed_where_it_stands(inspector, reader, text):
    """The source that a map is about is reported at the key that names it."""
    (flaw,) = inspector.flaws("unknown_source", reader(text, "map"))
    assert (flaw.span.start, flaw.span.end) == (text.index("about"), text.index("about") + 5)


def test_unknown_about(messages):
    """An analysed text without a record is reported once, whether or not passages name it."""
    remedy = "describe it in a source record, or under 'sources:'"
    assert messages("unknown_source", "about: x\nnodes: {c: {claim: C., from: some words}}") == [
        f"no source is called 'x' (named under 'about:'): {remedy}"
    ]
    assert messages("unknown_source", "about: x\nnodes: {a: {claim: A., from: b c}, d: {claim: D., from: e f}}") == [
        f"no source is called 'x' (named under 'about:' and in 2 places): {remedy}"
    ]
    assert messages("unknown_source", "about: x\nnodes: {c: {claim: C.}}") == [
        f"no source is called 'x' (named under 'about:'): {remedy}"
    ]


def test_single_word_is_recognised_as_a_phrase(messages):
    """A phrase of one word is read as a source; the finding says how to write it."""
    text = "about: a\nnodes: {c: {claim: C., from: Peace}}\nsources: {a: A}"
    assert messages("unknown_source", text) == [
        (
            "no source is called 'Peace': describe it in a source record, or under 'sources:'; if it is a "
            "phrase of 'a', put it in quotation marks"
        )
    ]


def test_records_that_name_unknown_sources(inspector):
    """What a record is based on must be described, here or in any map; partial runs cannot tell."""
    known = record("s", based_on=("t", "u"))
    subject = inspector.subject(
        "nodes: {c: {claim: C.}}\nsources: {t: T, i: {title: I, superseded-by: s2}}", {}, (known,)
    )
    assert inspector.surveyed("unknown_source", subject, records=(known,)) == [
        (
            "the record of 's' names 'u', which is not a known source: "
            "describe it in a source record, or under 'sources:'"
        )
    ]
    assert inspector.surveyed("unknown_source", subject, records=(known,), complete=False) == []
    (flaw,) = list(inspector.flaws("unknown_source", subject.map))
    assert (flaw.node, flaw.message[:38]) == ("i", "the record of 'i' names 's2', which is")


def test_used_sources(messages):
    """The analysed text, what a passage names and what a used source is based on are used; the rest is not."""
    text = """
about: a
nodes: {c: {claim: C., cite: [b p. 1]}}
sources: {a: A, b: {title: B, based-on: [d]}, d: {title: D, based-on: [b]}, x: X}
"""
    assert messages("unused_source", text) == [
        "nothing in this map names the source 'x': cite it, or delete its record"
    ]


def test_unused_records_need_the_whole_project(inspector):
    """An unused record is told only when every map was there and could be read."""
    used, unused = record("s"), record("u")
    subject = inspector.subject("nodes: {e: {evidence: E., cite: s p. 1}}", {}, (used, unused))
    assert inspector.surveyed("unused_source", subject, records=(used, unused)) == [
        "no map of the project names the source 'u': cite it, or delete its record"
    ]
    assert inspector.surveyed("unused_source", subject, records=(used, unused), complete=False) == []
    broken = inspector.subject(read("nodes: [", "broken.yaml"))
    assert inspector.surveyed("unused_source", subject, broken, records=(used, unused)) == []


def test_long_phrases(messages):
    """Nine words at a stretch are too many, eight are not, however many phrases there are."""
    eight, nine = "a b c d e f g h", "a b c d e f g h i"
    assert messages("phrase_too_long", citing(f's "{eight}"')) == []
    assert messages("phrase_too_long", citing(f's "{eight} … {eight}"')) == []
    assert messages("phrase_too_long", citing(f's "{nine}"')) == [
        "a phrase of 9 words: name the passage by its two ends, as in 'a b c … g h i'"
    ]
    assert messages("phrase_too_long", citing(f's "x y … {nine}"')) == [
        "a phrase of 9 words: shorten the one that begins 'a b c' to eight at most"
    ]
    assert len(messages("phrase_too_long", citing(f's "{nine}- x … y"'))) == 1


@pytest.mark.parametrize(("written", "is_told"), [("false", False), ("No", False), ("2024-05-01: data made up", True)])
def test_a_source_that_was_not_retracted_may_say_so(messages, written, is_told):
    """``retracted: false`` says that a source was not retracted; anything else says when or why it was."""
    text = f"nodes: {{e: {{evidence: E., cite: s}}}}\nsources: {{s: {{title: S, retracted: '{written}'}}}}"
    assert bool(messages("retracted_source", text)) == is_told


def test_a_publisher_is_the_same_however_it_is_written(messages):
    """Case and blanks do not make two publishers of one."""
    sources = "sources: {s: {publisher: World  Bank}, t: {publisher: world bank}}"
    assert messages("same_origin", f"nodes: {{e: {{evidence: E., cite: [s, t]}}}}\n{sources}") == [
        "'s' and 't' have the same publisher, 'World  Bank'"
    ]


@pytest.mark.parametrize(
    ("now", "remedy"),
    [
        ("Mean speed also fell by four km/h.", "argmap reanchor mends it"),
        ("Mean speed rose by four km/h.", "check whether it still means the same, then accept it with argmap reanchor"),
    ],
)
def test_only_a_harmless_change_is_said_to_be_mended(inspector, now, remedy):
    """A passage that may say something else now is to be looked at first."""
    quote = 's "Mean speed fell by four km/h"'
    texts = {"s": f"Before. {now} After that nothing was counted any more."}
    before = {"s": "Before. Mean speed fell by four km/h. After that nothing was counted any more."}
    (flaw,) = inspector.flaws("passage_changed", citing(quote), texts, before)
    assert flaw.message.endswith(f"; {remedy}")


def test_a_citation_without_a_passage_is_answered_with_one(messages):
    """The citation of what reads like the statement is printed; else the command that makes one."""
    text = "In May two of the deep wells ran dry. The mayor said nothing."
    given = (
        "nodes:\n  a: {{claim: '{0}', cite: letter p. 3}}\n  b: {{claim: B., cite: letter}}\nsources: {{letter: L}}\n"
    )
    (like,) = messages("citation_without_passage", given.format("Two of the deep wells ran dry."), {"letter": text})
    assert like.startswith("'letter' is cited 2 times without a passage, though its text is at hand: ")
    assert like.endswith('write letter "two of the deep wells ran dry" p. 3')
    (unlike,) = messages("citation_without_passage", given.format("Prices rose."), {"letter": text})
    assert messages("citation_without_passage", given.format("May."), {"letter": text}) == [unlike]
    assert unlike.endswith('argmap annotate letter "words of the passage" prints the citation to write')
    assert messages("citation_without_passage", given.format("Prices rose.")) == []
