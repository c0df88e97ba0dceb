"""REFI-QDA: what becomes of coded quotations, and of a map written as a project."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ConvertError
from argmap.formats._parts import kept
from argmap.formats.annotated import qdpx
from argmap.formats.annotated.qdpx import archive, project
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.workflows.importing.sources import renamed

from ...strategies import maps

TEXT = "The bus is dear, they say. \r\nSo nobody rides it. Fares rose twice in May, and the line was cut.\r\n"
ARROW = "<Link guid='{0}' name='{1}' direction='OneWay' originGUID='{2}' targetGUID='{3}'/>"


def number(n: int) -> str:
    """Return an identity."""
    return f"{n:08x}-1111-4111-8111-111111111111"


def coding(n: int, code: int) -> str:
    """Return a coding with a code."""
    return f"<Coding guid='{number(n)}' creatingUser='{number(9)}'><CodeRef targetGUID='{number(code)}'/></Coding>"


def selection(n: int, start: int, end: int, inner: str = "") -> str:
    """Return a quotation."""
    ends = f"startPosition='{start}' endPosition='{end}'"
    return f"<PlainTextSelection guid='{number(n)}' name='' {ends}>{inner}</PlainTextSelection>"


def xml(selections: str = "", links: str = "", sources: str = "") -> str:
    """Return a project of one interview: Barriers with Cost and Fares, and Evidence."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Project name="Buses" origin="Coder 5" xmlns="urn:QDA-XML:project:1.0">
<Users><User guid="{number(9)}" name="Ann"/></Users>
<CodeBook><Codes>
<Code guid="{number(1)}" name="Barriers" isCodable="true"><Code guid="{number(2)}" name="Cost" isCodable="true"/>
<Code guid="{number(4)}" name="Fares" isCodable="true"/></Code>
<Code guid="{number(3)}" name="Evidence" isCodable="true"/>
</Codes></CodeBook>
<Sources><TextSource guid="{number(10)}" name="Interview 1" plainTextPath="internal://A.txt">
{selections}
</TextSource>{sources}</Sources>
<Notes><Note guid="{number(8)}" name="memo"><PlainTextContent>Look at prices.</PlainTextContent></Note></Notes>
<Links>{links}</Links>
</Project>
"""


def packed(content: str, text: str | bytes = TEXT, name: str = "Sources/a.txt") -> bytes:
    """Return an archive with a project and a text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("project.qde", content)
        parts.writestr(name, text)
    return out.getvalue()


def read(content: str, text: str | bytes = TEXT) -> ArgumentMap:
    """Read an archive with a project and a text."""
    return qdpx.read(packed(content, text), "p.qdpx")


def written(m: ArgumentMap) -> project.Node:
    """Write a map, and return the project."""
    from argmap.flaws import Flaws

    root = project.parse(Flaws(archive.opened(qdpx.write(m).encoded).project))
    assert root is not None
    return root


def told(m: ArgumentMap) -> list[str]:
    """Return what reading told, up to the colon, sorted."""
    return sorted(finding.message.partition(":")[0] for finding in m.origin.findings)


def unordered(m: ArgumentMap) -> ArgumentMap:
    """Return a map in which statements and sections are sorted: a project has those of each source together."""
    statements = tuple(sorted(m.statements, key=lambda statement: statement.id))
    return evolve(m, statements=statements, groups=tuple(sorted(m.groups, key=lambda group: group.id)))


QUOTED = xml(
    selection(20, 0, 26, coding(30, 2))
    + selection(21, 0, 26, f"{coding(31, 3)}<NoteRef targetGUID='{number(8)}'/>")
    + selection(22, 28, 46, "<Description>Why?</Description>"),
    ARROW.format(number(40), "supports", number(20), number(22)),
)


def test_a_quotation_keeps_its_last_letter_where_ends_are_counted_with_it():
    """Where a quotation's name has one letter more than its offsets, it is read whole, and its offsets stay."""
    content = xml(selection(20, 0, 25).replace("name=''", "name='The bus is dear, they say.'"))
    m = read(content)
    (statement,) = m.statements
    assert statement.text == "The bus is dear, they say."
    (again,) = [node for node, _ in written(m).walk() if node.name == "PlainTextSelection"]
    assert again.get("endPosition") == "25"


