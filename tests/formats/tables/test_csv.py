"""CSV: tables of statements and relations, as people and spreadsheets write them."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.strategies import maps

from argmap.errors import ConvertError, UnknownNameError
from argmap.formats import _parts, losses
from argmap.formats.tables import csv


def read(text, columns=None):
    """Read a table."""
    return csv.read(text.encode(), "t.csv", columns)


def found(text):
    """Return what reading a table finds: line, column, rule and message."""
    return [(f.line, f.column, f.name, f.message) for f in read(text).origin.findings]


def with_texts(thing, change):
    """Return a thing of the model with all its texts changed."""
    if type(thing) is str:
        return change(thing)
    if isinstance(thing, tuple):
        return tuple(with_texts(each, change) for each in thing)
    if attrs.has(type(thing)):
        names = [field.name for field in attrs.fields(type(thing)) if field.init]
        return type(thing)(**{name: with_texts(getattr(thing, name), change) for name in names})
    return thing


def steps(m):
    """Return the relations of a map: kind, premises and target."""
    return [(str(r.kind), r.premises, r.target) for r in m.relations]


@given(maps())
def test_a_map_is_the_same_after_writing_and_reading(m) -> None:
    """All that tables have columns for is read again as it was written, ids included, but for what no file can hold."""
    writing = csv.write(m)
    before = with_texts(m, lambda text: text.replace("\0", "\ufffd"))
    assert (before != m) == bool(writing.findings)
    assume(len({r.id for r in before.relations}) == len(before.relations))
    assert csv.read(writing.encoded, "t.csv") == _parts.kept(before, csv.FORMAT.keeps)


@given(st.text() | st.lists(st.sampled_from([*',;"\n+\t', "text", "id", "parent", "a", "=1", "table"])).map("".join))
def test_any_text_is_read(text) -> None:
    """No text makes reading fail, and what is no statement is told."""
    m = csv.read(text.replace("\0", "").encode("utf-8", "surrogatepass"), "t.csv")
    assert m.statements or m.origin.findings


@pytest.mark.parametrize(
    "data",
    [
        "id,text,because\na,Größe zählt.,b\nb,B.,\n".encode(),
        "\ufeffid,text,because\r\na,Größe zählt.,b\r\nb,B.,\r\n".encode(),
        "id;text;because\na;Größe zählt.;b\nb;B.\n".encode(),
        "sep=;\nid;text;because\na;Größe zählt.;b\nb;B.;;;\n".encode(),
        "id|text|because\na|Größe zählt.|b\nb|B.|\n".encode(),
        "id\ttext\tbecause\na\tGröße zählt.\tb\nb\tB.\t\n".encode("utf-16"),
        "id\ttext\tbecause\na\tGröße zählt.\tb\nb\tB.\t\n".encode("utf-16-le"),
        "id;text;because\ra;Größe zählt.;b\rb;B.;\r".encode("cp1252"),
        'id, text, because\na, "Größe zählt.", b\n\n"b","B.",""'.encode(),
        "My debate,,\n\nid,text,because\na,Größe zählt.,b\nb,B.,\n".encode(),
    ],
)
def test_tables_are_read_in_every_dialect(data) -> None:
    """Marks between cells, encodings, line ends, quotation marks and what stands above a table make no difference."""
    m = csv.read(data, "t.csv")
    assert [(s.id, s.text) for s in m] == [("a", "Größe zählt."), ("b", "B.")]
    assert steps(m) == [("support", ("b",), "a")]


def test_another_encoding_is_told() -> None:
    """What is no UTF-8 is read as Excel writes it, and the guess is told."""
    (finding,) = csv.read("id,text\na,Größe".encode("cp1252"), "t.csv").origin.findings
    assert finding.name == "guess-in-reading"
    assert finding.message.endswith("if letters look wrong, save it as 'CSV UTF-8'")


def test_what_is_no_text_is_no_table() -> None:
    """Bytes of another kind of file are refused in a sentence."""
    with pytest.raises(ConvertError, match="it holds zero bytes"):
        csv.read(b"\x01\0\0\x02\0\0\0", "t.csv")


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("id,text,because,but\na,A.,b + c; d,e\nb,B.\nc,C.\nd,D.\ne,E.", "b + c -> a | d -> a | e -| a"),
        ('id,text,because\na,A.,"b, c"\nb,B.\nc,C.', "b -> a | c -> a"),
        ("id,text,supports,attacks\na,A.\nb,B.,a\nc,C.,,a; b", "b -> a | c -| a | c -| b"),
        (
            "id,text,parent,relation\na,A.\nb,B.,a,pro\nc,C.,a,con\nd,D.,c,+\ne,E.,c,-",
            "b -> a | c -| a | d -> c | e -| c",
        ),
        ("id,text,kind,parent\na,A.,claim\nb,B.,objection,a", "b -| a"),
        ("id,text,contradicts\na,A.,b\nb,B.", "b >< a"),
        ("Nr;Aussage;stützt\n1;A.;\n2;B.;1", "2 -> 1"),
        ("N°;Énoncé;Soutient\n1;A.;\n2;B.;1", "2 -> 1"),
        ("Número;Afirmación;Apoya\n1;A.;\n2;B.;1", "2 -> 1"),
        ("text,because\nA bird sings.,It is day.\nIt is day.,", "it-is-day -> a-bird-sings"),
        ("from,type,to\nIt rains.,supports,The street is wet.", "it-rains -> the-street-is-wet"),
        ("Source,Target,Type\na,b,attack\nc,b,support", "a -| b | c -> b"),
        ("id,text\na,A.\nb,B.\nc,C.\n\nfrom,to,type,linked\na,c,support,1\nb,c,support,1", "a + b -> c"),
        ("id,text,,from,to,type\na,A.,,b,a,attack\nb,B.,,,,", "b -| a"),
        (
            (
                "table,id,kind,text,from,to\nstatement,a,,A.\nstatement,b,,B.\n"
                "relation,r,support,,a,b\nrelation,,undercut,,a,r"
            ),
            "r | a -x r",
        ),
    ],
)
def test_relations_stand_in_columns_rows_or_tables_of_their_own(text, relations) -> None:
    """However a table says what bears on what, it is the same relation."""
    assert " | ".join(r.id for r in read(text).relations) == relations


def test_evidence_stands_beside_statements() -> None:
    """Columns for a source, a quotation and a page are citations; a source that is new gets a record."""
    m = read(
        'id,text,Quelle,Zitat,Seite,URL\na,A.,City survey,"mean … fell",12,https://example.org/s\nb,B.,City survey,,,'
    )
    assert [(c.source, c.selector and c.selector.quote, c.locator) for s in m for c in s.citations] == [
        ("city-survey", "mean … fell", "12"),
        ("city-survey", None, None),
    ]
    assert [(s.id, s.title, s.url) for s in m.sources] == [("city-survey", "City survey", "https://example.org/s")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id,text,kind\na,A.,poem", (2, 6, "wrong-value", "'poem' is no kind of statement")),
        (
            "id,text,because\na,A.,bb\nbbb,B.",
            (2, 6, "unknown-reference", "no statement is called 'bb': did you mean 'bbb'?"),
        ),
        ("id,text\na,A.\na,B.", (3, 1, "duplicate-id", "the id 'a' stands twice")),
        ("id,text\na,", (2, 1, "empty-text", "'a' has no text")),
        ("id,text,kind\n,,claim", (2, 3, "empty-text", "this row has no text")),
        ("id,text,implicit\na,A.,maybe", (2, 6, "wrong-value", "'implicit' takes yes or no")),
        ("id,text,parent,weight\na,A.\nb,B.,a,heavy", (3, 8, "wrong-value", "'weight' takes a number")),
        ('id,text\na,"A.', (2, 3, "syntax", "the quotation mark that opens this cell is never closed")),
        ('id,text\na,"A" or b', (2, 6, "syntax", "text stands after the quotation mark")),
        ("x,y\n1,2", (1, 1, "syntax", "no column of this table is known to hold statements ('x', 'y')")),
        ("", (1, 1, "syntax", "no row of this file holds a statement")),
        (
            "id,text,Rating\na,A.,5\nb,B.,4",
            (1, 9, "lost-in-reading", "the column 'Rating' has no place in a map: 2 values"),
        ),
        ("Topic\n\nid,text\na,A.", (1, 1, "lost-in-reading", "'Topic' stands outside of the tables")),
        ("id,text,stance\na,A.,pro", (2, 6, "lost-in-reading", "words for how a statement bears on its parent")),
        ("id,text,parent,relation\na,A.\nb,B.,a,near", (3, 8, "wrong-value", "'near' is no kind of relation, so that")),
        ("id,text,Sort\na,A.,Einwand", (2, 6, "guess-in-reading", "words for kinds are read")),
        ("from,to\na,b", (2, 1, "guess-in-reading", "no word says what a relation does")),
        (
            "id,text\na,A.\n\nfrom,to,type\na,r,undercut",
            (5, 3, "unknown-reference", "no relation or citation is called 'r'"),
        ),
    ],
)
def test_slips_are_told_with_their_place(text, expected) -> None:
    """What is wrong, guessed or left out is a finding at its cell, that says what would be right."""
    line, column, rule, message = expected
    assert [f for f in found(text) if f[:3] == (line, column, rule) and f[3].startswith(message)], found(text)


def test_columns_can_be_named() -> None:
    """What a person says of a column is not guessed."""
    text = "id,text,Wording\na,short,It rained all day.\n"
    assert read(text)["a"].text == "short"
    m = read(text, {"text": "Wording"})
    assert m["a"].text == "It rained all day."
    with pytest.raises(ConvertError, match="no table has a column called 'Wort'"):
        read(text, {"text": "Wort"})
    with pytest.raises(UnknownNameError):
        read(text, {"txt": "Wording"})


def test_no_spreadsheet_runs_what_is_written() -> None:
    """A text that begins like a formula is written with an apostrophe before it, and read again without."""
    m = read("id,text\na,=1+1\nb,'=1+1\nc,-5 degrees\nd,'tis so\n")
    assert [s.text for s in m] == ["=1+1", "=1+1", "-5 degrees", "'tis so"]
    text = csv.write(m).text
    assert [line.split(",")[3] for line in text.splitlines()] == ["text", "'=1+1", "'=1+1", "'-5 degrees", "'tis so"]


def test_columns_without_a_place_are_written_again() -> None:
    """Columns of statements that a map has no place for, and ids that it cannot have, come back in a table."""
    m = read("id,text,Rating,because\nA 1,A.,5,B/2\nB/2,B.,,\n")
    assert steps(m) == [("support", ("b-2",), "a-1")]
    again = csv.write(m).text
    assert "statement,A 1,claim,A.,5," in again
    assert csv.read(again.encode(), "t.csv") == m
    assert not list(losses(m, "csv"))


@pytest.mark.parametrize(
    "head", ["text", "Text", "Parent", "because", "Source", "from", "id", "table", "Label", "note"]
)
def test_a_column_that_was_not_used_means_nothing_when_it_is_written_again(head) -> None:
    """Whatever a column is called that a map has no place for, it comes back, and changes nothing of the map."""
    annex = {"csv": json.dumps({"columns": {head: {"a": "b", "b": "a"}}})}
    m = attrs.evolve(read("id,text\na,It rained.\nb,It is wet.\n"), annex=annex)
    assert csv.read(csv.write(m).encoded, "t.csv") == m


def test_columns_of_one_name_are_both_kept() -> None:
    """Of two columns that are called the same, the second is kept under the name with a number."""
    m = read("id,text,Reviewer,Reviewer\na,It rained.,Ann,Ben\n")
    assert csv.read(csv.write(m).encoded, "t.csv") == m
    assert "Ann" in m.annex["csv"]
    assert "Ben" in m.annex["csv"]
