"""A corpus that is built: its tables in data frames, queries, statistics and duplicates."""

from __future__ import annotations

import json

import pytest

import argmap
from argmap.corpora.arrow import schema
from argmap.corpora.duplicates import duplicates
from argmap.corpora.page import page
from argmap.corpora.statistics import SECTIONS, statistics
from argmap.corpora.tables import TABLES
from argmap.errors import QueryError, ReadError, UnknownNameError


@pytest.fixture
def corpus(maps, made) -> argmap.Corpus:
    """Return the corpus of the maps."""
    made(maps)
    return argmap.corpus("out")


def test_columns_are_declared_once():
    """Every column has a name that SQL takes as it is, and a sentence; the first four are those of all tables."""
    for table in TABLES.values():
        names = [column.name for column in table.columns]
        assert names[:4] == ["map", "file", "line", "digest"]
        assert len(set(names)) == len(names)
        assert all(name.isidentifier() and name.islower() for name in names)
        assert all(column.doc.endswith((".", "…", "such")) for column in table.columns)
        assert [field.metadata[b"doc"].decode() for field in schema(table)] == [c.doc for c in table.columns]


def test_tables_in_data_frames(corpus):
    """A table is had as Arrow, as a lazy frame of polars and as a frame of pandas, with its columns and types."""
    pytest.importorskip("polars")
    pytest.importorskip("pandas")
    arrow = corpus.statements.arrow()
    assert arrow.column_names == list(corpus.statements.columns)
    assert corpus.statements.polars().select("text").collect()["text"].to_list() == arrow["text"].to_pylist()
    assert corpus.statements.pandas()["text"].tolist() == arrow["text"].to_pylist()
    assert corpus.statements.dataset().count_rows() == arrow.num_rows == corpus.rows["statements"]


def test_answers_in_data_frames(corpus):
    """An answer is had as rows, as Arrow, and as a frame of polars or pandas, as often as one likes."""
    pytest.importorskip("polars")
    pytest.importorskip("pandas")
    answer = corpus.sql("SELECT statement, depth FROM statements WHERE map = 'street.yaml' LIMIT 2")
    assert answer.columns == ("statement", "depth")
    assert answer.rows == [("wet", 0), ("rain", 1)]
    assert answer.arrow()["statement"].to_pylist() == answer.polars()["statement"].to_list() == ["wet", "rain"]
    assert answer.pandas()["depth"].tolist() == [0, 1]


def test_views_are_documented(corpus):
    """DuckDB knows what each column means."""
    rows = corpus.sql(
        "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'maps' AND NOT internal"
    ).rows
    assert dict(rows) == corpus.maps.columns


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "the query is empty"),
        ("selec", 'Parser Error: syntax error at or near "selec"'),
        ("SELECT 1; SELECT 2", "a query is one SELECT, and this is 2 statements"),
        ("SELECT * FROM nosuch", "Table with name nosuch does not exist.*the tables are maps, statements"),
        ("SELECT nosuch FROM maps", "nosuch"),
        ("COPY maps TO 'x.csv'", "a query is one SELECT: a corpus is only read"),
        ("DROP VIEW maps", "only read"),
        ("ATTACH 'x.db'", "only read"),
        ("SET threads = 1", "only read"),
        ("SELECT * FROM read_text('maps/street.yaml')", "file system operations are disabled"),
        ("SELECT * FROM '/etc/passwd'", "."),
        ("SELECT 1 / 'a'", "."),
    ],
)
def test_queries_that_are_refused(corpus, query, said):
    """What is no single SELECT over the corpus, or is none at all, is an error in one line, and changes nothing."""
    with pytest.raises(QueryError, match=said) as caught:
        _ = corpus.sql(query).rows
    assert "\n" not in str(caught.value)
    assert corpus.sql("SELECT count(*) FROM maps").rows == [(5,)]


