"""What messages print to write instead: it is read where it belongs, and the finding is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from argmap.formats import argdown
from argmap.formats import json as json_format
from argmap.formats import yaml as yaml_format
from argmap.text import LineIndex

from .test_native_slips import cases

READERS = {"json": json_format.read, "argdown": argdown.read}
OFFER = re.compile(r"\bwrite (?!(?:its|an?|the|one|each|some|it|what|and|or|as) |'- ' and|\\n for)(?=\S)")
ENDS = re.compile(r"$|;? or,? |, | for | where | at | with | and |: | below | after | \(")
LINE = re.compile(r" at the end of line (\d+)")

OTHERS = [
    ("yaml", line)
    for line in (
        "cite: '\"two wells\" letter p. 2'",
        'cite: "“two wells”, letter"',
        'cite: "\'two\' and \\"wells\\" dry"',
        "cite: '«два колодца» (письмо, с. 2)'",
        'cite: [\'"two wells" letter\', memo "dry"]',
        'cite: letter "two, wells" as the mayor says',
        'cite: "letter \\"two wells\\" (see the map)"',
        "cite: letter 'two wells' p. 2",
        'cite: letter "two wells',
        "because: b, c",
        "because: [b and c]",
        "because:\n    - b und c",
        "because: b; c and d",
        "objections: [b]",
        "against: b",
        "opposed_by: b",
        "reasons: [b]",
        "citation: letter",
        "objection: b",
        'evidence: letter "two wells"',
        "premise: b",
        "cite: {source: letter, page: 3}",
        "cite: {url: letter, passage: two wells}",
    )
]
OTHERS = [
    (form, f"nodes:\n  a:\n    claim: A.\n    {line}\n  b: {{claim: B.}}\n  c: {{claim: C.}}\n")
    for form, line in OTHERS
]
OTHERS += [
    ("json", '{"nodes": {"a": {"claim": "A.", "cite": "\\"two wells\\" letter"}}}'),
    ("json", '{"nodes": {"a": {"claim": "A.", "cite": "letter \\"two wells\\" as he says"}}}'),
    ("argdown", "[A]: a {cite: '\"two wells\" letter p. 2'}"),
    ("argdown", "[A]: a {cite: 'letter \"two wells\" as he says'}"),
    ("yaml", "nodes:\n  a: {claim: A., cite: https://example.org/w#:~:text=two%20wells,dry}\n"),
    ("yaml", "nodes:\n  a: {claim: A., cite: [https://example.org/w#:~:text=the-,two%20wells,dry]}\n"),
    ("argdown", "[A]: a {cite: https://example.org/w#:~:text=two%20wells,dry}"),
    ("argdown", "[A]: so [...] it is"),
    ("argdown", "[A]: a < b and c > d"),
    ("argdown", "[sic] he wrote"),
    ("argdown", "##Rain\n\n[A]: a"),
    ("argdown", "[A]: a {cite: x"),
    ("argdown", "===\ngroupDepth: 2\n===\n\n[A]: a"),
]
SLIPS = [
    *(
        pytest.param("json" if form == "json" else "yaml", text, id=case.id)
        for case in cases()
        for form, text, _ in [case.values]
    ),
    *(pytest.param(form, text, id=f"{form}: {text[-40:]}") for form, text in OTHERS),
]


def offers(message: str) -> Iterator[list[str]]:
    """Yield, for each thing that a message says to write, what that may be: all that follows, or less."""
    for offer in OFFER.finditer(message):
        rest = message[offer.end() :]
        parts = [rest[: found.start()] for found in ENDS.finditer(rest)]
        parts += [part[1:-1] for part in parts if len(part) > 1 and part[0] == part[-1] == "'"]
        if "…" not in min(parts, key=len):
            yield parts


def placed(text: str, finding, mend: str) -> Iterator[str]:
    """Yield the text with a mend in the places where it may belong: what the finding marks, its line, or its value."""
    lines = LineIndex(text)
    start, end = lines.start(finding.line) + finding.column - 1, lines.start(finding.end_line) + finding.end_column - 1
    first, last = lines.extent(finding.line)
    yield from (text[:start] + part + text[end:] for part in (mend, mend.rstrip(":"), mend + text[start:end]))
    for begin in re.finditer(r"\A[ ]*|\A[ \-]*|\A[\w\"' -]*:[ \t]*", text[first:last]):
        yield text[: first + begin.end()] + mend + text[last:]
    yield text[:start] + mend + text[last:]
    for begin in re.compile(r"(?:(?<=\n)|(?<=\n)[ ]*(?:- *)?|[\w\"'-]*: *)(?=[^\s])").finditer(text[first:last]):
        yield text[: first + begin.end()] + mend + text[last:]
    written = re.compile(r"\s*".join(map(re.escape, mend.split()))).search(text, first)
    if written:
        yield text[: written.start()] + mend + text[written.end() :]
    yield text[:end] + mend + text[end:]
    if at := LINE.search(finding.message):
        end_of_line = lines.extent(int(at[1]))[1]
        yield text[:end_of_line] + mend + text[end_of_line:]


def is_mended(read, text: str, finding, mend: str) -> bool:
    """Tell whether a mend works somewhere: this finding is gone, and no other has come."""
    before = [(f.code, f.message) for f in read(text, "m").origin.findings]
    wrong = (finding.code, finding.message)
    for after in placed(text, finding, mend):
        found = [(f.code, f.message) for f in read(after, "m").origin.findings]
        if found.count(wrong) < before.count(wrong) and len(found) < len(before):
            return True
    return False


@pytest.mark.parametrize(("form", "text"), SLIPS)
def test_what_a_message_prints_removes_its_finding(form, text):
    """Whatever a message says to write is read where it belongs, and nothing is wrong with it there."""
    read = READERS.get(form, yaml_format.read)
    for finding in read(text, "m").origin.findings:
        for parts in offers(finding.message):
            assert any(is_mended(read, text, finding, part) for part in parts), (finding.message, parts)


def test_most_messages_print_something_to_write():
    """The test above looks at many messages, not at a few."""
    found = [f for p in SLIPS for f in READERS.get(p.values[0], yaml_format.read)(p.values[1], "m").origin.findings]
    assert sum(1 for finding in found for _ in offers(finding.message)) > 100
