"""The native document: what holds for every map, every text and every layout."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats import json as json_format
from argmap.formats import yaml as yaml_format
from argmap.model.document import ArgumentMap
from argmap.native.citation import parse, short
from argmap.native.json.tree import parse as parse_json
from argmap.native.scalars import inline
from argmap.native.tree import Mapping, Scalar, Sequence
from argmap.native.write import to_tree
from argmap.native.yaml.tree import parse as parse_yaml

from ..strategies import examples, ids, maps, selectors, texts
from .documents import documents

FORMS = pytest.mark.parametrize("form", [yaml_format, json_format], ids=["yaml", "json"])
FEW = examples(50)


def assert_places_lie_inside(m):
    """Every finding begins and ends inside the text, and begins before it ends."""
    lines = m.origin.lines
    for f in m.origin.findings:
        assert 1 <= f.line <= f.end_line <= len(lines)
        assert 1 <= f.column <= len(lines.line(f.line)) + 1
        assert (f.line, f.column) <= (f.end_line, f.end_column)
        assert f.end_column <= len(lines.line(f.end_line)) + 2


@FORMS
@FEW
@given(m=maps())
def test_map_survives_writing_and_reading(form, m):
    """Reading what was written gives the same map, without a finding."""
    writing = form.write(m)
    again = form.read(writing.text, "m")
    assert writing.findings == ()
    assert again.origin.findings == ()
    assert again == m


@FORMS
@FEW
@given(m=maps())
@example(m=ArgumentMap(title="a last line of spaces\n  ")).via("a block that seems to end above")
def test_written_text_is_laid_out_already(form, m):
    """What is written is in canonical layout."""
    text = form.write(m).text
    assert form.lay_out(text) == text


@given(st.text(st.sampled_from("a0 :-?,[]{}#&*!|>'\"%@=<~.\\+\n\t…\x85\ufdd0"), min_size=1, max_size=6))
@example("0:?").via("what ends a text inside brackets")
def test_texts_on_one_line_are_read_as_written(text):
    """A text is quoted wherever YAML would read another, as a key, a value or an item, in blocks and in brackets."""
    block, flow = inline(text), inline(text, flow=True)
    assert plain(parse_yaml(Flaws(f"{block}: {block}"))) == [(text, text)]
    assert plain(parse_yaml(Flaws(f"- {block}\n- {block}: {block}"))) == [text, [(text, text)]]
    assert plain(parse_yaml(Flaws(f"[{flow}, {{{flow}: {flow}}}]"))) == [text, [(text, text)]]


@FEW
@given(maps())
def test_written_json_is_json(m):
    """What is written as JSON says, to any JSON reader, what the tree of the map says."""
    tree, _ = to_tree(m)
    text = json_format.write(m).text
    assert as_texts(json.loads(text, object_pairs_hook=list)) == plain(tree)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@FEW
@given(documents())
def test_layout_changes_nothing_but_the_layout(document):
    """Laying a file out twice is laying it out once; the map, the findings and every comment stay."""
    text, comments = document
    once = yaml_format.lay_out(text)
    assume(once is not None)
    before, after = yaml_format.read(text, "m"), yaml_format.read(once, "m")
    assert after == before
    assert sorted(f.code for f in after.origin.findings) == sorted(f.code for f in before.origin.findings)
    assert [comment for comment in comments if comment not in once] == []
    assert yaml_format.lay_out(once) == once


@pytest.mark.parametrize("key", ["from", "cite"])
@pytest.mark.parametrize(
    "place", ["{stance: 12}", "{memo: 12}", "{memo: no}", "{memo: two wells}", '{memo: "two wells"}']
)
@pytest.mark.parametrize("text", ["It rained.", ">-\n      It\n      rained."])
def test_marks_that_layout_adds_or_drops_change_no_place(key, place, text):
    """A place that is read is read the same after layout; one that only its marks tell is left as it stands."""
    document = f"nodes:\n  a:\n    claim: {text}\n    {key}: {place}\n"
    laid_out = yaml_format.lay_out(document) or document
    assert yaml_format.read(laid_out, "m") == yaml_format.read(document, "m")


@FORMS
@given(text=st.text(max_size=200))
@example(text="\x00").via("a control character alone")
@example(text="\ud800").via("half a character")
@example(text=" \t").via("a blank line that is no YAML")
def test_any_text_is_read(form, text):
    """Any text gives a map, and findings whose places lie inside it."""
    assert_places_lie_inside(form.read(text, "m"))


def test_a_document_in_braces_is_laid_out_as_a_block():
    """A document in braces becomes a block, and the comments around it and in it stay."""
    text = "# above\n{title: T, # beside\nnodes: {a: {claim: x}}}\n# below\n"
    assert yaml_format.lay_out(text) == "# above\ntitle: T  # beside\nnodes: {a: {claim: x}}\n# below\n"
    assert yaml_format.lay_out("{nodes: {a: {claim: x}}}") == "nodes: {a: {claim: x}}\n"


@FORMS
@given(
    start=st.sampled_from(["", "nodes: {a: {claim: A.}}\n", '{"nodes": {"a": {"claim": "A."}}, ']),
    words=st.lists(
        st.sampled_from(
            [
                "nodes",
                "a",
                ":",
                " ",
                "\n",
                "- ",
                "[",
                "]",
                "{",
                "}",
                '"',
                "'",
                "#",
                ",",
                "|\n",
                "*",
                "&",
                "!",
                "\t",
                "  ",
                "claim: x\n",
                "...",
            ]
        ),
        max_size=40,
    ),
)
def test_any_heap_of_signs_is_read(form, start, words):
    """Any heap of the signs that mean something gives a map, and a layout that changes nothing or none.

    What is refused as another program's has no statement.
    """
    text = "".join([start, *words])
    m = form.read(text, "m")
    assert_places_lie_inside(m)
    try:
        once = form.lay_out(text)
    except ConvertError:
        assert not any(statement.text for statement in m)
        return
    if once is not None:
        assert form.read(once, "m") == m
        assert form.lay_out(once) == once


@FORMS
@FEW
@given(data=st.data(), m=maps())
def test_any_mutation_is_read(form, data, m):
    """A valid file with pieces cut out, doubled or put in is read, and every finding lies inside it."""
    text = form.write(m).text
    for _ in range(data.draw(st.integers(1, 3))):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        end = min(end, start + 40)
        new = data.draw(
            st.sampled_from([text[start:end] * 2, "", ": ", "\n", '"', "  - ", "\t", "{", "]", "#", "\x00", "'"])
        )
        text = text[:start] + new + text[end:]
    assert_places_lie_inside(form.read(text, "m"))


def plain(node):
    """Return what a tree says, with texts for numbers and truth values."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return [(key.value, plain(value)) for key, value in node.pairs]
    assert isinstance(node, Sequence)
    return [plain(item) for item in node.items]