def test_coded_quotations_are_statements():
    """Quotations of one place are one statement: its codes are tags, their category its section, memos its remark."""
    m = read(QUOTED)
    dear, nobody = m.statements
    assert (dear.text, dear.kind, dear.tags, dear.group) == (
        "The bus is dear, they say.",
        Kind.EVIDENCE,
        ("Cost",),
        "barriers",
    )
    assert (dear.note, nobody.note) == ("Look at prices.", "Why?")
    assert [passage.selector for passage in dear.passages] == [Selector("The bus is dear, they say")]
    assert [(group.id, group.title) for group in m.groups] == [("barriers", "Barriers")]
    assert [(r.kind, r.premises, r.target) for r in m.relations] == [(RelationKind.SUPPORT, (dear.id,), nobody.id)]
    assert (m.title, m.about, m.sources, m.texts) == (
        "Buses",
        "interview-1",
        (Source("interview-1", "Interview 1"),),
        {"interview-1": TEXT},
    )
    assert told(m) == ["users", "who coded a quotation, and when"]


def test_line_ends_that_count_once_are_told_from_those_that_count_twice():
    """Offsets are counted so that most quotations begin and end where words do, and written again in the same way."""
    twice, once = (selection(22, start, start + 18, coding(30, 2)) for start in (29, 28))
    for content in (xml(twice), xml(once)):
        m = read(content)
        assert [statement.text for statement in m] == ["So nobody rides it"]
        assert project.flat(written(m)) == project.flat(written(read(content)))
        (again,) = [node for node, _ in written(m).walk() if node.name == "PlainTextSelection"]
        assert f"startPosition='{again.get('startPosition')}'" in content


def test_a_project_comes_back_as_it_was():
    """A map that is written without a change gives the same elements, attributes and texts."""
    from argmap.flaws import Flaws

    m = read(QUOTED)
    before = project.parse(Flaws(QUOTED))
    assert before is not None
    assert project.flat(written(m)) == project.flat(before)
    assert archive.opened(qdpx.write(m).encoded).texts == {"a.txt": TEXT}
    assert qdpx.write(m).findings == ()


def test_a_source_that_has_another_id_is_known_by_its_text():
    """Where a project of argmap numbers the source, its quotations still go back into the text that they were in."""
    m = read(QUOTED)
    again = renamed(evolve(m, texts={"interview-1-2": TEXT}, sources=()), {"interview-1": "interview-1-2"})
    assert project.flat(written(again)) == project.flat(written(m))


def test_what_the_map_says_now_is_written():
    """Other tags are other codings, a new remark is a description, and a passage that moved has other offsets."""
    m = read(QUOTED)
    dear, nobody = m.statements
    moved = (Passage("interview-1", Selector("line was cut")),)
    dear = evolve(dear, tags=("Fares", "new"), kind=Kind.CLAIM, note="N.")
    changed = evolve(m, statements=(dear, evolve(nobody, passages=moved, text="It was cut.")))
    writing = qdpx.write(changed)
    root = written(changed)
    again = qdpx.read(writing.encoded, "p.qdpx")
    assert (again.statements[0].tags, again.statements[0].kind) == (("Fares", "new"), Kind.CLAIM)
    assert again.statements[1].text == "line was cut"
    assert [f.message for f in writing.findings] == [
        "1 statement is written in the words of its quotation, not in its own"
    ]
    first = next(node for node, _ in root.walk() if node.guid == number(20))
    assert first.words("Description") == "N."


def test_what_hangs_on_a_statement_that_is_gone_is_not_written():
    """Its quotations, and links to them, are left out and told."""
    m = read(QUOTED)
    writing = qdpx.write(evolve(m, statements=m.statements[:1], relations=()))
    again = qdpx.read(writing.encoded, "p.qdpx")
    assert ([s.text for s in again], again.relations) == (["The bus is dear, they say."], ())
    assert again.origin.findings == tuple(f for f in again.origin.findings if "link" not in f.message)
    assert [f.message for f in writing.findings] == ["1 quotation whose statement is gone is not written"]


def test_new_statements_join_a_project():
    """A statement of one's own is a quotation with its tags as codes where its words stand, else a note."""
    m = read(QUOTED)
    passages = (Passage("interview-1", Selector("Fares rose twice")),)
    new = Statement("new", Kind.PREMISE, "Fares rose twice", passages=passages, tags=("Fares",))
    changed = evolve(m, statements=(*m.statements, new))
    again = qdpx.read(qdpx.write(changed).encoded, "p.qdpx")
    assert [(s.text, s.kind, s.tags) for s in again][2] == ("Fares rose twice", Kind.PREMISE, ("Fares",))


