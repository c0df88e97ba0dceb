"""brat: annotations become statements and relations with their passages, everything else comes back when written."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.annotated.argument import essence, plain
from tests.strategies import maps
from tests.tangles import tangles

import argmap
from argmap.analysis import analyse
from argmap.formats import Sign
from argmap.formats._parts import kept
from argmap.formats.annotated import brat
from argmap.formats.annotated.brat.syntax import Entity, Line, Tie, named, parse
from argmap.model.relations import Force, RelationKind
from argmap.model.statements import Kind
from argmap.project import documents

from ...strategies import examples

TEXT = """Drive slowly. Speeds fell on the pilot streets,
so fewer people will be hurt. But trips become slower 💧. Is it?
"""


def at(*parts, text=TEXT):
    """Return the offsets of the first places of some words."""
    return ";".join(f"{text.index(part)} {text.index(part) + len(part)}" for part in parts)


ANN = [
    f"T1\tMajorClaim {at('Drive slowly')}\tDrive slowly",
    f"T2\tPremise {at('Speeds fell', 'pilot streets')}\tSpeeds fell pilot streets",
    f"T3\tClaim {at('fewer people will be hurt')}\tfewer people will be hurt",
    f"T4\tClaim {at('trips become slower')}\ttrips become slower",
    f"T5\tPlace {at('pilot')}\tpilot",
    "A1\tStance T3 For",
    "A2\tStance T4 Against",
    "R1\tsupports Arg1:T2 Arg2:T3",
    "#1\tAnnotatorNotes T3\tHow many?",
]


def folder(path, lines, text=TEXT):
    """Write annotations and their text, and return the file of the annotations."""
    (path / "brief.txt").write_bytes(text.encode())
    file = path / "brief.ann"
    file.write_bytes("".join(f"{line}\n" for line in lines).encode())
    return file


def messages(m):
    """Return what reading a map found, each with its line."""
    return [(finding.line, finding.message) for finding in m.origin.findings]


def again(file, name="again.ann"):
    """Read annotations, write them elsewhere, and return the lines that stand there, sorted."""
    new = file.parent / "new" / name
    new.parent.mkdir(exist_ok=True)
    documents.save(documents.load(file), new)
    return sorted(new.read_text(encoding="utf-8").splitlines())


def test_annotations_become_an_argument(tmp_path) -> None:
    """Stretches become statements of the kinds that their labels name, lines become reasons, remarks remarks."""
    m = argmap.load(folder(tmp_path, ANN))
    assert [(s.id, s.kind, s.text, s.tags) for s in m] == [
        ("T1", Kind.CLAIM, "Drive slowly", ("MajorClaim",)),
        ("T2", Kind.PREMISE, "Speeds fell pilot streets", ()),
        ("T3", Kind.CLAIM, "fewer people will be hurt", ()),
        ("T4", Kind.CLAIM, "trips become slower", ()),
    ]
    assert m["T3"].note == "How many?"
    assert {(r.id, r.kind, r.premises, r.target) for r in m.relations} == {
        ("R1", RelationKind.SUPPORT, ("T2",), "T3"),
        ("T3 -> T1", RelationKind.SUPPORT, ("T3",), "T1"),
        ("T4 -| T1", RelationKind.ATTACK, ("T4",), "T1"),
    }


def test_passages_are_found_in_the_text(tmp_path) -> None:
    """Each part of an annotation is a passage that the check finds at its offsets in the text beside the file."""
    m = argmap.load(folder(tmp_path, ANN))
    analysis = analyse(m)
    assert m.about == "brief"
    assert m.texts == {"brief": TEXT}
    found = {
        TEXT[place.start : place.end]
        for resolution in analysis.resolutions.values()
        for place in resolution.places
        if resolution.outcome == "verified"
    }
    assert found == {
        *("Drive slowly", "Speeds fell", "pilot streets"),
        *("fewer people will be hurt", "trips become slower"),
    }


def test_what_has_no_place_is_told_and_comes_back(tmp_path) -> None:
    """Attributes, events, references, equivalences, notes and other labels are told, kept, and written again."""
    lines = [
        *ANN,
        "A3\tNegated T2",
        "E1\tPlace:T5 Of:T1",
        "N1\tReference T5 Base:1\tpilot",
        "*\tEquiv T5 T1",
        "#2\tAnnotatorNotes T5\tWhere?",
        "R2\tnear Arg1:T5 Arg2:T1",
        "R3\tattacks Arg1:T4 Arg2:R1",
    ]
    file = folder(tmp_path, lines)
    told = [message for _, message in messages(argmap.load(file))]
    for words in (
        "'Place'",
        "attributes",
        "events",
        "references",
        "equivalences",
        "notes",
        "'near'",
        "lines to or from",
    ):
        assert any(words in message for message in told), words
    assert again(file) == sorted(lines)


def test_through_another_format_and_back(tmp_path) -> None:
    """A map that was written as YAML meanwhile still brings back every annotation, and the text byte for byte."""
    file = folder(tmp_path, ANN)
    argmap.save(argmap.load(file), tmp_path / "brief.yaml")
    assert again(tmp_path / "brief.yaml") == sorted(ANN)
    assert (tmp_path / "new" / "again.txt").read_bytes() == TEXT.encode()


def test_what_hangs_on_something_that_is_gone_is_told(tmp_path) -> None:
    """An annotation of a statement that the map has no longer is not written, and what names it neither."""
    m = argmap.load(folder(tmp_path, [*ANN, "A3\tNegated T2", "#3\tWhy A3\tsure"]))
    without = evolve(
        m,
        statements=tuple(s for s in m if s.id != "T2"),
        relations=tuple(r for r in m.relations if "T2" not in r.names),
    )
    writing = brat.write(without)
    assert not re.search("T2|A3", writing.text)
    assert "2 annotations of what the map no longer has are not written" in [f.message for f in writing.findings]


def test_a_stance_that_the_map_contradicts_is_not_written(tmp_path) -> None:
    """Where a map says something else than the stance of a claim, its relation is written, and the stance is not."""
    m = argmap.load(folder(tmp_path, ANN))
    changed = tuple(evolve(r, kind=RelationKind.SUPPORT) if r.id == "T4 -| T1" else r for r in m.relations)
    writing = brat.write(evolve(m, relations=changed))
    assert "A2" not in writing.text
    assert re.search(r"^R\d+\tsupports Arg1:T4 Arg2:T1$", writing.text, re.MULTILINE)
    assert "A1\tStance T3 For" in writing.text


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "T1\tClaim 1 13\tDrive slowly",
            "'T1': at 1 to 13 stands 'rive slowly.', not 'Drive slowly': that stands at 0 to 12",
        ),
        (
            "T1\tClaim 0 9000\tDrive",
            f"'T1': 0 to 9000 lies outside the text, which ends at {len(TEXT)}: that stands at 0 to 5",
        ),
        ("T1\tClaim 2 12\tive slowly", "'T1': 2 to 12 begins inside the word 'Drive'"),
        ("T1\tClaim 0 5;6 12\tDrive fast", "'T1': at its parts stands 'Drive slowly', not 'Drive fast'"),
    ],
)
def test_a_wrong_offset_shows_what_stands_there(tmp_path, line, message) -> None:
    """Offsets at which other words stand are told at their line, with what stands there, and written again."""
    file = folder(tmp_path, ["", line])
    assert messages(argmap.load(file)) == [(2, message)]
    assert again(file) == [line]


def test_a_shifted_annotation_has_the_passage_of_its_words(tmp_path) -> None:
    """Where the words of an annotation stand near its offsets, that is the passage of the statement."""
    m = argmap.load(folder(tmp_path, ["T1\tClaim 17 24\tSpeeds"]))
    assert m["T1"].passages[0].selector.quote == "Speeds"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("R1\tSupport Arg1:T1 Arg2:T7", "no annotation is called 'T7', which this names; it is not read"),
        ("A1\tStance T7 For", "no annotation is called 'T7', which this names"),
        ("T1\tClaim 0 5\tDrive", "'T1' stands here again; it is not read"),
        ("R1 supports T1", "'R1 supports T1' is no annotation: write R1⇥Support Arg1:T1 Arg2:T2, where ⇥ is a tab"),
        ("hello", "'hello' is no annotation"),
    ],
)
def test_a_bad_line_is_told_at_its_place_and_kept(tmp_path, line, message) -> None:
    """What names nothing, stands twice or is no annotation is told at its line, and written again."""
    first = "T1\tClaim 0 12\tDrive slowly"
    file = folder(tmp_path, [first, line])
    assert (2, message) in messages(argmap.load(file))
    assert again(file) == sorted([first, line])


@pytest.mark.parametrize(
    ("label", "kind", "force", "ends"),
    [
        ("Support", RelationKind.SUPPORT, None, ("T1", "T2")),
        ("Attack", RelationKind.ATTACK, None, ("T1", "T2")),
        ("Partial-Attack", RelationKind.ATTACK, Force.WEIGHS, ("T1", "T2")),
        ("is_supported_by", RelationKind.SUPPORT, None, ("T2", "T1")),
        ("contradicts", RelationKind.CONTRADICTION, None, ("T1", "T2")),
        ("rebuts", RelationKind.ATTACK, None, ("T1", "T2")),
        ("near", None, None, None),
        ("no_support", None, None, None),
        ("undercuts", None, None, None),
    ],
)
def test_labels_of_lines(tmp_path, label, kind, force, ends) -> None:
    """A line is what its label says, in the direction that it says; one of another label is kept and no relation."""
    lines = ["T1\tThing 0 5\tDrive", "T2\tThing 6 12\tslowly", f"R1\t{label} Arg1:T1 Arg2:T2"]
    file = folder(tmp_path, lines)
    m = argmap.load(file)
    found = [(r.kind, r.force, (*r.premises, r.target)) for r in m.relations]
    assert found == ([(kind, force, ends)] if kind else [])
    assert len(m) == (2 if kind else 0)
    assert again(file) == sorted(lines)


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_offsets_count_line_ends_as_they_stand(tmp_path, ends) -> None:
    """In a text with two characters at a line end, both are counted."""
    text = f"One line.{ends}The wells ran dry.{ends}"
    m = argmap.load(folder(tmp_path, [f"T1\tClaim {at('The wells ran dry', text=text)}\tThe wells ran dry"], text))
    assert not messages(m)
    assert m["T1"].passages[0].selector.quote == "The wells ran dry"


def test_offsets_that_count_otherwise_are_told_and_kept(tmp_path) -> None:
    """Where all quotations stand at offsets that count a line end once, they are read so, told once, and written so."""
    text = "One line.\r\nThe wells ran dry.\r\nIt rained.\r\n"
    lines = ["T1\tClaim 10 27\tThe wells ran dry", "T2\tClaim 29 38\tIt rained"]
    file = folder(tmp_path, lines, text)
    m = argmap.load(file)
    assert messages(m) == [(1, "offsets count code points in brat; here they count line ends as one, and are read so")]
    assert [s.passages[0].selector.quote for s in m] == ["The wells ran dry", "It rained"]
    assert again(file) == lines


def test_without_the_text_the_annotations_are_read(tmp_path) -> None:
    """Without a text beside it, a file is still read and written, with one finding, and without passages."""
    file = folder(tmp_path, ANN)
    file.with_suffix(".txt").unlink()
    m = argmap.load(file)
    assert [message for _, message in messages(m) if "not at hand" in message]
    assert (len(m), m.about) == (4, None)
    assert not any(s.passages for s in m)
    assert again(file) == sorted(ANN)
    assert not (tmp_path / "new" / "again.txt").exists()


@pytest.mark.parametrize("text", [b"\xff\xfeA\0", b"caf\xe9 is dry"])
def test_a_text_that_is_not_utf_8_is_told(tmp_path, text) -> None:
    """A text in another encoding is a finding, and the annotations are read without it."""
    file = folder(tmp_path, ANN)
    file.with_suffix(".txt").write_bytes(text)
    m = argmap.load(file)
    assert "AM010" in {finding.code for finding in m.origin.findings}
    assert len(m) == 4


@pytest.mark.parametrize(
    ("data", "sign"),
    [
        (b"T1\tClaim 0 5\tDrive\n", Sign.SURE),
        (b"\xef\xbb\xbfT1 Claim 0 5 Drive\n", Sign.SURE),
        (b"\n#1\tAnnotatorNotes T1\twhy\n", Sign.SURE),
        (b"", Sign.POSSIBLE),
        (b"Dear Ann, see you at five.\n", Sign.NONE),
    ],
)
def test_annotations_are_told_by_their_first_line(data, sign) -> None:
    """What begins like an annotation is one; an empty file may be one."""
    assert brat.sniff(data) is sign


def written_and_read(m, name="brief.ann"):
    """Write a map into an empty folder and read it again."""
    with tempfile.TemporaryDirectory() as path:
        file = Path(path, name)
        documents.save(m, file)
        return documents.load(file)


@examples(60)
@given(maps() | tangles())
def test_statements_and_relations_come_back(m) -> None:
    """A map without a text is written with one made of its statements, and read again with the same argument."""
    m = plain(m)
    there = written_and_read(m)
    assert not [f for f in there.origin.findings if f.code not in ("AM013", "AM018")]
    assert essence(there) == essence(kept(m, brat.KEEPS))


LABELS = st.sampled_from(["Claim", "Premise", "MajorClaim", "premise", "Place", "Evidence", "counter-claim", "Value"])
TIES = st.sampled_from(
    ["Support", "supports", "attacks", "Partial-Attack", "attacked_by", "near", "contradicts", "weak_support"]
)
WORDS = "wells ran dry rain 💧 May, (so) Müller\nit? was. it wells ran dry 4.1".split(" ")


@st.composite
def files(draw):
    """Draw a text with annotations, some of which are wrong."""
    text = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=25).map(" ".join))
    lines = []
    count = draw(st.integers(1, 6))
    for number in range(1, count + 1):
        ends = sorted(draw(st.lists(st.integers(0, len(text) + 2), min_size=2, max_size=4, unique=True)))
        spans = list(zip(ends[::2], ends[1::2], strict=False))
        words = " ".join(text[a:b] for a, b in spans) if draw(st.integers(0, 5)) else draw(st.sampled_from(WORDS))
        offsets = ";".join(f"{a} {b}" for a, b in spans)
        one_line = re.sub(r"\s", " ", words)
        lines.append(
            f"T{number}\t{draw(LABELS)} {offsets}\t{one_line}" if one_line.strip() else f"T{number}\tPlace {offsets}\t."
        )
    end = st.integers(1, count + 1).map("T{}".format)
    ties = range(draw(st.integers(0, 4)))
    lines += [f"R{number}\t{draw(TIES)} Arg1:{draw(end)} Arg2:{draw(end)}" for number in ties]
    things = end | st.sampled_from(["R0", "R1", "E1", "A1"])
    for number in range(draw(st.integers(0, 5))):
        shapes = [f"A{number}\tStance {{}} For", f"A{number}\tStance {{}} Against", f"A{number}\tHedged {{}}"]
        shapes += [
            f"#{number}\tAnnotatorNotes {{}}\twhy",
            f"N{number}\tReference {{}} B:1\tx",
            f"E{number}\tRun:{{}} By:T1",
        ]
        lines.append(draw(st.sampled_from([*shapes, "*\tEquiv {} T1"])).format(draw(things)))
    return text, lines


def bare(lines):
    """Return the annotations of some lines, without their places, in no order."""
    return sorted(map(_shown, parse("\n".join(lines))))


def _shown(each):
    if isinstance(each, Entity):
        return f"{each.id} {each.type} {each.spans} {(each.words or '').split()}"
    if isinstance(each, Tie):
        return f"{each.id} {each.type} {each.source} {each.target}"
    return each.raw if isinstance(each, Line) else each.line.raw


@examples(60)
@given(files())
def test_reading_and_writing_changes_nothing(drawn) -> None:
    """Whatever annotations there are, right and wrong, the same are written as were read, and the same text."""
    text, lines = drawn
    with tempfile.TemporaryDirectory() as path:
        file = folder(Path(path), lines, text)
        assert bare(again(file)) == bare(lines)
        assert Path(path, "new", "again.txt").read_bytes() == text.encode()
        argmap.save(argmap.load(file), Path(path, "brief.yaml"))
        assert bare(again(Path(path, "brief.yaml"), "third.ann")) == bare(lines)


@given(files(), st.data())
def test_damaged_files_never_raise(drawn, data) -> None:
    """Cut, doubled and garbled files of annotations are read, with findings, and written."""
    text, lines = drawn
    whole = "\n".join(lines)
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(whole)), st.integers(0, len(whole)))))
    garbled = whole[:start] + data.draw(st.text(max_size=5)) + whole[end:]
    with tempfile.TemporaryDirectory() as path:
        m = brat.read(garbled, str(folder(Path(path), [], text)))
    brat.write(m)


@given(st.text())
def test_any_text_is_read(text) -> None:
    """No text raises, and every line that is not blank is an annotation of some sort."""
    brat.write(brat.read(text, ""))
    found = list(parse(text))
    assert len(found) == sum(bool(line.removesuffix("\r").removeprefix("\ufeff").strip()) for line in text.split("\n"))
    assert all(isinstance(named(each), tuple) for each in found)


def test_no_statement_is_left_where_the_text_is_not_at_hand(tmp_path) -> None:
    """Without the text, and with offsets of but some statements, all are written, with their texts as the text."""
    m = documents.load(folder(tmp_path, [*ANN[:4], "R1\tsupports Arg1:T2 Arg2:T3"], TEXT.replace("hurt.", "hurt.5")))
    writing = brat.write(evolve(m, texts={}))
    lines = writing.text.splitlines()
    assert [line.split()[0] for line in lines] == ["T1", "T2", "T3", "T4", "R1"]
    told = "the text of the analysed source is not at hand: the texts of the statements stand in its place"
    assert [finding.message for finding in writing.findings] == [told]
    assert writing.beside[".txt"].decode().splitlines() == [s.text for s in m]


def test_a_new_statement_gets_no_number_that_a_dangling_line_names(tmp_path) -> None:
    """What names nothing in a file means nothing more when a statement is new in the map."""
    m = documents.load(folder(tmp_path, [*ANN[:4], "R7\tnear Arg1:T1 Arg2:T6"]))
    writing = brat.write(evolve(m, statements=(*m.statements, evolve(m["T4"], id="new"))))
    assert [line.split()[0] for line in writing.text.splitlines()] == ["T1", "T2", "T3", "T4", "T7", "R7"]