def test_a_folder_that_is_no_corpus(project, corpus):
    """A folder without a corpus, and one whose list of parts is damaged, are errors that say what to do."""
    for folder in ("maps", "nowhere"):
        with pytest.raises(ReadError, match=f"{folder} holds no corpus; argmap corpus build MAPS {folder} builds one"):
            argmap.corpus(folder)
    for text in ("", "{", "[]\n", '{"argmap-corpus": 1, "tables": ["maps"]}\n{"part": 3}\n'):
        project({"out/corpus.jsonl": text})
        with pytest.raises(ReadError, match="is damaged: build the corpus again"):
            argmap.corpus("out")
    project({"out/corpus.jsonl": '{"argmap-corpus": 9, "argmap": "9.0"}\n'})
    with pytest.raises(ReadError, match=r"was built by argmap 9\.0: build it again"):
        argmap.corpus("out")


def test_statistics(corpus):
    """Statistics count kinds, depth, linkage, standing, sources and findings; what has no answer is left out."""
    found = statistics(corpus).values
    assert found["rows"] == corpus.rows
    assert found["kinds"][0] == {"kind": "claim", "statements": 7}
    assert found["depth"] == [{"depth": 0, "maps": 2}, {"depth": 1, "maps": 3}]
    assert found["steps"] == [
        {"kind": "support", "single": 2, "linked": 1},
        {"kind": "attack", "single": 2, "linked": 0},
    ]
    assert found["strikes"] == [{"strikes": "rebut", "relations": 1}, {"strikes": "undermine", "relations": 1}]
    assert found["sources"] == [{"source": "log", "maps": 1, "citations": 1, "verified": 0, "not found": 0}]
    assert "schemes" not in found
    assert sum(row["findings"] for row in found["findings"]) == corpus.rows["findings"]
    assert {row["kind"] for row in found["problems"]} == {"no-map", "unreadable"}


def test_statistics_of_what_is_there(maps, made):
    """A corpus without labels, findings or statements is asked only what its tables tell."""
    made(maps, tables=["relations"])
    found = [section.name for section, _ in statistics(argmap.corpus("out")).found]
    assert found == ["depth", "steps", "strikes", "problems"]


def test_the_page_loads_nothing(corpus):
    """The page of the statistics holds its plots, each with its numbers in a table, and refers to nothing outside."""
    told = statistics(corpus)
    html = page(told, "<out>\x1b")
    drawn = [section for section, _ in told.found if section.chart]
    assert html.count('<img src="data:image/svg+xml;base64,') == len(drawn)
    assert html.count("<table>") == len(told.found)
    assert "&lt;out&gt;\\x1b: statistics" in html
    assert "http://" not in html
    assert "https://" not in html
    assert page(told, "<out>\x1b") == html


def test_hostile_names_in_plots(project, made):
    """Names that a plot would take for formulas or that no font has are drawn as they are, without a warning."""
    scheme = "$x^$ 雨 \u202e"
    node = {"claim": "A.", "because": [{"reason": "b", "scheme": scheme}]}
    project({"maps/a.json": json.dumps({"nodes": {"a": node, "b": {"claim": "B."}}})})
    made("maps")
    told = statistics(argmap.corpus("out"))
    assert told.values["schemes"] == [{"scheme": scheme, "steps": 1}]
    assert "$x^$ 雨 \\u202e" in page(told, "out")


def test_every_section_is_asked_of_tables_that_there_are():
    """Each section names tables and as many columns as its query gives."""
    assert len({section.name for section in SECTIONS}) == len(SECTIONS)
    for section in SECTIONS:
        assert set(section.tables) <= set(TABLES)


def test_duplicates(project, made):
    """The same statement in two maps is found whatever its case, punctuation and spacing; in one map it is none."""
    project(
        {
            "maps/a.yaml": "nodes: {a: {claim: It RAINED in May.}, b: {claim: Twice.}, c: {claim: twice}}",
            "maps/b.yaml": "nodes: {x: {premise: '“it rained,  in May”'}, y: {claim: …}}",
            "maps/c.yaml": "nodes: {z: {claim: It rained in May!}, y: {claim: '!'}}",
        }
    )
    made("maps")
    (found,) = duplicates(argmap.corpus("out"))
    assert found == ("It RAINED in May.", 3, [("a.yaml", "a"), ("b.yaml", "x"), ("c.yaml", "z")])
    made("maps", tables=["maps"])
    with pytest.raises(UnknownNameError, match="unknown table 'statements'"):
        duplicates(argmap.corpus("out"))