WORDS = ["bus is dear", "nobody rides", "Fares rose … line was cut", "twice in May", "nowhere here"]


@given(
    m=maps(), chosen=st.lists(st.lists(st.sampled_from(WORDS), max_size=2), max_size=6), stance=st.sampled_from(Stance)
)
def test_a_map_comes_back(m, chosen, stance):
    """What is kept of a map is read again, though not in its order, unless the writer told of a loss."""
    statements = []
    for place, statement in enumerate(m):
        there = [Passage("talk", Selector(quote)) for quote in (chosen[place] if place < len(chosen) else ())]
        name = f"{statement.id}@talk"
        cited = tuple(Citation(name, p.source, p.selector, stance=stance, statement=statement.id) for p in there[:1])
        statements.append(evolve(statement, passages=tuple(there), citations=cited))
    m = evolve(m, statements=tuple(statements), annex={}, texts={"talk": TEXT})
    writing = qdpx.write(m)
    again = qdpx.read(writing.encoded, "m.qdpx")
    if not writing.findings:
        assert unordered(kept(again, qdpx.FORMAT.keeps)) == unordered(kept(m, qdpx.FORMAT.keeps))
        assert qdpx.write(m).encoded == writing.encoded


def test_a_map_with_all_that_is_kept_comes_back():
    """Sections in sections, tags, remarks, links and citations of a map are read again, with their ids."""
    m = ArgumentMap(
        "Buses",
        "A line.",
        statements=(
            Statement(
                "a", Kind.CLAIM, "Buses are dear.", group="in", passages=(Passage("talk", Selector("bus is dear")),)
            ),
            Statement("b", Kind.EVIDENCE, "Fares rose.", note="N.", tags=("Fares", "x")),
            Statement("c", Kind.OBJECTION, "No.", passages=(Passage("talk", Selector("twice in May")),)),
        ),
        relations=(
            Relation("s", RelationKind.SUPPORT, ("b",), "a"),
            Relation("u", RelationKind.UNDERCUT, ("c",), "s"),
            Relation("x", RelationKind.CONTRADICTION, ("c",), "a"),
        ),
        texts={"talk": TEXT},
    )
    from argmap.model.document import Group

    m = evolve(m, groups=(Group("out", "Outer"), Group("in", "Inner", "out")))
    writing = qdpx.write(m)
    assert writing.findings == ()
    again = qdpx.read(writing.encoded, "m.qdpx")
    assert unordered(kept(again, qdpx.FORMAT.keeps)) == unordered(kept(m, qdpx.FORMAT.keeps))


def test_ids_are_as_the_schema_demands():
    """Each GUID that is written has the form of one, and each reference leads to one."""
    m = read(QUOTED)
    m = evolve(m, annex={})
    root = written(m)
    guids = {node.get("guid") for node, _ in root.walk() if node.get("guid")}
    assert all(len(each) == 36 and each.count("-") == 4 for each in guids)
    named = [v for node, _ in root.walk() for k, v in node.attributes.items() if k in ("targetGUID", "originGUID")]
    assert named
    assert set(named) <= guids
    order = [child.name for child in root.children]
    assert order == sorted(order, key=project.ORDER.index)


def test_a_text_may_stand_in_the_project():
    """A project without an archive has its texts in itself; a quotation of a page has its words."""
    inline = xml().replace(
        "</Sources>",
        f"<TextSource guid='{number(50)}' name='Inline'><PlainTextContent>It fell. It rose.</PlainTextContent>"
        f"{selection(51, 9, 16, coding(52, 2))}</TextSource>"
        f"<PDFSource guid='{number(53)}' name='Paper' path='internal://p.pdf'>"
        f"<PDFSelection guid='{number(54)}' page='3' firstX='1' firstY='1' secondX='2' secondY='2'>"
        f"<Representation guid='{number(55)}'><PlainTextContent>"
        f"six of ten wells</PlainTextContent></Representation>{coding(56, 3)}</PDFSelection></PDFSource></Sources>",
    )
    m = qdpx.read(inline.encode(), "p.qde")
    assert [(s.text, [(p.selector.quote, p.locator) for p in s.passages if p.selector]) for s in m] == [
        ("It rose", [("It rose", None)]),
        ("six of ten wells", [("six of ten wells", "p. 4")]),
    ]


