"""Slips in the native document: each is named, at its place, with what to write instead, and reading goes on.

The cases stand in ``slips/``: a title, a document, and behind ``--`` what reading it finds.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from yaml.scanner import ScannerError

from argmap.formats import json as json_format
from argmap.formats import yaml as yaml_format
from argmap.native.yaml.mending.lines import without_remark

CASES = Path(__file__).parent / "slips"


class Limited(yaml.SafeLoader):
    """PyYAML's own parser with the limit of libyaml 0.2.6."""

    def fetch_flow_collection_start(self, token):
        """Go one bracket deeper."""
        self._count(self.flow_level)
        super().fetch_flow_collection_start(token)

    def add_indent(self, column):
        """Go one block deeper."""
        self._count(len(self.indents))
        return super().add_indent(column)

    def _count(self, depth):
        if depth >= 1_000:
            mark = self.get_mark()
            raise ScannerError("while increasing flow level", mark, "exceeded maximum nesting depth", mark)


class Stopping(yaml.SafeLoader):
    """A parser that stops when it has read the text ``end``; an error that can tell a place tells where it begins."""

    def __init__(self, text, error):
        super().__init__(text)
        self.error, self.is_next = error, False

    def get_event(self):
        """Return the next event, or stop."""
        if self.is_next:
            raise self.error
        event = super().get_event()
        self.is_next = getattr(event, "value", None) == "end"
        if self.is_next and isinstance(self.error, ScannerError):
            self.error.problem_mark = event.start_mark
        return event


def cases():
    """Return form, document and expected findings of every case."""
    found = []
    for file in sorted(CASES.glob("*.txt")):
        for case in ("\n" + file.read_text(encoding="utf-8")).split("\n== ")[1:]:
            title, _, rest = case.partition("\n")
            text, _, expected = f"\n{rest}".partition("\n--\n")
            lines = [line for line in expected.split("\n") if line]
            found.append(pytest.param(file.stem, f"{text[1:]}\n" if text else "", lines, id=f"{file.stem}: {title}"))
    return found


def found(text, read=yaml_format.read):
    """Return what reading finds, a line for each: place, code and message."""
    lines = []
    for finding in read(text, "m.yaml").origin.findings:
        end = f"{finding.end_line}:{finding.end_column}" if finding.end_line != finding.line else finding.end_column
        lines.append(f"{finding.line}:{finding.column}-{end} {finding.code} {finding.message}")
    return lines


def places(text, read=yaml_format.read):
    """Return code, line and column of what reading finds."""
    return [(f.code, f.line, f.column) for f in read(text, "m.yaml").origin.findings]


@pytest.mark.parametrize(("form", "text", "expected"), cases())
def test_slips_are_named_at_their_places(form, text, expected):
    """Every slip of a document is found in one pass, at its line and column, with what to write instead."""
    assert found(text, json_format.read if form == "json" else yaml_format.read) == expected


def test_all_slips_come_in_one_pass():
    """Twenty-three slips in one file, those that YAML stops at among them, are all reported."""
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
    assert [place[0] for place in places(text)] == [
        *("AM001", "AM002", "AM004", "AM001", "AM002", "AM001", "AM004", "AM007", "AM003", "AM004", "AM004", "AM001"),
        *("AM004", "AM005", "AM004", "AM004", "AM003", "AM004", "AM002", "AM004", "AM004", "AM004", "AM004"),
    ]


