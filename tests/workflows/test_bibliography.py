"""What becomes of the entries of a list: new records, works that are there already, faults."""

from __future__ import annotations

import pytest

from argmap.errors import ConvertError, ReadError
from argmap.model.sources import Source
from argmap.project.project import Project
from argmap.sources.references import Entry, Listing
from argmap.workflows import bibliography

AB = b"@book{a, title={A}}\n@book{b, title={B}}"


@pytest.fixture
def root(project):
    """Return the folder of an empty project."""
    return project({"seeds/.keep": ""})


def planned(root, *entries):
    """Return the plan for entries of id, key, title and author, one a line."""
    made = (
        Entry(Source(name, title, (author,), "2020", doi=doi), line, key)
        for line, (name, key, title, author, doi) in enumerate(entries, 1)
    )
    return bibliography.plan(Project(root), Listing(tuple(made)))


def take(root, plan):
    """Write the records of a plan."""
    return [bibliography.write(Project(root), source).name for source in plan.new]


SMITHS = [("Smith-2020", None, f"Paper {number}", "Jane Smith", None) for number in range(3)]


def test_works_of_one_author_and_year_are_numbered(root):
    """Ids that are made are numbered, and the list taken again finds each work there already, in any order."""
    assert take(root, planned(root, *SMITHS)) == ["Smith-2020.yaml", "Smith-2020-2.yaml", "Smith-2020-3.yaml"]
    again = planned(root, *reversed(SMITHS))
    assert (again.new, again.there) == ((), ("Smith-2020-3", "Smith-2020-2", "Smith-2020"))


def test_a_crash_in_the_middle_is_made_good(root):
    """What was not written of a list is written when it is taken in again, under the same id."""
    plan = planned(root, *SMITHS)
    bibliography.write(Project(root), plan.new[0])
    assert [source.id for source in planned(root, *SMITHS).new] == ["Smith-2020-2", "Smith-2020-3"]


def test_a_key_is_the_id_of_one_work(root):
    """A key that another work has, in the list or the project, is a fault; the same work is there already."""
    take(root, planned(root, ("a", "a", "A", "N. N.", "10.1/A")))
    plan = planned(
        root,
        ("a", "a", "A, second edition", "N. N.", "10.1/a"),
        ("b", "b", "B", "N. N.", None),
        ("b", "b", "Another B", "N. N.", None),
        ("b", "b", "B", "N. N.", None),
    )
    assert (plan.there, [source.title for source in plan.new]) == (("a", "b"), ["B"])
    assert [(fault.line, fault.reason) for fault in plan.faults] == [
        (3, "the key 'b' stands twice, first in line 2, for another work")
    ]
    (fault,) = planned(root, ("a", "a", "Other", "N. N.", None)).faults
    assert fault.reason == "the id 'a' is that of another work in the project: change the key or the id"


def test_keys_that_make_one_id_are_numbered(root):
    """Two keys that differ in what no id can hold are two records, and stay so."""
    entries = [("a-b", "a:b", "A", "N. N.", None), ("a-b", "a/b", "B", "N. N.", None)]
    assert take(root, planned(root, *entries)) == ["a-b.yaml", "a-b-2.yaml"]
    assert planned(root, *entries).there == ("a-b", "a-b-2")


def test_a_file_is_not_written_over(root):
    """A record under another id, and one that differs in case, keep their files."""
    (root / "seeds/Smith-2020.yaml").write_text("id: other\ntitle: Other\n")
    (root / "seeds/smith-2020-2.yaml").write_text("title: Lower\n")
    assert take(root, planned(root, SMITHS[0])) == ["Smith-2020-3.yaml"]


def test_an_entry_that_says_nothing_is_a_fault(root):
    """Without title, author and address there is no source."""
    plan = bibliography.plan(Project(root), bibliography.read(b"@misc{k, year=2000}\n@misc{}", "l.bib"))
    assert [fault.reason for fault in plan.faults] == [
        "'k' has neither title nor author nor address",
        "a reference has neither title nor author nor address",
    ]
    assert plan.new == ()


@pytest.mark.parametrize("title", ["x" * 30_000, "a \ud800 b"])
def test_a_record_that_could_not_be_read_again_is_a_fault(root, title):
    """Nothing is written that argmap would not read as it was."""
    plan = planned(root, ("a", "a", title, "N. N.", None), ("b", "b", "B", "N. N.", None))
    assert [source.id for source in plan.new] == ["b"]
    assert plan.faults[0].reason.startswith("the record of 'a' could not be read again: its title")


def test_a_list_is_of_a_format_and_an_encoding(root):
    """A list that is neither by its name nor by its looks one is refused, and so is one that is in no encoding."""
    assert [entry.key for entry in bibliography.read(AB, "refs.bib").entries] == ["a", "b"]
    assert [entry.key for entry in bibliography.read(AB, "-").entries] == ["a", "b"]
    with pytest.raises(ConvertError, match=r"it looks like no list of references: BibTeX \(\.bib\), CSL-JSON"):
        bibliography.read(b"words", "refs.bbi")
    with pytest.raises(ConvertError, match=r"refs\.nbib cannot be used: it is PubMed's own format \(MEDLINE\)"):
        bibliography.read(b"PMID- 1\n", "refs.nbib")
    with pytest.raises(ReadError, match=r"refs\.bib cannot be used: there is no encoding 'punycode'"):
        bibliography.read(AB, "refs.bib", "punycode")
