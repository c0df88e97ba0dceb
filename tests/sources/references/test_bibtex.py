"""BibTeX and BibLaTeX by their conventions: values, names, inheritance, dates, addresses; nothing is lost silently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.references import bibtex
from argmap.sources.references.bibtex.names import names
from argmap.sources.references.bibtex.values import joined, plain, verbatim


def entry(fields, kind="article"):
    """Read one entry with these fields."""
    (found,) = bibtex.read(f"@{kind}{{k, title = {{T}}, {fields}}}").entries
    return found


def source(fields, kind="article"):
    """Return the record of an entry with these fields."""
    return entry(fields, kind).source


@pytest.mark.parametrize(
    ("written", "spoken", "more"),
    [
        (
            "{Department for Environment, Food and Rural Affairs}",
            ["Department for Environment, Food and Rural Affairs"],
            0,
        ),
        ("King, Jr., Martin and {Barnes and Noble} and others", ["Martin King Jr.", "Barnes and Noble"], 1),
        ("Ludwig van Beethoven and de la Cruz, Ana", ["Ludwig van Beethoven", "Ana de la Cruz"], 0),
        (r"M{\"u}ller, J{\"u}rgen AND Erd{\H o}s, P\'al", ["Jürgen Müller", "Pál Erdős"], 0),
        ("Jane~Q. Doe  and\n   Roe, R.", ["Jane Q. Doe", "R. Roe"], 0),
        ("family=Beauvoir, given=Simone, prefix=de and 山田, 太郎", ["Simone de Beauvoir", "山田太郎"], 0),
        ("鈴木 花子", ["鈴木 花子"], 0),
        (r"Erd\H{o}s, P. and \v{C}apek, K. AND \'{E}mile, Z.", ["P. Erdős", "K. Čapek", "Z. Émile"], 0),
        ("family=Berg, given=Jan, prefix=van der, useprefix=true", ["Jan van der Berg"], 0),
        ("Sammy Davis, Jr. and Ford, Henry, III and Roe, V.", ["Sammy Davis Jr.", "Henry Ford III", "V. Roe"], 0),
        ("{\\relax Ch}ekhov, Anton and {UNESCO}", ["Anton Chekhov", "UNESCO"], 0),
    ],
)
def test_names(written, spoken, more):
    """Bodies stand in braces, suffixes and particles stay with the name, and 'others' is nobody."""
    assert names(written) == (tuple(spoken), bool(more))


def test_others_and_editors_are_told():
    """That there are more authors is in the note; without authors, a work is its editors'."""
    assert source("author = {Doe, Jane and others}").note == "with other authors"
    found = source("editor = {Doe, Jane and Roe, Rita}", "book")
    assert (found.authors, found.note) == (("Jane Doe", "Rita Roe"), "edited by Jane Doe and Rita Roe")


def test_strings_are_joined():
    """Parts are joined, abbreviations stand for what they stand for, and one that is not defined is kept and told."""
    text = '@string{j = "Journal of " # {Wells}}\n@article{k, title = {A} # " B", journal = j, publisher = acm}'
    (found,) = bibtex.read(text).entries
    assert (found.source.title, found.source.note, found.source.publisher) == ("A B", "Journal of Wells", "acm")
    assert found.left_out == ("what 'acm' stands for",)
    assert joined("2020", {}, set()) == "2020"


def test_abbreviations_do_not_grow_without_end():
    """Abbreviations of abbreviations that double each time end in a fault, not in all memory."""
    text = "".join(f"@string{{s{n + 1} = s{n} # s{n}}}\n" for n in range(60))
    found = bibtex.read(f"@string{{s0 = {{{'x' * 50}}}}}\n{text}@book{{k, title = s60}}")
    assert found.faults[0].reason == "'s11' cannot be read: the parts of a value are too long together"
    assert len(found.entries[0].source.title) < 100_000


@pytest.mark.parametrize(
    ("field", "address"),
    [
        ("url = {https://example.org/a%20b/c_d?q=1#x}", "https://example.org/a%20b/c_d?q=1#x"),
        (r"url = {https://example.org/a{\_}b\&c\%20d}", "https://example.org/a_b&c%20d"),
        (r"url = {https://example.org/{\textasciitilde}me}", "https://example.org/~me"),
        (r"howpublished = {\url{https://example.org/d%20e}}", "https://example.org/d%20e"),
        (r"note = {See \href{https://example.org/x}{the page}}", "https://example.org/x"),
        ("howpublished = {Online: https://example.org/y.}", "https://example.org/y"),
        ("eprint = {2001.01234}, archivePrefix = {arXiv}", "https://arxiv.org/abs/2001.01234"),
        ("eprint = {123}, eprinttype = {jstor}", "https://www.jstor.org/stable/123"),
    ],
)
def test_addresses_are_whole(field, address):
    """A percent sign begins no comment in an address, and an address in words, or of an eprint, is one."""
    assert source(field).url == address


