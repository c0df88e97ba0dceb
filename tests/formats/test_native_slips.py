"""Slips in the native document: each is named, at its place, with what to write instead, and reading goes on."""

from __future__ import annotations

import pytest

from argmap.formats import json as json_format
from argmap.formats import yaml as yaml_format


def found(text, read=yaml_format.read):
    """Give code, line, column and message of what reading finds."""
    return [(f.code, f.line, f.column, f.message) for f in read(text, "m.yaml").origin.findings]


def places(text, read=yaml_format.read):
    """Give code, line and column of what reading finds."""
    return [finding[:3] for finding in found(text, read)]


NODE = "nodes:\n  a:\n    "
KINDS = "claim, premise, recommendation, evidence, assumption, objection, question, argument"


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message"),
    [
        ("claim: Costs: too high", "AM001", 3, 12, "holds ': ', so it needs quotes: write claim: \"Costs: too high\""),
        ("claim: We are #1 in the world", "AM006", 3, 19, 'quote it: "We are #1 in the world"'),
        ("claim: @home", "AM001", 3, 12, 'begins with @, so it needs quotes: write claim: "@home"'),
        ("claim: %x", "AM001", 3, 12, 'write claim: "%x"'),
        ("claim: `x`", "AM001", 3, 12, "begins with a backtick"),
        (
            'claim: x\n    note: "make 30" p. 3',
            "AM001",
            4,
            11,
            "goes on behind its quotation mark, so it needs quotes: write note: '\"make 30\" p. 3'",
        ),
        (
            "claim: 'it's so'",
            "AM001",
            3,
            12,
            'holds its own quotation mark, so it needs quotes: write claim: "it\'s so"',
        ),
        ('claim: "open', "AM001", 3, 12, 'is not closed: write claim: "open"'),
        ('claim: "a \\q b"', "AM001", 3, 15, "double it, or use single quotes"),
        ("claim: *x", "AM001", 3, 12, "aliases are not allowed"),
        ("claim: &x y", "AM001", 3, 12, "anchors (&…) are not allowed"),
        ("claim: !x y", "AM001", 3, 12, "tags (!…) are not allowed"),
        ("claim: x\n    calim: y", "AM002", 4, 5, "did you mean 'claim'?"),
        ("claim: x\n    claim: y", "AM003", 4, 5, "stands twice in a statement"),
        ("claim: [x]", "AM004", 3, 12, "'claim' takes a text, and this is a list"),
        ("claim: ''", "AM005", 3, 5, "'claim' is empty"),
        ("claim: x\n    premise: y", "AM004", 4, 5, "has two kinds, claim and premise: keep one"),
        ("title: x", "AM004", 2, 3, f"has no kind: it needs its text under one of {KINDS}"),
        ("claim: x\n    id: b", "AM004", 4, 5, "the id of this statement is its key, 'a'"),
        ("claim: x\n    implicit: maybe", "AM004", 4, 15, "takes true or false"),
        ("claim: x\n    because: {scheme: b}", "AM004", 4, 14, "names no statement"),
        ("claim: x\n    because: [[[a]]]", "AM004", 4, 16, "and this is a list"),
        ("claim: x\n    because: [a + ]", "AM004", 4, 15, "an id is missing in 'because': 'a +'"),
        ("claim: x\n    cite: some words", "AM004", 4, 11, "needs a source"),
        (
            "claim: x\n    cite: {source: s, stance: agrees}",
            "AM004",
            4,
            31,
            "one of supports, contradicts, qualifies, context",
        ),
        ("claim: x\n    cite: {source: s, nth: none}", "AM004", 4, 28, "takes a whole number from 1"),
    ],
)
def test_slip_in_a_statement(text, code, line, column, message):
    """A slip in a statement is one finding, at its line and column, that says what would be right."""
    ((found_code, found_line, found_column, said),) = found(NODE + text)
    assert (found_code, found_line, found_column) == (code, line, column)
    assert message in said


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message"),
    [
        ("", "AM001", 1, 1, "the file is empty"),
        ("just words", "AM004", 1, 1, "a map begins with keys such as 'title:' and 'nodes:', and this is a text"),
        ("titel: x\nnodes: {a: {claim: x}}", "AM002", 1, 1, "did you mean 'title'?"),
        ("title: x", "AM004", 1, 1, "a map has statements: write 'nodes:'"),
        ("nodes: [a]", "AM004", 1, 8, "'nodes' takes ids with their values, and this is a list"),
        ("nodes:\n  a: It rained.", "AM004", 2, 3, "write its kind, as in 'claim: It rained.'"),
        ("nodes:\n  a b: {claim: x}", "AM007", 2, 3, "use letters, digits, '-', '_' and '.', as in 'a-b'"),
        ("nodes:\n  a: {claim: x}\n  a: {claim: y}", "AM003", 3, 3, "the id 'a' stands twice"),
        ("nodes:\n\ta: {claim: x}", "AM001", 2, 1, "a tab cannot indent YAML: use spaces"),
        ("nodes:\n  a: {claim: x\n", "AM001", 3, 1, "the brace { opened in line 2 is not closed here"),
        ("nodes: {a: {claim: x}}\nstray words\n", "AM001", 2, 1, "is neither 'key: value' nor '- item'"),
        ("nodes: {a: {claim: x}}\n---\nnodes: {}", "AM001", 2, 1, "a second document begins here"),
        ("nodes: {a: {claim: x}}\nsources: {s: {kind: primry}}", "AM004", 2, 21, "did you mean 'primary'?"),
        ("nodes: {a: {claim: x\x07}}", "AM001", 1, 21, "the control character U+0007 cannot stand in a map"),
    ],
)
def test_slip_in_a_document(text, code, line, column, message):
    """A slip in the document around the statements is one finding with its place."""
    ((found_code, found_line, found_column, said),) = found(text)
    assert (found_code, found_line, found_column) == (code, line, column)
    assert message in said