def test_what_is_right_is_read_beside_what_is_wrong():
    """A slip costs no more than its own value, and what is mended is read as it was meant."""
    m = yaml_format.read(
        """\
nodes:
  a: {claim: x, calim: y}
  b:
    claim: Costs: too high
      for 'most' towns
    because: [a
    tags: [x]
  c:
    claim: "It's "said"
    note: C:\\dir
    title: 'it's'
\tbut:
      - s: "x" y
  d:
    claim:no space
""",
        "m.yaml",
    )
    assert [(s.id, s.text, s.title, s.tags) for s in m] == [
        ("a", "x", None, ()),
        ("b", "Costs: too high for 'most' towns", None, ("x",)),
        ("c", "It's \"said", "it's", ()),
        ("d", "claim:no space", None, ()),
    ]
    assert [r.id for r in m.relations] == ["a -> b", 's: "x" y -| c']


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("nodes: {東京: {claim: 😀é, calim: y}}", (1, 25)),
        ("nodes: {מפה: {claim: \u202eשלום\u202c, calim: y}}", (1, 30)),
        ("nodes:\r\n  a:\r\n    calim: x\r\n    claim: y\r\n", (3, 5)),
        ("nodes:\r  a:\r    calim: x\r    claim: y\r", (3, 5)),
        ("nodes:\n  a:\n    claim: one\u2028two\x85three\n    calim: y\n", (4, 5)),
        ("nodes:\n  a: {claim: \ufeffx, calim: y}\n", (2, 18)),
    ],
    ids=["emoji and CJK", "right to left", "CRLF", "CR", "line ends of YAML 1.1", "byte order mark inside"],
)
def test_places_are_those_that_an_editor_shows(text, place):
    """Columns count code points, and lines end with line feed, carriage return, or both, and with nothing else."""
    assert places(text) == [("AM002", *place)]


def test_mending_does_not_move_what_stands_behind_it():
    """A slip behind a mended one in the same line has the place that its author sees."""
    text = "nodes:\n  a: {claim: @x, tags: [#y, ], calim: z}\n  b:\n   claim: x: y\n    calim: z\n"
    lines = text.split("\n")
    for finding in yaml_format.read(text, "m.yaml").origin.findings:
        if finding.code == "AM002":
            assert lines[finding.line - 1][finding.column - 1 : finding.end_column - 1] == "calim"


def test_texts_keep_line_ends_that_only_old_yaml_knows():
    """Next line, line and paragraph separator are characters of a text as in YAML 1.2."""
    for form in (yaml_format, json_format):
        text = "one\x85two\u2028three\u2029four"
        quoted = '{"nodes": {"a": {"claim": "' + text + '"}}}'
        assert form.read(quoted, "m")["a"].text == text


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ud800", "\ufffe", "\ufdd0"])
def test_control_characters_are_named(char):
    """What cannot stand in YAML as it is is named by its code, at its place."""
    ((code, line, column, message),) = [
        (f.code, f.line, f.column, f.message)
        for f in yaml_format.read(f"nodes: {{a: {{claim: x{char}y}}}}", "").origin.findings
    ]
    assert (code, line, column) == ("AM001", 1, 21)
    assert f"U+{ord(char):04X}" in message


def test_many_control_characters_are_counted():
    """A file full of control characters gives a few findings and a count."""
    findings = yaml_format.read("a: x\n" + "\x00" * 1_000, "").origin.findings
    assert sum("U+0000" in f.message for f in findings) == 20
    assert any("and 980 more" in f.message for f in findings)


def test_escapes_give_any_character():
    """Characters that cannot be seen may be written as escapes, in YAML and in JSON; blank texts stay blank."""
    m = yaml_format.read('nodes: {a: {claim: "x\\0y\\e", note: "\\t\\n"}}', "")
    assert (m["a"].text, m["a"].note) == ("x\0y\x1b", None)
    assert [f.code for f in m.origin.findings] == ["AM005"]
    assert json_format.read('{"nodes": {"a": {"claim": "x\\u0000y\\u001b"}}}', "")["a"].text == "x\0y\x1b"


@pytest.mark.parametrize(
    "text",
    [
        "nodes: " + "[" * 10_000,
        "nodes: " + "{a: " * 10_000,
        "nodes: " + "[" * 10_000 + "]" * 10_000,
        "".join(f"{' ' * depth}a:\n" for depth in range(2_000)),
        "nodes:\n" + "".join(f"{'  ' * depth}- x:\n" for depth in range(1, 2_000)),
        "- " * 10_000,
        "nodes: " + "[\n" * 10_000,
    ],
    ids=["brackets", "braces", "closed brackets", "block mappings", "block lists", "dashes", "lines"],
)
@pytest.mark.parametrize("parser", ["libyaml", "libyaml with a limit", "PyYAML"])
def test_deep_nesting_is_one_finding(text, parser, monkeypatch):
    """A document nested without end is refused at once where it gets too deep, by every parser; nothing recurses."""
    place = yaml_format.read(text, "m.yaml").origin.findings[0].place
    if parser != "libyaml":
        monkeypatch.setattr(yaml, "CSafeLoader", Limited if "limit" in parser else yaml.SafeLoader)
    (finding,) = yaml_format.read(text, "m.yaml").origin.findings
    assert (finding.code, finding.message[:31]) == ("AM001", "nested deeper than 128 levels: ")
    assert finding.place == place