def test_several_addresses():
    """Of several addresses in a field, as Mendeley writes them, the first is the address, and the rest is noted."""
    found = source("url = {https://example.org/a https://example.org/b}")
    assert (found.url, found.note) == ("https://example.org/a", "also https://example.org/b")


def test_identifiers_are_verbatim():
    """A DOI keeps its percent signs and loses its address."""
    assert source("doi = {https://doi.org/10.1000/abc%2Fdef}").doi == "10.1000/abc%2Fdef"


@pytest.mark.parametrize(
    ("fields", "published", "note"),
    [
        ("year = 2024, month = may", "2024-05", None),
        ('year = {2024}, month = "10~" # may', "2024-05-10", None),
        ("year = {2024}, month = {5}, day = {3}", "2024-05-03", None),
        ("year = {1999/2000}", "1999", "dated 1999/2000"),
        ("date = {2020-03-05/2020-03-07}", "2020-03-05", "dated 2020-03-05/2020-03-07"),
        ("date = {1850~}", "1850", "dated 1850~"),
        ("year = {in press}", "in press", None),
        ("year = {2024}, month = {Fall}", "2024", "dated Fall 2024"),
    ],
)
def test_dates(fields, published, note):
    """Dates are ISO dates; what a date says besides is in the note."""
    found = source(fields)
    assert (found.published, found.note) == (published, note)


def test_day_of_retrieval_and_language():
    """`urldate` is the day of retrieval where it is a day; babel's names of languages are tags."""
    found = source("urldate = {2022-03-04}, langid = {ngerman}")
    assert (found.retrieved, found.language, found.note) == ("2022-03-04", "de", None)
    found = source("urldate = {last summer}, language = {Klingon}")
    assert (found.retrieved, found.language, found.note) == (None, None, "language: Klingon; seen last summer")


def test_place_in_a_journal_or_book():
    """Volume, number and pages, edition, series and the like are in the note."""
    assert source("journal = {J. Wells}, volume = 12, number = 3, pages = {45--67}").note == "J. Wells 12(3), 45–67"
    found = source("booktitle = {Wells}, pages = {1-9}, edition = {2}, series = {LNW}, isbn = {1}", "incollection")
    assert (found.note, found.publisher) == ("in Wells, pp. 1–9; edition: 2; series: LNW; ISBN 1", "Wells")
    assert source("school = {Univ.}, address = {Town}", "phdthesis").note == "PhD thesis; Town"


def test_fields_without_a_place_are_named():
    """Fields that a record has no place for, a second of one name, and what is too long are told."""
    found = entry(f"keywords = {{a}}, file = {{x}}, year = 2020, year = 2021, note = {{{'x' * 6000}}}")
    assert found.left_out == ("keywords", "file", "note", "a second year")
    assert found.source.published == "2020"


def test_two_fields_for_one_thing():
    """Where an entry has a field under two names, or says a thing twice in different words, both are kept or told."""
    found = entry("journal = {A}, journaltitle = {B}, booktitle = {C}, date = {2020-01}, year = 2020")
    assert (found.source.note, found.left_out) == ("B; in C", ("journal",))
    found = entry("langid = {german}, language = {english and french}, translator = {Doe, J. and others}, year = 1999")
    assert (found.source.language, found.left_out) == ("de", ())
    assert found.source.note == "translated by J. Doe and others; language: english and french"
    assert entry("date = {2020-01}, year = 1999").left_out == ("year",)


FIELDS = (
    "abstract address afterword annotation annotator annote archiveprefix author bookauthor booktitle booktitleaddon "
    "chapter commentator crossref date day doi edition editor editora eid eprint eprintclass eprinttype eventdate "
    "eventtitle file foreword howpublished hyphenation institution introduction isbn issn issue issuetitle journal "
    "journaltitle keywords langid language lastchecked location maintitle month note number organization origdate "
    "pages part pmid primaryclass pubstate publisher school series shorttitle subtitle titleaddon translator type "
    "url urldate venue version volume volumes xdata xref year unheardof"
).split()


@given(st.lists(st.sampled_from(FIELDS), unique=True), st.sampled_from(["article", "book", "thesis", "incollection"]))
def test_no_field_is_lost_in_silence(names, kind):
    """Whatever fields an entry has, each is in the record or is named."""
    found = entry(", ".join(f"{name} = {{word{place}x}}" for place, name in enumerate(names)), kind)
    kept, told = repr(found.source), " ".join(found.left_out)
    missing = [
        name for place, name in enumerate(names) if f"word{place}x" not in kept + told and name not in told.split()
    ]
    assert missing == []