def test_all_slips_come_in_one_pass():
    """Twenty slips in one file, those that YAML stops at among them, are all reported."""
    text = """\
title: Costs: too high
abuot: brief
groups: [a]
nodes:
  one:
    claim: The price rose: by 5 %
    becuase: [two]
  two:
    premise: "x" and more
    group: [g]
  3 + 3: {claim: x}
  four: {claim: y, claim: z}
  five: It rained.
  six: {title: no kind}
  seven:
    claim: @home
    cite: words of nobody
  eight: {claim: "", note: []}
  nine: {claim: a, premise: b}
  nine: {claim: again}
  ten:
    claim: x
    because: [a + , {reason: b, unles: [c]}, {scheme: d}]
    implicit: perhaps
  eleven: {claim: x, cite: {source: s, stance: for, nth: 0}}
"""
    assert [code for code, _, _ in places(text)] == [
        *("AM001", "AM002", "AM004", "AM001", "AM002", "AM001", "AM004", "AM007", "AM003", "AM004", "AM004", "AM001"),
        *("AM004", "AM005", "AM004", "AM004", "AM003", "AM004", "AM002", "AM004", "AM004", "AM004", "AM004"),
    ]


def test_what_is_right_is_read_beside_what_is_wrong():
    """A slip costs no more than its own value."""
    m = yaml_format.read("nodes:\n  a: {claim: x, calim: y}\n  b: {claim: 'y'}\n", "m.yaml")
    assert [(s.id, s.text) for s in m] == [("a", "x"), ("b", "y")]


def test_columns_count_code_points():
    """Characters outside the basic plane, combining marks and wide characters count one column each."""
    assert places("nodes: {東京: {claim: 😀é, calim: y}}") == [("AM002", 1, 25)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_like(end):
    """Unix, Windows and old Mac line ends are lines."""
    text = "nodes:\n  a:\n    calim: x\n    claim: y\n".replace("\n", end)
    assert places(text) == [("AM002", 3, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "nodes: " + "[" * 10_000,
        "nodes: " + "{a: " * 10_000,
        "".join(f"{' ' * depth}a:\n" for depth in range(2_000)),
        "nodes:\n" + "".join(f"{'  ' * depth}- x:\n" for depth in range(1, 2_000)),
    ],
    ids=["brackets", "braces", "block mappings", "block lists"],
)
def test_deep_nesting_is_one_finding(text):
    """A document nested without end is refused at once, and nothing recurses."""
    assert [finding[0] for finding in found(text)] == ["AM001"]
    assert "nested deeper than" in found(text)[0][3]


def test_alias_bomb_never_goes_off():
    """Aliases are refused when the first is met, so that none is ever expanded."""
    bomb = "a: &a [x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)
    )
    assert places(bomb) == [("AM001", 1, 4)]


def test_text_that_goes_on_for_ever_is_no_sentence():
    """A text of a million characters is refused in a sentence, in YAML and in JSON."""
    endless = "x" * 1_000_000
    assert "1,000,000 characters long" in found(f"nodes:\n  a:\n    claim: {endless}\n")[0][3]
    assert (
        "1,000,000 characters long" in found(f'{{"nodes": {{"a": {{"claim": "{endless}"}}}}}}', json_format.read)[0][3]
    )


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ('{"nodes": {"a": {"claim": "x",}}}', 31, "no comma may stand before a closing }"),
        ('{"nodes": {"a": {claim: "x"}}}', 18, "a key in double quotes is missing here"),
        ('{"nodes": {"a": {"claim" "x"}}}', 26, "a ':' is missing behind the key 'claim'"),
        ('{"nodes": {"a": {"claim": x}}}', 27, "'x' is no JSON value: put a text in double quotes"),
        ('{"nodes": {"a": {"claim": "x"}}', 32, "a ',' or '}' is missing here"),
        ('{"nodes": {"a": {"claim": "x', 27, "opened here is not closed"),
        ('{"nodes": {"a": {"claim": "\\q"}}}', 28, "a backslash begins an escape"),
        ('{"nodes": {}} x', 15, "the JSON value ends here, but more follows"),
        ("[" * 100_000, 129, "nested deeper than 128 levels"),
    ],
)
def test_slip_in_json(text, column, message):
    """The first place that is no JSON is named."""
    assert places(text, json_format.read) == [("AM001", 1, column)]
    assert message in found(text, json_format.read)[0][3]


def test_numbers_and_truth_values_of_json_are_text():
    """Numbers and truth values count as they are written; null counts as absent."""
    m = json_format.read('{"title": 12.50, "nodes": {"a": {"claim": true, "title": null, "implicit": true}}}', "m.json")
    assert (m.title, m["a"].text, m["a"].title, m["a"].implicit, m.origin.findings) == ("12.50", "true", None, True, ())


def test_words_that_yaml_takes_for_values_are_text():
    """No, null, dates and numbers stay what the author wrote."""
    m = yaml_format.read("nodes:\n  no: {claim: no, title: 012, note: 2024-05-01, tags: [null, ~, 1e3]}\n", "m.yaml")
    statement = m["no"]
    assert (statement.text, statement.title, statement.note, statement.tags) == (
        "no",
        "012",
        "2024-05-01",
        ("null", "~", "1e3"),
    )
    assert not m.origin.findings


def test_undercut_on_a_statement_is_told_where_it_belongs():
    """An undercut written at a statement instead of a step is an unknown key."""
    text = "nodes:\n  a: {claim: x, because: [{claim: y, unless: [c]}]}\n"
    assert places(text) == [("AM002", 2, 38)]
