"""RIS as Zotero, EndNote, Scopus, JSTOR and others write it; nothing is lost in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.references import ris


def entry(*lines, kind="JOUR"):
    """Read one entry with these lines."""
    (found,) = ris.read("\n".join([f"TY  - {kind}", "TI  - T", *lines, "ER  - "])).entries
    return found


@pytest.mark.parametrize(
    ("lines", "published", "note"),
    [
        (["PY  - 2020", "DA  - 2020/03/05/"], "2020-03-05", None),
        (["PY  - 2020", "DA  - 2020///"], "2020", None),
        (["PY  - 2020", "DA  - 2021/01/02"], "2020", "dated 2021-01-02"),
        (["DA  - 2020/03/05"], "2020-03-05", None),
        (["Y1  - 1987///Spring"], "1987", "dated 1987 Spring"),
        (["PY  - 2012/03/05/"], "2012-03-05", None),
        (["PY  - 2012", "DA  - 2012 Mar 5"], "2012-03-05", None),
        (["PY  - 2012", "DA  - MAR 5"], "2012-03-05", None),
        (["PY  - 2012", "DA  - Mar"], "2012-03", None),
        (["PY  - 2012", "DA  - Spring"], "2012", "dated Spring"),
    ],
)
def test_dates(lines, published, note):
    """The year of publication counts; a date of that year is more exact, and one of another year is told."""
    found = entry(*lines).source
    assert (found.published, found.note) == (published, note)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Smith, Jane", "Jane Smith"),
        ("Doe,John", "John Doe"),
        ("King, Martin, Jr.", "Martin King Jr."),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("Ministry of Water", "Ministry of Water"),
        ("Department for Environment, Food and Rural Affairs", "Department for Environment, Food and Rural Affairs"),
        ("Acme, Inc.", "Acme, Inc."),
        ("山田, 太郎", "山田太郎"),
    ],
)
def test_names(written, spoken):
    """People have their family name first, bodies keep their commas."""
    assert entry(f"AU  - {written}").source.authors == (spoken,)


def test_several_names_in_a_line():
    """Where a line holds people, parted by semicolons, each is one; a body keeps its semicolon."""
    found = entry("AU  - Sánchez, Pedro J.; Dixon, Linda K.", "AU  - Wells; Water and Works").source
    assert found.authors == ("Pedro J. Sánchez", "Linda K. Dixon", "Wells; Water and Works")


def test_a_chapter_has_its_book():
    """Editors, place, edition, pages and the book are in the note; the publisher is the publisher."""
    found = entry(
        *("T2  - The Book", "A2  - Ed, Eva", "ED  - Co, Carl", "CY  - London", "PB  - Pub", "SP  - 1", "EP  - 9"),
        kind="CHAP",
    ).source
    assert (found.authors, found.publisher) == (("Eva Ed", "Carl Co"), "Pub")
    assert found.note == "in The Book, pp. 1–9; edited by Eva Ed and Carl Co; London"


def test_a_thesis_has_advisors():
    """What is the editor of a series elsewhere is the advisor of a thesis."""
    found = entry("A3  - Super, Sue", "M3  - PhD thesis", "PB  - Univ.", kind="THES").source
    assert (found.publisher, found.note) == ("Univ.", "advised by Sue Super; PhD thesis")


def test_addresses_and_identifiers():
    """A semicolon may be part of an address; more addresses are in the note; a DOI may stand in M3."""
    found = entry(
        "UR  - https://example.org/a;s=1; https://example.org/b", "UR  - https://example.org/c", "M3  - doi: 10.1000/x"
    )
    assert found.source.url == "https://example.org/a;s=1"
    assert found.source.note == "also https://example.org/b; also https://example.org/c"
    assert (found.source.doi, found.left_out) == ("10.1000/x", ())


def test_tags_without_a_place_are_named():
    """Abstracts, notes, keywords and tags of a program's own are told by what they mean."""
    found = entry("AB  - An abstract", "over two lines", "KW  - a", "KW  - b", "ZZ  - own", "Y2  - 2021/03/04/10:11:12")
    assert found.left_out == ("ZZ", "AB (abstract)", "KW (keywords)")
    assert found.source.retrieved == "2021-03-04"


def test_ids_of_author_and_year():
    """Without an id, and with the row number that EndNote writes, the id is made of author and year."""
    found = ris.read(
        "TY  - JOUR\nTI  - A\nAU  - van der Berg, Jan\nPY  - 2020\nER  - \n"
        "TY  - JOUR\nTI  - B\nAU  - Berg, J.\nPY  - 2020\nID  - 47\nER  - \n"
        "TY  - JOUR\nTI  - C\nID  - Smith2020\nER  - \n"
    ).entries
    assert [(each.source.id, each.key) for each in found] == [
        ("van-der-Berg-2020", None),
        ("Berg-2020", None),
        ("Smith2020", "Smith2020"),
    ]


def test_an_end_that_is_missing_loses_nothing():
    """Entries without ER, at the next entry or the end, with one blank in their tags or carriage returns, are read."""
    text = "Provider: J\n\nTY  - JOUR\nTI  - A\nTY - JOUR\nTI - B\r\nER  -\r\n\r\nTY  - JOUR\rTI  - C"
    assert [(each.source.title, each.line) for each in ris.read(text).entries] == [("A", 3), ("B", 5), ("C", 9)]


TAGS = (
    "A1 A2 A3 A4 AB AD AN AU BT C1 C7 CA CN CT CY DA DB DI DO DP ED EP ET ID IS J1 J2 JA JF JO KW L1 L2 LA LB M1 M3 "
    "N1 N2 NV OP PB PI PU PY RN SE SN SP ST T1 T2 T3 TA TI TT UR VL Y1 Y2 ZZ"
).split()


@given(st.lists(st.sampled_from(TAGS)), st.sampled_from(["JOUR", "BOOK", "CHAP", "THES", "GEN", ""]))
def test_no_tag_is_lost_in_silence(tags, kind):
    """Whatever tags an entry has, once or twice, each is in the record or is named."""
    found = entry(*(f"{tag}  - word{place}x" for place, tag in enumerate(tags)), kind=kind)
    kept = repr(found.source) + repr(found.key)
    told = {each.partition(" ")[0] for each in found.left_out}
    assert [tag for place, tag in enumerate(tags) if f"word{place}x" not in kept and tag not in told] == []


@given(st.text(st.sampled_from("TYERAUI  - \n/12;x")))
def test_any_text_is_read(text):
    """Whatever follows an entry, it is read."""
    assert ris.read(f"TY  - JOUR\nTI  - A\nER  - \n{text}").entries[0].source.title.startswith("A")