def test_texts_that_were_not_kept_are_told():
    """A project whose texts are not at hand is written without them, which is told; its quotations stay."""
    m = read(QUOTED)
    writing = qdpx.write(evolve(m, texts={}))
    assert [finding.message for finding in writing.findings][:2] == [
        "1 text of a source is not written, for it is not at hand: argmap import keeps texts beside a map",
        "2 quotations stay where they stood, for the texts are not at hand",
    ]
    assert not any("at hand" in finding.message for finding in qdpx.write(m).findings)


def test_what_has_no_place_is_told():
    """Offsets outside the text, codes that are not there, pictures, and texts that are missing are findings."""
    seen = f"<PictureSelection guid='{number(61)}'/>"
    picture = f"<PictureSource guid='{number(60)}' path='internal://p.png'>{seen}</PictureSource>"
    missing = f"<TextSource guid='{number(62)}' plainTextPath='internal://gone.txt'>{selection(63, 0, 3)}</TextSource>"
    odd = selection(20, 290, 400, coding(30, 2)) + selection(21, 0, 3, coding(31, 99)) + selection(22, 5, 2)
    m = read(xml(odd, ARROW.format(number(40), "next to", number(20), number(21)), picture + missing))
    assert [statement.text for statement in m] == ["The"]
    assert told(m) == [
        "'00000014-1111-4111-8111-111111111111'",
        "'00000016-1111-4111-8111-111111111111'",
        "links whose names do not say what they do, or not between quotations",
        "no code of the project is '00000063-1111-4111-8111-111111111111', which this names; it is not read",
        "quotations of pictures",
        "quotations of texts that are not in the file",
        "users",
        "who coded a quotation, and when",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 nothing",
        b"<Project>",
        b"<Projects/>",
        packed("<a/>"),
        packed(""),
        b"no",
        b"<?xml version='1.0' encoding='x'?><Project/>",
    ],
)
def test_what_is_no_project_is_refused_or_told(data):
    """A file without a project is a sentence; one that breaks off is read as far as it goes, which is told."""
    try:
        m = qdpx.read(data, "p.qdpx")
    except ConvertError:
        return
    assert m.origin.findings


def test_nothing_floods_or_leaves_the_archive(monkeypatch):
    """A member that unpacks to too much is not read, a path out of the archive names nothing, entities are refused."""
    monkeypatch.setattr(archive, "_LARGEST", 5_000)
    bomb = packed(QUOTED, b"x" * 10_000)
    assert "'Sources/a.txt' in the archive is damaged or too large, and is not read" in told(qdpx.read(bomb, "p.qdpx"))
    outside = QUOTED.replace("internal://A.txt", "internal://../../etc/passwd")
    assert read(outside).statements == ()
    entity = QUOTED.replace("<Project", '<!DOCTYPE x [<!ENTITY e "eee">]><Project', 1)
    with pytest.raises(ConvertError):
        read(entity)
    monkeypatch.setattr(archive, "_LARGEST", 100)
    with pytest.raises(ConvertError, match="damaged, or larger"):
        read(QUOTED)


def test_codes_nest_as_deep_as_they_like():
    """Neither reading nor writing recurs: codes may stand in each other thousands deep."""
    deep = "".join(f"<Code guid='{number(100 + n)}' name='c{n}' isCodable='true'>" for n in range(3_000))
    content = xml(selection(20, 0, 26, coding(30, 3_000))).replace("</Codes>", deep + "</Code>" * 3_000 + "</Codes>")
    m = read(content)
    assert len(m.groups) == 3_000
    assert [child.name for child in written(m).children] == ["Users", "CodeBook", "Sources", "Notes", "Links"]


def test_a_spoilt_annex_is_passed_over():
    """What a user has made of the annex never breaks writing."""
    m = read(QUOTED)
    good = json.loads(m.annex["qdpx"])
    for annex in (
        "",
        "{",
        "[]",
        '{"nodes": 3}',
        '{"nodes": [[0, 1]]}',
        json.dumps(good | {"quotations": 3, "texts": 4}),
    ):
        qdpx.read(qdpx.write(evolve(m, annex={"qdpx": annex})).encoded, "p.qdpx")


@given(
    cut=st.integers(0, 4000), new=st.sampled_from(["", "<", "'", "</Code>", "guid='x'", "\x00", "&e;", "99999999999"])
)
def test_a_damaged_project_never_raises(cut, new):
    """However a project is changed, it is read, and can be written, or refused in a sentence."""
    content = QUOTED[:cut] + new + QUOTED[cut + len(new) :]
    try:
        m = read(content)
    except ConvertError:
        return
    qdpx.read(qdpx.write(m).encoded, "p.qdpx")