@pytest.mark.parametrize("text", ["nodes:\n" + "[" * 10_000, "nodes:\n  a: {claim: x: y}\n  b: " + "[" * 10_000])
def test_depth_is_told_beside_other_slips(text, monkeypatch):
    """Where the parser looks ahead past its own limit of depth, no closing bracket and no quotes are proposed."""
    monkeypatch.setattr(yaml, "CSafeLoader", Limited)
    *slips, deep = yaml_format.read(text, "m.yaml").origin.findings
    assert deep.message.startswith("nested deeper than 128 levels: ")
    assert [f.message for f in slips] == ['inside brackets this text needs quotes: write "x: y"'] * ("x: y" in text)


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (ScannerError("while counting", None, "found too many words"), (2, 6)),
        (yaml.YAMLError("the reader is tired"), (2, 9)),
        (OverflowError("the number is too large"), (2, 9)),
    ],
    ids=["marked", "unmarked", "of Python"],
)
def test_unknown_error_of_the_parser_is_one_plain_finding(error, place, monkeypatch):
    """Where the parser stops for a reason unknown to us, its words are told at that place, and no mend is invented."""
    monkeypatch.setattr(yaml, "CSafeLoader", lambda text: Stopping(text, error))
    (finding,) = yaml_format.read("nodes:\n  a: end\n  b: [y]\n", "m.yaml").origin.findings
    words = getattr(error, "problem", None) or str(error)
    assert finding.message == f"the YAML parser stops here, and the file is not read: {words}"
    assert (finding.code, finding.line, finding.column) == ("AM001", *place)


@pytest.mark.parametrize(
    "text",
    [
        "nodes: " + "[" * 100,
        "nodes:\n  a:\n    claim: @" + "x" * 500,
        "nodes: {a: {claim: @" + "x" * 500 + "}}",
        "nodes:\n  a:\n    claim: '" + "x" * 500,
    ],
    ids=["brackets", "plain", "in brackets", "open quotation mark"],
)
def test_long_word_is_not_mended_to_nothing(text):
    """What to write instead of one endless word is cut short, never empty."""
    mends = [f.message.partition("write ")[2] for f in yaml_format.read(text, "m.yaml").origin.findings]
    assert all(10 < len(mend) < 250 for mend in mends if mend)
    assert re.match(r"(\w+: )?['\"\[@]", mends[0])


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000])
def test_deep_nesting_in_json_is_one_finding(text):
    """JSON nested without end is refused at once, and nothing recurses."""
    (finding,) = json_format.read(text, "m.json").origin.findings
    assert (finding.code, finding.message[:31]) == ("AM001", "nested deeper than 128 levels: ")


def test_alias_bomb_never_goes_off():
    """Aliases are read as the texts they are written as, and none is ever expanded."""
    letters = "abcdefghij"
    bomb = "a: &a [x]\n" + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in pairwise(letters))
    m = yaml_format.read(f"{bomb}nodes: {{n: {{claim: *j}}}}\n", "m.yaml")
    assert m["n"].text == "*j"
    assert len([f for f in m.origin.findings if f.code == "AM001"]) == 10 + 9 * 9 + 1


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (yaml_format, "nodes:\n  a:\n    claim: {}\n"),
        (yaml_format, "nodes:\n  a:\n    claim: '{}'\n"),
        (yaml_format, "nodes:\n  a:\n    claim: |\n      {}\n"),
        (yaml_format, "nodes: {{a: {{claim: {}}}}}\n"),
        (json_format, '{{"nodes": {{"a": {{"claim": "{}"}}}}}}'),
    ],
    ids=["plain", "quoted", "block", "flow", "JSON"],
)
def test_text_that_goes_on_for_ever_is_no_sentence(form, text):
    """A text of two million characters is refused in a sentence."""
    (finding,) = form.read(text.format("x" * 2_000_000), "m").origin.findings
    assert (finding.code, "2,000,000 characters long" in finding.message) == ("AM004", True)


