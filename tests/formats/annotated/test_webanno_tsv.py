"""WebAnno TSV: annotations over tokens become an argument, every other layer comes back when the table is written."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.annotated.argument import essence, plain
from tests.strategies import maps
from tests.tangles import tangles

from argmap.analysis import analyse
from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats import Sign, format_of
from argmap.formats._parts import kept
from argmap.formats.annotated import webanno_tsv
from argmap.formats.annotated.webanno_tsv.syntax import escaped, parse, split, unescaped
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind

TABLE = """\
#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Unit|role|sure
#T_SP=pos.POS|PosValue
#T_RL=webanno.custom.Link|label|BT_webanno.custom.Unit


#Text=💧 Wells ran dry.
1-1\t0-2\t💧\t_\t_\tX\t_\t_\t
1-2\t3-8\tWells\tclaim[1]\thigh[1]\tN\tsupports\t2-1[2_1]\t
1-3\t9-12\tran\tclaim[1]\thigh[1]\tV\t_\t_\t
1-4\t13-16\tdry\tclaim[1]|Place[3]\thigh[1]|*[3]\tA\t_\t_\t
1-5\t16-17\t.\t_\t_\t.\t_\t_\t

#Sentence.id=s2
#Text=It did not
#Text=rain_now.
2-1\t18-20\tIt\tPremise[2]\t*[2]\tP\t_\t_\t
2-2\t21-24\tdid\tPremise[2]\t*[2]\tV\t_\t_\t
2-3\t25-28\tnot\tPremise[2]\t*[2]\tR\t_\t_\t
2-4\t29-37\train_now\t_\t_\tV\t_\t_\t
2-4.1\t29-33\train\tPremise[2]\t*[2]\t_\t_\t_\t
2-5\t37-38\t.\t_\t_\t.\t_\t_\t
"""


def read(text):
    """Read a table as a map."""
    return webanno_tsv.read(text, "brief.tsv")


def test_annotations_become_an_argument() -> None:
    """What stands over several tokens is one statement; a relation leads from where it says to where it stands."""
    m = read(TABLE)
    assert [(s.id, s.kind, s.text) for s in m] == [
        ("wells-ran-dry", Kind.CLAIM, "Wells ran dry"),
        ("it-did-not-rain", Kind.PREMISE, "It did not rain"),
    ]
    assert [(r.kind, r.premises, r.target) for r in m.relations] == [
        (RelationKind.SUPPORT, ("it-did-not-rain",), "wells-ran-dry")
    ]
    assert m.texts == {"brief": "💧 Wells ran dry.\nIt did not\nrain_now."}
    assert {r.outcome for r in analyse(m).resolutions.values()} == {"verified"}


def test_reading_and_writing_changes_nothing() -> None:
    """A table is written as it was read, with its other layers, sentences and parts of tokens."""
    assert webanno_tsv.write(read(TABLE)).text == TABLE


def test_what_the_map_says_now_is_written() -> None:
    """A new label, statement and relation are written, each told from others by a number where that is needed."""
    m = read(TABLE)
    new = evolve(m["wells-ran-dry"], id="new", kind=Kind.OBJECTION)
    statements = (evolve(m["wells-ran-dry"], kind=Kind.EVIDENCE), m["it-did-not-rain"], new)
    m = evolve(m, statements=statements, relations=(*m.relations, Relation.make("attack", ["new"], "wells-ran-dry")))
    writing = webanno_tsv.write(m)
    again = read(writing.text)
    assert [(s.kind, s.text) for s in again] == [
        (Kind.EVIDENCE, "Wells ran dry"),
        (Kind.OBJECTION, "Wells ran dry"),
        (Kind.PREMISE, "It did not rain"),
    ]
    assert sorted(str(r.kind) for r in again.relations) == ["attack", "support"]
    assert "1-2\t3-8\tWells\tEvidence[1]|Objection[4]\thigh[1]|*[4]\tN\tsupports\t2-1[2_1]\tattacks" not in writing.text
    assert "\tEvidence[1]|Objection[4]\t" in writing.text


def test_what_is_gone_is_not_written() -> None:
    """Without a statement its relations go too; what stood in other layers stays."""
    m = read(TABLE)
    writing = webanno_tsv.write(evolve(m, statements=m.statements[:1], relations=()))
    assert "Premise" not in writing.text
    assert "supports" not in writing.text
    assert "Place[3]" in writing.text


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("1-4\t13-16\tdry", "1-4 13-16 dry", 11, "is no row of tokens"),
        ("\tX\t_\t_\t\n", "\tX\n", 8, "this row has 3 columns of annotations, but its layers 5"),
        ("3-8\tWells", "3-8\tRains", 9, "at 2 to 7 stands 'Wells', not 'Rains'"),
        ("2-1[2_1]", "2-5", 9, "no annotation is called '2-5'"),
    ],
)
def test_a_bad_table_is_told_at_its_place(old, new, line, message) -> None:
    """Lines that are no rows, missing columns, other words than in the text, and ends that are not there are told."""
    found = [(f.line, f.message) for f in read(TABLE.replace(old, new, 1)).origin.findings]
    assert any(at == line and message in said for at, said in found), found


def test_a_table_is_told_by_its_first_line() -> None:
    """A table says in its first line what it is; others with the same ending are not taken for one."""
    assert webanno_tsv.sniff(TABLE.encode()) is Sign.SURE
    assert format_of("a.tsv", TABLE.encode()) == "webanno_tsv"
    with pytest.raises(ConvertError, match="first line"):
        read("id\ttext\n")


@pytest.mark.parametrize("cell", ["b\\", "a|b\\", "a\\|a|b\\"])
def test_a_value_that_ends_in_a_backslash_is_kept(cell) -> None:
    """A backslash with nothing after it escapes nothing: the value that it ends is read as it stands."""
    assert split(cell)[-1].endswith("b\\")
    assert "|".join(split(cell)) == cell


@given(st.text())
def test_values_are_escaped_and_read_again(text) -> None:
    """Whatever a value says, it says it again after it was written and read."""
    assert unescaped(escaped(text)) == text
    assert "\t" not in escaped(text)
    assert "\n" not in escaped(text)


@given(maps() | tangles())
def test_statements_and_relations_come_back(m) -> None:
    """A map without a text is written with one made of its statements, and read again with the same argument."""
    m = plain(m)
    m = evolve(m, statements=tuple(evolve(s, text=" ".join(s.text.split()) or "x") for s in m))
    there = webanno_tsv.read(webanno_tsv.write(m).text, "x.tsv")
    assert essence(there) == essence(kept(m, webanno_tsv.FORMAT.keeps))


@given(st.data())
def test_damaged_tables_never_raise(data) -> None:
    """A cut or garbled table is read as far as it is one, with findings, and written."""
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(TABLE)), st.integers(0, len(TABLE)))))
    try:
        m = read(TABLE[:start] + data.draw(st.text(max_size=4)) + TABLE[end:])
    except ConvertError:
        return
    webanno_tsv.write(m)


VALUES = st.recursive(
    st.none() | st.integers(-3, 40) | st.sampled_from(["1-2", "@0", "#T_SP=a|b", "claim"]),
    lambda each: st.lists(each, max_size=4),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["layers", "sentences", "rows", "annotations", "read", "ids", "spans"]), VALUES))
def test_a_damaged_annex_never_raises(annex) -> None:
    """Whatever stands in the annex of a map, the map is written."""
    m = evolve(read(TABLE), annex={"webanno_tsv": json.dumps(annex)})
    assert len(parse(Flaws(webanno_tsv.write(m).text)).rows) > 2


def test_relations_of_tokens_are_kept_and_told() -> None:
    """Relations of a layer that has no annotations here, such as tokens, are no flaw: they come back, and are told."""
    table = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Unit|role\n#T_RL=dep.Dependency|DependencyType|BT_seg.Token\n\n\n"
        "#Text=Wells dried\n1-1\t0-5\tWells\tclaim\tnsubj\t1-2\t\n1-2\t6-11\tdried\t_\t_\t_\t\n"
    )
    m = webanno_tsv.read(table, "a.tsv")
    told = "relations of tokens have no place in a map; they are kept for writing WebAnno TSV again"
    assert [(finding.line, finding.message) for finding in m.origin.findings] == [(7, told)]
    assert webanno_tsv.write(m).text == table


def test_an_annotation_with_a_feature_left_out_is_read() -> None:
    """Where one column of a layer has a value and another none, as people write by hand, there is an annotation."""
    table = "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Unit|sure|role\n\n\n#Text=Wells dried\n1-1\t0-5\tWells\t_\tclaim\t\n"
    assert [(s.text, s.kind) for s in webanno_tsv.read(table, "a.tsv")] == [("Wells", Kind.CLAIM)]


def test_a_row_that_ends_early_moves_no_other_annotation() -> None:
    """Where a row ends within a layer, what is missing has no value, and all annotations come back as they were."""
    table = "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Unit|role|sure\n\n\n#Text=Wells dried\n1-1\t0-5\tWells\tMaj\n{}"
    rest = "1-2\t6-11\tdried\tclaim\thigh\t\n"
    written = webanno_tsv.write(webanno_tsv.read(table.format(rest), "a.tsv")).text
    assert written == table.replace("Maj", "Maj\t*\t").format(rest)
