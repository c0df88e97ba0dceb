"""Building a corpus: what it holds, what is built again, and that it never ends with a broken file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

import argmap
from argmap.corpora import crews, tasks
from argmap.corpora.building import Stage, build
from argmap.corpora.listing import listed
from argmap.errors import ReadError, UnknownNameError

from .conftest import content


def test_maps_of_every_format_are_rows(maps, made):
    """Maps of any format, in any folder, are rows; the second of a page has its number in its name."""
    done = made(maps)
    corpus = argmap.corpus("out")
    assert corpus.sql("SELECT map, file, format, statements, line FROM maps").rows == [
        ("a/page.md#1", "a/page.md", "argdown", 2, 4),
        ("a/page.md#2", "a/page.md", "argdown", 1, 9),
        ("a/rain.json", "a/rain.json", "json", 1, 1),
        ("b/debate.argdown", "b/debate.argdown", "argdown", 2, 1),
        ("street.yaml", "street.yaml", "yaml", 6, 1),
    ]
    assert (done.files, done.rows["maps"], done.rows["statements"]) == (7, 5, 12)
    assert dict(done.rows) == corpus.rows


def test_what_cannot_be_read_is_a_problem(maps, made):
    """A file that is no map, is not UTF-8, or is cut short is a row of the problems, with its line."""
    made(maps)
    rows = argmap.corpus("out").sql("SELECT file, line, kind, message FROM problems").rows
    assert [row[:3] for row in rows] == [
        ("b/broken.yaml", 1, "unreadable"),
        ("b/latin.yaml", 1, "unreadable"),
        ("b/package.json", 1, "no-map"),
    ]
    assert rows[1][3] == "this is not UTF-8 (byte 0xFC): save the file as UTF-8"
    assert rows[2][3].startswith("this is not a map: a .json file may hold")


def test_labels_and_findings_are_those_of_evaluate_and_check(maps, made):
    """The labels are what `argmap.evaluate` says of each statement, the findings what `argmap.check` finds."""
    made(maps)
    m = argmap.load(maps / "street.yaml")
    corpus = argmap.corpus("out")
    labels = corpus.sql("SELECT statement, standing, grade, missing, modifiers FROM labels WHERE map = 'street.yaml'")
    verdicts = argmap.evaluate(m).values()
    assert labels.rows == [(v.id, v.standing, v.grade, list(v.missing), list(v.modifiers)) for v in verdicts]
    assert {row[1] for row in labels.rows} == {"accepted", "unsupported"}
    bases = corpus.sql("SELECT on_independent, on_cited, if_granted FROM labels WHERE map = 'street.yaml'").rows
    of_each = [argmap.evaluate(m, basis=basis).standings.values() for basis in ("independent", "cited", "granted")]
    assert bases == list(zip(*of_each, strict=True))
    findings = corpus.sql("SELECT code, line, column_number, found_in, node FROM findings WHERE map = 'street.yaml'")
    assert findings.rows == [(f.code, f.line, f.column, "street.yaml", f.node) for f in argmap.check(m)]
    assert findings.rows


def test_relations_citations_and_sources(maps, made):
    """Relations tell linkage and what they strike at, citations what became of them, sources what is known of them."""
    made(maps)
    ask = argmap.corpus("out").sql
    where = "WHERE map = 'street.yaml'"
    assert ask(f"SELECT kind, premises, linked, target, target_is, strikes FROM relations {where}").rows == [
        ("support", ["rain"], False, "wet", "statement", None),
        ("support", ["washed", "today"], True, "wet", "statement", None),
        ("attack", ["covered"], False, "wet", "statement", "rebut"),
    ]
    assert ask(f"SELECT statement, role, source, quote, locator, outcome, grade, line FROM citations {where}").rows == [
        ("wet", "from", "brief", None, None, "whole-source", None, 9),
        ("rain", "cite", "log", "rain all … night", "p. 3", "source-absent", "unverified", 12),
    ]
    assert ask(f"SELECT source, authors, kind, described, has_text, passages, citations FROM sources {where}").rows == [
        ("brief", ["Ann", "Bo"], None, True, False, 1, 0),
        ("log", [], "data", True, False, 0, 1),
    ]
    assert ask(f"SELECT statement, depth, supports, attacks, is_premise FROM statements {where}").rows == [
        ("wet", 0, 2, 1, False),
        ("rain", 1, 0, 0, True),
        ("washed", 1, 0, 0, True),
        ("today", 1, 0, 0, True),
        ("covered", 1, 0, 0, True),
        ("when", 0, 0, 0, False),
    ]


def test_the_same_bytes_whoever_does_it(maps, made, tmp_path):
    """This process, threads and processes write the same files, byte for byte; their working folder does not matter."""
    made(maps)
    with ThreadPoolExecutor(3) as threads:
        made(maps, "threads", crew=crews.given(threads))
    made(maps, "processes", crew=crews.processes(2))
    program = f"from argmap import build_corpus; build_corpus({str(maps)!r}, {str(tmp_path / 'elsewhere')!r}, jobs=0)"
    subprocess.run([sys.executable, "-c", program], cwd=maps / "b", check=True)
    first = content(tmp_path / "out")
    assert len(first) == 9
    assert [content(tmp_path / other) for other in ("threads", "processes", "elsewhere")] == [first] * 3