def as_texts(found):
    """Return what Python's JSON reader finds, with texts for numbers and truth values."""
    if isinstance(found, list | tuple):
        return type(found)(map(as_texts, found))
    return found if found is None else str(found).lower() if isinstance(found, bool) else str(found)


JSON_VALUES = st.recursive(
    st.none() | texts() | st.booleans() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(texts(), inner)
)


@given(JSON_VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_json_is_read_as_python_reads_it(value, indent, ascii_only):
    """Whatever is JSON is read as Python's reader reads it, however it is written."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    flaws = Flaws(text)
    assert plain(parse_json(flaws)) == as_texts(json.loads(text, object_pairs_hook=list))
    assert not flaws.found


@given(ids(), st.none() | selectors(), st.none() | texts(), st.none() | ids())
def test_short_form_is_only_written_where_it_reads_back(source, selector, locator, about):
    """The short form of a citation, where there is one, means what it was written for."""
    written = short(source, selector, locator, about)
    if written is not None:
        found = parse(written)
        assert (found.source or about, found.selector, found.locator) == (source, selector, locator)


@given(
    ids(),
    st.sampled_from(["Mean speed … 41 streets", "make 30", "one ... two"]),
    st.sampled_from([None, "p. 12", "§ 3", "table H4"]),
)
def test_short_form_is_there_for_what_people_write(source, quote, locator):
    """Phrases with or without a locator have a short form."""
    from argmap.model.citations import Selector

    assert short(source, Selector(quote), locator, None) == f'{source} "{quote}"' + (f" {locator}" if locator else "")