CROSSREF = """
@inproceedings{one, title = {One}, author = {Able, A.}, crossref = {procs}}
@proceedings{procs, title = {Proc. of Wells}, editor = {Ed, E.}, year = 2020, publisher = {P}}
@book{two, title = {Two}, xdata = {house}, crossref = {gone}}
@xdata{house, publisher = {House}, location = {Town}}
@book{round, title = {Round}, crossref = {turn}}
@book{turn, crossref = {round}, year = 1999}
"""


def test_inheritance():
    """A parent's title is the title of the book; `xdata` is no work; a circle ends; a missing parent is told."""
    found = {each.key: each for each in bibtex.read(CROSSREF).entries}
    assert list(found) == ["one", "procs", "two", "round", "turn"]
    assert found["one"].source.note == "in Proc. of Wells; edited by E. Ed"
    assert (found["one"].source.published, found["one"].source.publisher) == ("2020", "P")
    assert (found["two"].source.publisher, found["two"].source.note) == ("House", "Town")
    assert found["two"].left_out == ("what 'gone' hands on (crossref)",)
    assert found["round"].source.published == "1999"


def test_a_bad_entry_keeps_out_itself_alone():
    """An unclosed entry, and one without '=', are faults with their lines; comments and JabRef's groups are none."""
    found = bibtex.read(
        "% a comment\n@Comment{jabref-meta: grouping:\n0 All:;}\n@book{a, title={A}}\n@book{b, title={B\n"
        "@book{c, title {C}}\n@book{d, title={D}}\n"
    )
    assert [each.key for each in found.entries] == ["a", "d"]
    assert [(fault.line, fault.reason) for fault in found.faults] == [
        (5, "'b' cannot be read: it is not closed; a brace or a quotation mark is missing"),
        (6, "'c' cannot be read: a field lacks its '=', or a comma is missing or one too many"),
    ]


def test_a_missing_comma_is_told():
    """Two values without a comma between them are not taken for one."""
    found = bibtex.read("@book{a, title={A} year={2000}}\n@book{b, title={B}}")
    assert [fault.reason for fault in found.faults] == ["'a' cannot be read: a comma is missing before 'year='"]
    assert [each.key for each in found.entries] == ["b"]


def test_keys_that_are_missing_or_hold_a_comma():
    """An entry may lack its key, or have one with a comma in it, as IPCC and Scopus write them."""
    found = bibtex.read("@misc{\nauthor = {AMAP},\nyear = {2009},\n}\n@Article{European,T2019,\n title={A}}").entries
    assert found[1].source.authors == ()
    assert [(each.key, each.source.id, each.line) for each in found] == [
        (None, "AMAP-2009", 1),
        ("European-T2019", "European-T2019", 5),
    ]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"The {{Dry}} {W}ells of H$_2$O, 10$^{-8}$ m\textsuperscript{2}", "The Dry Wells of H₂O, 10⁻⁸ m²"),
        ("50% of 100\\% for $5 and $10", "50% of 100% for $5 and $10"),
        (r"$\alpha$-particles \& ``quotes'' --- \emph{x}~y", "α-particles & “quotes” — x y"),
        (r"\enquote{a \enquote{b}} {\bf c} {\noopsort{1973a}}1973", "“a “b”” c 1973"),
        (r"A \&amp; B, <i>C</i>", "A & B, C"),
        (r"\unheardof and \unheardof{d}", r"\unheardof and d"),
    ],
)
def test_latex_becomes_text(latex, text):
    """Commands become what they show; one that is not known stays as it is written."""
    assert plain(latex) == text


@given(st.text(st.sampled_from("\\{}$%_^~#&\"'`-aé1 \n") | st.sampled_from("abc")))
def test_any_value_becomes_a_line(value):
    """Whatever a value holds, it is read without an error, into one line."""
    assert "\n" not in plain(value)
    assert "\n" not in verbatim(value)


@given(st.text(st.sampled_from('@book{k,title={A}}"#=\\% \n()'), max_size=200))
def test_any_file_is_read(text):
    """Whatever stands around it, an entry on a line of its own at the start is read."""
    found = bibtex.read(f"@book{{first, title={{A}}}}\n{text}")
    assert found.entries[0].key == "first"


@pytest.mark.parametrize(
    "text", ["{" * 100_000, "{" * 20_000 + "}" * 20_000, "\\emph{" * 800 + "}" * 800, "\\'" * 2_000]
)
def test_deep_values_are_read_or_told(text):
    """Braces by the thousand are a fault or a value, and end."""
    found = bibtex.read(f"@book{{a, title={{{text}}}}}\n@book{{b, title={{B}}}}")
    assert found.entries[-1].key == "b"
