"""Folders behind addresses, and a Dask cluster: the same tables come of them, byte for byte."""

from __future__ import annotations

import logging
import sys

import pytest

import argmap
from argmap.corpora import crews
from argmap.corpora.building import build
from argmap.corpora.page import page
from argmap.corpora.statistics import statistics
from argmap.errors import MissingExtraError, ReadError

from .conftest import content

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def memory(maps):
    """Return the file system in memory, with the maps in it."""
    system = fsspec.filesystem("memory")
    for path in maps.rglob("*"):
        if path.is_file():
            system.pipe_file(f"/given/{path.relative_to(maps).as_posix()}", path.read_bytes())
    yield system
    system.rm("/given", recursive=True)
    if system.exists("/corpus"):
        system.rm("/corpus", recursive=True)


def test_maps_and_tables_behind_an_address(maps, made, memory, tmp_path):
    """Read from and written to an object store, the tables are those that a folder of this machine gives."""
    made(maps)
    done = build("memory://given", "memory://corpus", crew=crews.here())
    corpus = argmap.corpus("memory://corpus")
    here = argmap.corpus("out")
    assert corpus.rows == here.rows == dict(done.rows)
    for name in corpus.tables:
        assert corpus.table(name).arrow().equals(here.table(name).arrow()), name
    query = "SELECT map, standing FROM labels JOIN statements USING (map, statement) ORDER BY ALL"
    assert corpus.sql(query).rows == here.sql(query).rows
    assert build("memory://given", "memory://corpus", crew=crews.here()).made == 0


def test_a_pattern_behind_an_address(memory):
    """A pattern behind an address takes what matches; what is stale is removed there too."""
    build("memory://given", "memory://corpus", crew=crews.here())
    build("memory://given/*/*.json", "memory://corpus", crew=crews.here())
    assert argmap.corpus("memory://corpus").sql("SELECT map FROM maps").rows == [("a/rain.json",)]
    assert len(memory.ls("/corpus/maps")) == 1


def test_file_addresses_are_paths(maps, made, tmp_path):
    """An address that begins with file:// is the path behind it."""
    made(maps)
    build(f"file://{maps}", f"file://{tmp_path}/other", crew=crews.here())
    assert content(tmp_path / "out") == content(tmp_path / "other")


def test_addresses_that_lead_nowhere(made):
    """An address of no file system, or without files, is an error in a sentence."""
    for address, said in (("nosuch://x", "nosuch://x cannot be opened: .*"), ("memory://none", "there is no map in")):
        with pytest.raises(ReadError, match=said):
            made(address)


def test_a_dask_cluster(maps, made, tmp_path):
    """The workers of a Dask cluster write the same files; a scheduler that is not there is an error."""
    distributed = pytest.importorskip("distributed")
    made(maps)
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None, silence_logs=logging.CRITICAL
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        crew = crews.dask(cluster.scheduler_address)
        build(maps, tmp_path / "dask", crew=crew)
        crew.close()
        argmap.build_corpus(maps, tmp_path / "own", executor=client.get_executor())
    assert content(tmp_path / "out") == content(tmp_path / "dask") == content(tmp_path / "own")


@pytest.mark.parametrize(
    ("package", "extra"), [("pyarrow", "corpus"), ("duckdb", "corpus"), ("matplotlib", "corpus"), ("polars", "data")]
)
def test_what_is_missing_is_one_clear_error(maps, made, monkeypatch, package, extra):
    """Without a package, what needs it says which extra brings it."""
    made(maps)
    corpus = argmap.corpus("out")
    monkeypatch.setitem(sys.modules, package, None)
    asked = {
        "pyarrow": lambda: argmap.corpus("out"),
        "polars": corpus.maps.polars,
        "duckdb": lambda: statistics(corpus),
        "matplotlib": lambda: page(statistics(corpus), "out"),
    }
    with pytest.raises(MissingExtraError, match=rf"needs {package}: pip install 'argmap\[{extra}\]'"):
        asked[package]()
