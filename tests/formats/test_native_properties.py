"""The native document: what holds for every map, every text and every layout."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import json as json_format
from argmap.formats import yaml as yaml_format
from argmap.formats._native.citation import parse, short
from argmap.formats._native.format import format_json, format_yaml
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.document import ArgumentMap, Group
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.sources import Reliability, Source, SourceKind
from argmap.model.statements import Kind, Statement

CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.one_of(
    st.text(CHARACTERS, min_size=1, max_size=40),
    st.sampled_from(
        ["no", "12", "null", "~", "a: b", "a #b", "- x", "'it''s'", '"q"', "x\ny", " x ", "{a}", "*a", "…", "名 😀"]
    ),
    st.lists(st.sampled_from(["word", "longer-word", "a", "1,200", "it's"]), min_size=20, max_size=40).map(" ".join),
).filter(str.strip)
IDS = st.from_regex(r"[a-zéß東0-9][a-z0-9_.\-]{0,8}", fullmatch=True)
FORMATS = [yaml_format, json_format]


FEW = settings(max_examples=40)


@st.composite
def maps(draw):
    """Draw a map with everything that a document can say."""
    names = draw(st.lists(IDS, min_size=1, max_size=5, unique=True))
    sources = draw(st.lists(IDS, max_size=3, unique=True))
    some = st.none() | TEXTS
    selectors = st.none() | st.builds(Selector, TEXTS, st.none() | st.integers(1, 99))

    def citations(name):
        found = draw(st.lists(st.tuples(IDS, selectors, some, st.sampled_from(Stance)), max_size=3))
        return tuple(
            Citation(f"{name}@{source}" + (f"-{i}" if i else ""), source, selector, locator, stance)
            for i, (source, selector, locator, stance) in enumerate(found)
        )

    statements = tuple(
        Statement(
            name,
            draw(st.sampled_from(Kind)),
            draw(TEXTS),
            draw(some),
            draw(st.none() | IDS),
            tuple(draw(st.lists(st.builds(Passage, IDS, selectors, some), max_size=2))),
            citations(name),
            draw(some),
            tuple(draw(st.lists(TEXTS, max_size=2))),
            draw(st.booleans()),
        )
        for name in names
    )
    kinds = st.sampled_from([RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.CONTRADICTION])
    ends = st.lists(IDS | st.sampled_from(names), min_size=1, max_size=3).map(tuple)
    relations = {}
    for i, (kind, premises) in enumerate(draw(st.lists(st.tuples(kinds, ends), max_size=4))):
        target = draw(st.sampled_from(names))
        usual = relation_id(kind, premises, target)
        identity = f"step {i}: x" if usual in relations or draw(st.booleans()) else usual
        relations[identity] = Relation(identity, kind, premises, target, draw(some))
    cut = [*relations, *(citation.id for s in statements for citation in s.citations)]
    for i, premises in enumerate(draw(st.lists(ends, max_size=2)) if cut else []):
        identity = f"cut {i}"
        relations[identity] = Relation(identity, RelationKind.UNDERCUT, premises, draw(st.sampled_from(cut)))
    records = tuple(
        Source(
            name,
            draw(TEXTS),
            tuple(draw(st.lists(TEXTS, max_size=2))),
            kind=draw(st.none() | st.sampled_from(SourceKind)),
            url=draw(some),
            based_on=tuple(draw(st.lists(IDS, max_size=2))),
            reliability=draw(st.none() | st.builds(Reliability, TEXTS, some)),
        )
        for name in sources
    )
    groups = tuple(
        Group(name, draw(TEXTS), draw(st.none() | IDS)) for name in draw(st.lists(IDS, max_size=2, unique=True))
    )
    return ArgumentMap(
        draw(st.just("") | TEXTS),
        draw(some),
        draw(st.none() | IDS),
        groups,
        statements,
        tuple(relations.values()),
        records,
    )


@pytest.mark.parametrize("form", FORMATS, ids=["yaml", "json"])
@FEW
@given(m=maps())
def test_map_survives_writing_and_reading(form, m):
    """Reading what was written gives the same map, without a finding."""
    writing = form.write(m)
    again = form.read(writing.text, "m")
    assert again.origin.findings == ()
    assert again == m
    assert writing.findings == ()


@FEW
@given(maps())
def test_written_yaml_is_laid_out_already(m):
    """What is written is in canonical layout."""
    text = yaml_format.write(m).text
    assert format_yaml(text) == text


@pytest.mark.parametrize("form", FORMATS, ids=["yaml", "json"])
@given(text=st.text(max_size=200))
def test_any_text_is_read(form, text):
    """Any text gives a map and findings whose places lie inside it."""
    m = form.read(text, "m")
    lines = len(m.origin.lines)
    assert all(1 <= f.line <= f.end_line <= lines and f.column >= 1 for f in m.origin.findings)


@pytest.mark.parametrize("form", FORMATS, ids=["yaml", "json"])
@FEW
@given(data=st.data(), m=maps())
def test_any_mutation_is_read(form, data, m):
    """A valid file with a piece cut out, doubled or put in elsewhere is read without raising."""
    text = form.write(m).text
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    piece = data.draw(st.sampled_from([text[start:end], "", ": ", "\n", '"', "  - ", "\t", "{", "]", "#", "\x00", "'"]))
    form.read(text[:start] + piece + text[data.draw(st.sampled_from([start, end])) :], "m")


@st.composite
def documents(draw):
    """Draw a document as an author might write it: odd order, quotes, flow and block style, comments, blank lines."""
    lines = []

    def aside():
        return draw(st.sampled_from(["", "", "  # a remark", " # [x] : 'y'"]))

    def between(indent):
        kinds = st.sampled_from(["", " " * indent + "# a line of its own", "# at the left"])
        lines.extend(draw(st.lists(kinds, max_size=2)))

    quote = st.sampled_from(["{}", '"{}"', "'{}'"])
    if draw(st.booleans()):
        lines.append(f"title: {draw(quote).format('A title')}{aside()}")
    between(0)
    lines.append(f"nodes:{aside()}")
    names = draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4, unique=True))
    for name in names:
        between(2)
        lines.append(f"  {name}:{aside()}")
        parts = [f"    claim: {draw(quote).format('Some words')}{aside()}"]
        if draw(st.booleans()):
            parts.append(
                f"    because: [{', '.join(draw(st.lists(st.sampled_from(names), min_size=1, max_size=3)))}]{aside()}"
            )
        if draw(st.booleans()):
            parts.append(
                f"    but:{aside()}\n      - {draw(st.sampled_from(names))}{aside()}\n      # before an item\n"
                f"      - reason: x + y{aside()}\n        id: s-{name}\n      - {{premise: In place, id: p-{name}}}"
            )
        if draw(st.booleans()):
            parts.append("    note: |\n      two\n      lines # no comment")
        for part in draw(st.permutations(parts)):
            between(4)
            lines.append(part)
    between(0)
    return "\n".join(lines) + "\n"


@FEW
@given(documents())
def test_layout_changes_nothing_but_the_layout(text):
    """Laying a file out twice is laying it out once; the map stays the same, and so does every comment."""
    once = format_yaml(text)
    assert once is not None
    assert format_yaml(once) == once
    assert yaml_format.read(once, "m") == yaml_format.read(text, "m")
    assert sorted(re.findall(r"#(?! no comment).*", once)) == sorted(re.findall(r"#(?! no comment).*", text))


@FEW
@given(maps())
def test_json_layout_is_stable(m):
    """Laying JSON out twice is laying it out once, and the map stays the same."""
    text = json_format.write(m).text
    once = format_json(text)
    assert format_json(once) == once
    assert json_format.read(once, "m") == m


def test_file_with_a_syntax_error_has_no_layout():
    """What cannot be read is not laid out."""
    assert format_yaml("nodes: {a: {claim: x: y}}") is None
    assert format_json("{") is None


def test_truth_values_and_numbers_stay_bare():
    """True and numbers are laid out without quotation marks, in YAML and in JSON."""
    text = "nodes:\n  a:\n    claim: x\n    implicit: \"yes\"\n    cite: {source: s, quote: b, nth: '2'}\n"
    once = format_yaml(text)
    assert "implicit: true\n" in once
    assert "nth: 2" in once
    assert '"implicit": true' in json_format.write(yaml_format.read(text, "m")).text


@given(IDS, st.none() | st.builds(Selector, TEXTS, st.none() | st.integers(1, 9)), st.none() | TEXTS, st.none() | IDS)
def test_short_form_is_only_written_where_it_reads_back(source, selector, locator, about):
    """The short form of a citation, where there is one, means what it was written for."""
    written = short(source, selector, locator, about)
    if written is not None:
        found = parse(written)
        assert (found.source or about, found.selector, found.locator) == (source, selector, locator)
