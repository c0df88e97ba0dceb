"""CSL-JSON: names, dates, rich text; a bad entry keeps out itself alone."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ConvertError
from argmap.sources.references import csl_json


def entry(**fields):
    """Read one entry with these fields."""
    (found,) = csl_json.read(json.dumps([{"id": "k", "type": "book", **fields}])).entries
    return found


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        (
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."},
            "Jan van der Berg Jr.",
        ),
        ({"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}, "Ludwig van Beethoven"),
        (
            {"literal": "Department for Environment, Food and Rural Affairs"},
            "Department for Environment, Food and Rural Affairs",
        ),
        ({"family": "UNESCO"}, "UNESCO"),
        ({"family": "山田", "given": "太郎"}, "山田太郎"),
    ],
)
def test_names(name, spoken):
    """Particles and suffixes stay with the name; a literal name is that of a body."""
    assert entry(author=[name]).source.authors == (spoken,)


@pytest.mark.parametrize(
    ("issued", "published", "note"),
    [
        ({"date-parts": [[2024, 5]]}, "2024-05", None),
        ({"date-parts": [["2020", "3", 5], [2020, 3, 7]]}, "2020-03-05", "dated 2020-03-05/2020-03-07"),
        ({"date-parts": [[1999]], "season": 2}, "1999", "dated summer 1999"),
        ({"date-parts": [[1850]], "circa": True}, "1850", "dated about 1850"),
        ({"literal": "in press"}, "in press", None),
        ({"raw": "5 March 2020"}, "2020-03-05", None),
        ({"date-parts": [["²"]]}, None, "dated [['²']]"),
        ({"date-parts": [[10**17]]}, None, "dated [[100000000000000000]]"),
        ({"date-parts": [[]]}, None, None),
        ({"date-parts": [[None]]}, None, None),
        ({"date-parts": 5}, None, "dated 5"),
    ],
)
def test_dates(issued, published, note):
    """Dates are ISO dates; what a date says besides, and what is none, is in the note."""
    found = entry(issued=issued).source
    assert (found.published, found.note) == (published, note)


def test_day_of_retrieval():
    """`accessed` is the day of retrieval where it is one; what is none is in the note."""
    found = entry(accessed={"date-parts": [[2021, 1, 2]]}).source
    assert (found.retrieved, found.note) == ("2021-01-02", None)
    found = entry(accessed={"literal": "last spring"}).source
    assert (found.retrieved, found.note) == (None, "seen last spring")


def test_a_number_of_thousands_of_digits_is_read():
    """Python refuses to make a number of it; it stays a text."""
    found = csl_json.read('[{"id": "k", "title": "T", "issued": {"date-parts": [[' + "1" * 5000 + "]]}}]")
    assert found.entries[0].source.note.startswith("dated [['111")


NAMES = (
    "abstract accessed annote archive archive-place archive_location author authority call-number chapter-number "
    "citation-number collection-editor collection-number collection-title container-author container-title "
    "container-title-short dimensions director DOI edition editor event event-date event-place event-title genre ISBN "
    "ISSN issue issued jurisdiction language medium note number number-of-pages number-of-volumes original-author "
    "original-date original-title page page-first part-title PMCID PMID publisher publisher-place recipient references "
    "reviewed-title scale section source status submitted title-short translator URL version volume year-suffix custom"
).split()


@given(st.lists(st.sampled_from(NAMES), unique=True), st.sampled_from(["article-journal", "book", "webpage"]))
def test_no_variable_is_lost_in_silence(names, kind):
    """Whatever variables an entry has, as texts or as names, each is in the record or is named."""
    people = ("author", "editor", "translator", "director", "recipient")
    values = {
        name: [{"literal": f"word{place}x"}] if name.endswith(people) else f"word{place}x"
        for place, name in enumerate(names)
    }
    found = entry(type=kind, **values)
    kept = repr(found.source)
    assert [n for place, n in enumerate(names) if f"word{place}x" not in kept and n not in found.left_out] == []


def test_rich_text_is_plain():
    """The marks of CSL are left out, figures above and below the line stay such."""
    assert entry(title="<i>Vibrio</i> in H<sub>2</sub>O").source.title == "Vibrio in H₂O"


def test_a_place_in_a_journal_and_fields_without_a_place():
    """The journal with volume, issue and pages is in the note; an abstract is told."""
    fields = {
        "type": "article-journal",
        "container-title": "J",
        "volume": 1,
        "issue": "2",
        "page": "3-9",
        "abstract": "x",
    }
    found = entry(**fields)
    assert (found.source.note, found.source.publisher, found.left_out) == ("J 1(2), 3–9", "J", ("abstract",))


@pytest.mark.parametrize(
    ("text", "titles", "faults"),
    [
        ('[{"id": 1, "title": "A"},\n 17,\n {"id": 2, "title": "B"}]', ["A", "B"], [(2, "this entry is no reference")]),
        ('[{"id": 1, "title": "A"},\n {"id": 2, "title": }]', ["A"], [(2, "this is not JSON")]),
        ('[{"id": 1, "title": "A"},\n', ["A"], [(2, "the list is not closed")]),
        ('[{"id": 1, "title": "A"},\n' + "[" * 100_000, ["A"], [(2, "this entry is nested too deep")]),
        ('\ufeff{"items": [{"id": 1, "title": "A"}], "next": 1}', ["A"], []),
        ('{"id": 1, "title": "A"}', ["A"], []),
    ],
)
def test_a_bad_entry_keeps_out_itself_alone(text, titles, faults):
    """What is before and after an entry that is none is read; after broken JSON nothing can be."""
    found = csl_json.read(text)
    assert [each.source.title for each in found.entries] == titles
    assert [
        (each.line, each.reason[: len(said)]) for each, (_, said) in zip(found.faults, faults, strict=True)
    ] == faults


@pytest.mark.parametrize("text", ["", "[]", "{}", "17", "[[[", '{"items": 3}', "null"])
def test_what_is_no_list_is_refused(text):
    """JSON of another kind is refused in a sentence."""
    with pytest.raises(ConvertError, match="this is not CSL-JSON"):
        csl_json.read(text)
