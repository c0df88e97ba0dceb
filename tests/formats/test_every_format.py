"""What holds for every format there is, told from its declaration alone."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import ConvertError
from argmap.formats import Sign
from argmap.formats._parts import kept
from argmap.model.citations import Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.project import documents
from argmap.workflows.importing.sources import renamed

from ..strategies import examples, maps, texts

FEW = examples(33)
NAMES = formats.names()
WRITTEN = [name for name in NAMES if formats.named(name).write]
PARTIAL = [name for name in WRITTEN if formats.named(name).keeps is not None]
TEXT = "It rained all night. So the street is wet, they say. Yet it was swept dry. Sweeping is slow work."
FULL = ArgumentMap(
    title="The street",
    about="log",
    statements=(
        Statement("wet", Kind.CLAIM, "The street is wet.", passages=(Passage("log", Selector("street is wet")),)),
        Statement("rain", Kind.PREMISE, "It rained.", passages=(Passage("log", Selector("rained all night")),)),
        Statement("swept", Kind.CLAIM, "It was swept.", passages=(Passage("log", Selector("it was swept dry")),)),
        Statement("slow", Kind.CLAIM, "Sweeping is slow.", passages=(Passage("log", Selector("Sweeping is slow")),)),
    ),
    relations=(
        Relation.make("support", ["rain"], "wet"),
        Relation.make("attack", ["swept"], "wet"),
        Relation.make("attack", ["slow"], "swept"),
    ),
    sources=(Source("log", "Weather log"),),
    texts={"log": TEXT},
)
FOREIGN = {
    "package.json": b'{"name": "x", "version": "1.0", "dependencies": {"nodes": "^1.0", "edges": "2"}}',
    "graph.json": b'{"nodes": [{"id": 1, "label": "A"}], "edges": [{"source": 1, "target": 1}]}',
    "tree.json": b'{"title": "T", "children": [{"text": "A", "children": []}]}',
    "rows.json": b'[{"id": 1, "text": "A", "data": {"text": "B"}}, {"id": 2}]',
    "nothing.json": b"{}",
    "pom.xml": b'<?xml version="1.0"?><project xmlns="http://maven.apache.org/POM/4.0.0"><name>x</name></project>',
    "feed.xml": b'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item/></channel></rss>',
    "sales.csv": b"date,amount\n2026-01-01,12\n",
    "people.csv": b"id,name,text,type\n1,Ann,hello,boss\n",
    "readme.txt": b"Read me.\n\n1. Install it.\n2. Run it.\n",
    "notes.txt": b"- buy milk\n  - and eggs\n+ one more\n",
    "notes.md": b"# Notes\n\n- buy milk\n  - and eggs\n",
    "config.yaml": b"on: push\njobs:\n  build: {runs-on: ubuntu}\n",
    "compose.yml": b"services:\n  web:\n    image: nginx\n",
    "book.xlsx": b"PK\x03\x04 no book",
    "archive.zip": b"PK\x03\x04 no archive",
}


def shape(m: ArgumentMap) -> tuple[object, ...]:
    """Return what a map says whatever its ids are: statements and relations by their texts, in any order.

    What is said twice of one statement (a citation, a relation) says no more than once; passages and records, which a
    reader may make of what it finds, are left to the tests of each format.
    """
    said = {statement.id: statement.text for statement in m}
    for statement in m:
        said |= {citation.id: f"{statement.text} cites {citation.selector}" for citation in statement.citations}
    for relation in m.relations:  # an undercut stands behind what it cuts
        joined = sorted({said.get(name, name) for name in relation.premises})
        said[relation.id] = f"{relation.kind} from {joined} to {said.get(relation.target, relation.target)}"
    statements = Counter(
        (
            repr(evolve(s, id="", citations=(), passages=())),
            frozenset(evolve(c, id="", statement=None) for c in s.citations),
        )
        for s in m
    )
    relations = {(said[r.id], repr(evolve(r, id="", premises=(), target="", outweighed_by=()))) for r in m.relations}
    return statements, relations, m.title, m.description


def tamed(m: ArgumentMap) -> ArgumentMap:
    """Return a map with sentences and names of sources that any format can hold, each of them another."""
    found = dict.fromkeys([m.about or "", *(s.id for s in m.sources), *(c.source for s in m for c in s.cited)])
    names = {name: f"source-{place}" for place, name in enumerate(found)}
    m = evolve(renamed(m, names), sources=tuple(Source(names[source.id], names[source.id]) for source in m.sources))
    statements = tuple(
        evolve(s, text=f"Sentence {place} says so.", title=s.title and f"Title {place}", note=s.note and "A remark.")
        for place, s in enumerate(m)
    )
    relations = tuple(
        evolve(r, title=r.title and "A step", note=r.note and "A remark.", scheme=r.scheme and "example")
        for r in m.relations
    )
    return evolve(m, title=m.title and "The map", statements=statements, relations=relations)


@pytest.mark.parametrize("name", NAMES)
def test_a_format_declares_what_is_known(name):
    """A format keeps parts that there are, and says what it keeps unless it is one in which people write maps."""
    form = formats.named(name)
    assert (form.keeps or frozenset()) <= formats.parts().keys()
    assert form.write is None or form.keeps is not None or form.is_authored
    assert bool(form.read) != bool(form.read_bytes)
    assert form.suffixes
    assert all(suffix == suffix.lower() and suffix[0] == "." for suffix in form.suffixes)
    assert formats.page(name).partition("\n")[0].endswith(".")


def test_every_format_is_in_a_room():
    """The rooms hold every format once."""
    assert sorted(name for members in formats.rooms().values() for name in members) == sorted(NAMES)


@pytest.mark.parametrize("name", PARTIAL)
@FEW
@given(m=maps().map(tamed))
@example(m=FULL).via("a map whose passages stand in its text")
def test_what_is_written_is_read_again(name, m):
    """Reading what is written gives what the format keeps, up to ids, unless the writer itself told of a loss."""
    form = formats.named(name)
    writing = form.write(m)
    if m.statements and not writing.findings and not writing.beside:
        again = form.of_bytes(writing.encoded, f"m{form.suffixes[0]}")
        assert shape(kept(again, form.keeps)) == shape(kept(m, form.keeps))


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(data=st.data())
def test_no_bytes_raise(name, data):
    """Whatever a file holds, reading it as any format gives a map and findings whose places are in the file."""
    form = formats.named(name)
    given_data = data.draw(st.binary(max_size=60) | texts().map(lambda text: text.encode()) | damaged(name))
    try:
        m = documents.parse(given_data, f"m{form.suffixes[0]}", format=name)
    except ConvertError:
        assert form.names  # no map is in the file, or several are
        return
    assert all(finding.line >= 1 and finding.message for finding in m.origin.findings)


@cache
def sample(name: str) -> bytes:
    """Return a file of a format, or of the first that writes, for one that is only read."""
    form = formats.named(name)
    return form.write(FULL).encoded if form.write else formats.named("yaml").write(FULL).encoded


def damaged(name: str) -> st.SearchStrategy[bytes]:
    """Return files that were cut, doubled in part, or changed in a byte."""
    whole = sample(name)
    places = st.integers(0, len(whole))
    return st.builds(
        lambda a, b, new: whole[: min(a, b)] + new + whole[max(a, b) :],
        places,
        places,
        st.binary(max_size=3) | st.sampled_from([b"", b"null", b"[", b"{", b'"', b"<", b"&#0;", whole[:40]]),
    )


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_is_told_as_that_format(name):
    """A file is told as the format that it was written in, by every ending that the format goes by."""
    written = sample(name)
    for suffix in formats.named(name).suffixes:
        assert formats.format_of(f"m{suffix}", written) == name, suffix
        assert formats.sign(f"m{suffix}", lambda: written) >= Sign.POSSIBLE


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("other", WRITTEN)
def test_no_format_is_sure_of_what_another_writes(name, other):
    """What one format writes, no other is surer of; of those that share an ending, none is as sure."""
    ours, theirs = formats.named(name), formats.named(other)
    if name == other or not theirs.sniff:
        return
    written = sample(name)
    sure = ours.sniff(written) if ours.sniff else Sign.LIKELY
    if set(ours.suffixes) & set(theirs.suffixes):
        assert theirs.sniff(written) < max(sure, Sign.LIKELY)


@pytest.mark.parametrize("file", FOREIGN)
def test_files_of_other_programs_are_no_maps(file):
    """In a folder, tables, texts, XML and JSON of other programs are not taken for maps."""
    assert formats.sign(file, lambda: FOREIGN[file]) < Sign.LIKELY


def test_every_page_for_users_of_other_programs_is_listed():
    """The page that helps to choose leads to every page in its folder."""
    folder = Path(__file__).parent.parent.parent / "docs" / "coming-from"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in folder.glob("[!R]*.md") if f"({page.name})" not in listed] == []