@pytest.mark.parametrize(
    "text", ["nodes:\n  a:\n    claim: [{}\n", "{}", "nodes: {{a: {{claim: {}: x: y}}}}", "claim: @{}\n"]
)
def test_endless_lines_that_are_no_yaml_are_given_up(text):
    """A line of two million characters that needs mending is left out, without a look at each of them."""
    assert yaml_format.read(text.format("x" * 2_000_000), "m").origin.findings


def test_slips_without_end_are_cut_short():
    """A file that is no YAML at all ends after two hundred slips with a word on it."""
    findings = yaml_format.read("nodes:\n" + "  a: b: c\n" * 300, "m").origin.findings
    syntax = [f for f in findings if f.code == "AM001"]
    assert len(syntax) == 201
    assert any("there may be more slips" in f.message for f in syntax)


def test_slips_of_a_long_file_are_all_found():
    """A hundred slips among a thousand statements are all found, and everything else is read."""
    nodes = [
        f"  s{i}:\n    claim: {'Costs: too high' if i % 10 == 0 else 'It rained.'}\n    tags: [x]\n"
        for i in range(1_000)
    ]
    m = yaml_format.read("nodes:\n" + "".join(nodes), "m")
    assert [(f.code, f.line) for f in m.origin.findings] == [("AM001", 3 + 30 * i) for i in range(100)]
    assert len(m) == 1_000
    assert m["s990"].text == "Costs: too high"


def test_words_that_yaml_takes_for_values_are_text():
    """No, null, dates and numbers stay what the author wrote, keys among them."""
    m = yaml_format.read("nodes:\n  no: {claim: no, title: 012, note: 2024-05-01, tags: [null, ~, 1e3]}\n", "m.yaml")
    statement = m["no"]
    assert (statement.text, statement.title, statement.note) == ("no", "012", "2024-05-01")
    assert statement.tags == ("null", "~", "1e3")
    assert not m.origin.findings


def test_numbers_and_truth_values_of_json_are_text():
    """Numbers and truth values count as they are written; null counts as absent."""
    m = json_format.read('{"title": 12.50, "nodes": {"a": {"claim": true, "title": null, "implicit": true}}}', "m.json")
    assert (m.title, m["a"].text, m["a"].title, m["a"].implicit, m.origin.findings) == ("12.50", "true", None, True, ())


def test_reading_works_without_the_c_parser(monkeypatch):
    """Where PyYAML came without its C parser, slips are found as well."""
    monkeypatch.delattr(yaml, "CSafeLoader")
    text = 'nodes:\n  a:\n    claim: Costs: too high\n    from: "make 30" p. 3\n    note: @x\n  b: {claim: y}\n'
    m = yaml_format.read(f"about: brief\n{text}", "m.yaml")
    assert [(f.code, f.line) for f in m.origin.findings] == [("AM001", 4), ("AM001", 5), ("AM001", 6)]
    assert [s.text for s in m] == ["Costs: too high", "y"]


@pytest.mark.parametrize("text", ['nodes: {a: {claim: "\\UFFFFFFFF"}}', f"%YAML 1.{'9' * 5_000}\n---\nnodes: {{}}"])
def test_numbers_too_large_for_the_parser_are_findings(text, monkeypatch):
    """PyYAML's own parser raises Python's errors at escapes and versions that are too large: a finding all the same."""
    monkeypatch.delattr(yaml, "CSafeLoader")
    (finding,) = yaml_format.read(text, "m.yaml").origin.findings
    assert (finding.code, finding.line) == ("AM001", 1)


@pytest.mark.parametrize("blank", [" ", "\t"])
def test_long_runs_of_blanks_are_passed_over_once(blank):
    """Blanks of any number before a comment, or before no comment, are passed over once."""
    run = blank * 400_000
    assert without_remark(f"a{run}x") == f"a{run}x"
    assert without_remark(f"a{run}# note") == "a"
