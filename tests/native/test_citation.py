"""The short form of citations: what is a locator, and what is a phrase; nothing is left unread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.evidence.passages.fragments import Directive, write_fragment
from argmap.formats import argdown, yaml
from argmap.model.citations import Selector
from argmap.native.citation import parse, short
from argmap.native.citing.slips import slip

LOCATORS = [
    *(
        "p. 12",
        "pp. 12-14",
        "p. 12 ff.",
        "§ 2",
        "ch. 3, p. 12",
        "table H4",
        "fig. 4",
        "line 7",
        "lines 3 to 7",
        "p. iv",
    ),
    *("vol. 2, no. 5", "section A.2", "12:30", "1:02:30", "q. 8", "schedule 2", "Chapter IV", "page 4"),
    *("S. 12", "Abb. 4", "Kap. 3", "Zeile 7", "Seiten 3 bis 5", "chapitre 2", "tableau 3", "pág. 4", "línea 7"),
    *("с. 12", "гл. 3", "рис. 2", "第3章", "第 12 页"),
]


@pytest.mark.parametrize("locator", LOCATORS)
def test_a_locator_may_stand_before_a_quotation_or_after_it(locator):
    """Page, section and the like are read in either order, and alone."""
    assert parse(f"letter {locator}") == ("letter", None, locator)
    for quoted in ('"two wells … ran dry"', "“two wells … ran dry”"):
        assert parse(f"letter {locator} {quoted}") == ("letter", Selector("two wells … ran dry"), locator)
        assert parse(f"letter {quoted} {locator}") == ("letter", Selector("two wells … ran dry"), locator)
    assert parse(f'letter {locator} "ran dry" (2)') == ("letter", Selector("ran dry", 2), locator)


@pytest.mark.parametrize("locator", ["p. 2", "page 4", "S. 12", "12:30", "第3章"])
@given(phrase=st.lists(st.sampled_from(["elephants", "landed", "moon", "Mond", "слоны"]), min_size=1).map(" ".join))
def test_words_after_a_locator_are_a_phrase(locator, phrase):
    """What is no part of a locator is looked up in the source, and is not taken on trust."""
    assert parse(f"letter {locator} {phrase}") == ("letter", Selector(phrase), locator)


@pytest.mark.parametrize("written", ["section on wages", "table of contents", "line up", "pages and pages", "no one"])
def test_words_that_only_begin_like_a_locator_are_none(written):
    """A locator has a number: without one, the words are a phrase of the text that the map is about."""
    assert parse(f"letter {written}") == (None, Selector(f"letter {written}"), None)


@pytest.mark.parametrize(
    "cite", ['letter p. 2 "elephants landed on the moon"', "letter page 4 elephants landed on the moon"]
)
def test_a_quotation_after_a_page_is_looked_up(project, cite):
    """A quotation that is not in its source is missing wherever the page stands, and the claim is not accepted."""
    project(
        {
            "argmap.toml": "",
            "seeds/letter.yaml": "title: Letter\ntext: letter.txt\n",
            "seeds/letter.txt": "No one has seen an elephant here.",
            "m.yaml": f"nodes:\n  a: {{claim: Elephants can fly., cite: '{cite}'}}\n",
        }
    )
    m = argmap.load("m.yaml")
    assert "AM201" in {finding.code for finding in argmap.check(m)}
    assert str(argmap.evaluate(m)["a"].standing) == "unsupported"


MORE_LOCATORS = [
    *(
        "12",
        "12–14",
        "3:16",
        "item 4",
        "Table 3, row 4",
        "Art. 5 Abs. 2",
        "art. 5(2)",
        "folio 3r",
        "slide 5",
        "n. 12",
        "p 12",
    ),
    *("Blatt 4", "Rn. 14", "Fußnote 3", "pág. 4, párr. 2", "capítulo IV", "tabela 2", "pagina 7", "riga 3", "blz. 12"),
    *("hoofdstuk 3", "sida 4", "str. 12", "rozdz. 3", "12. o.", "sivu 3", "sayfa 12", "σελ. 4", "стр. 3–5", "табл. 2"),
    *(
        "ص 12",
        "صفحة 3",
        "עמ' 12",
        "פרק 3",
        "पृष्ठ 4",
        "trang 12",
        "halaman 3",
        "หน้า 5",
        "第12页",
        "3쪽",
        "12ページ",
        "abstract",
    ),
]


@pytest.mark.parametrize("locator", [*LOCATORS, *MORE_LOCATORS])
def test_a_locator_beside_a_quotation_needs_no_marks(locator):
    """Beside a quotation a locator of many languages, or a number alone, is one; in brackets and after a comma too."""
    for tail in (locator, f"({locator})" if not locator.isdigit() else locator, f", {locator}", f'"{locator}"'):
        text = f'letter "two wells" {tail}'
        assert parse(text) == ("letter", Selector("two wells"), locator)
        assert slip(text, parse(text), None) is None
    assert short("letter", Selector("two wells"), locator, None) == f'letter "two wells" {locator}'


WORDS = [
    "as the mayor says",
    "p. 2 and elephants landed",
    "siehe oben",
    "p. 3, emphasis added",
    "как сказано",
    "见附图",
]


@pytest.mark.parametrize("words", WORDS)
def test_words_beside_a_quotation_are_told(words):
    """What is no locator is kept as one, and told with the citation in which it stands in quotation marks."""
    text = f'letter "two wells … dry" {words}'
    read = parse(text)
    assert read == ("letter", Selector("two wells … dry"), words)
    found = slip(text, read, None)
    assert found is not None
    assert found.mended == f'{text[: -len(words)]}"{words}"'
    assert parse(found.mended) == read
    assert slip(found.mended, read, None) is None
    assert short("letter", Selector("two wells … dry"), words, None) == found.mended


@pytest.mark.parametrize("about", [None, "brief"])
@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»", "»«", "「」", "《》"])
@pytest.mark.parametrize(
    ("tail", "mended"),
    [
        (" letter", 'letter "two wells"'),
        (", letter", 'letter "two wells"'),
        (" (letter)", 'letter "two wells"'),
        (" – letter, p. 2", 'letter "two wells" p. 2'),
        (" [letter, S. 3 f.]", 'letter "two wells" S. 3 f'),
        (" p. 2, letter", 'letter "two wells" p. 2'),
        (" https://example.org/w", 'https://example.org/w "two wells"'),
    ],
)
def test_a_source_after_its_quotation_is_told(about, marks, tail, mended):
    """Where the source comes last, that is told with how it is read; only without a default source is it read so."""
    text = f"{marks[0]}two wells{marks[1]}{tail}"
    found = slip(text, parse(text), about)
    assert found is not None
    assert found.mended == mended
    assert parse(mended)[:2] == (mended.partition(" ")[0], Selector("two wells"))
    assert found.is_meant is (about is None)
    if found.other:
        assert parse(found.other[1]) == (None, Selector("two wells"), tail.strip(" ,()"))


@pytest.mark.parametrize(
    "text", ['"two wells" p. 2', '"two wells"', "two wells … dry", 'he said "no" twice', '"he said "no" twice"']
)
def test_phrases_of_the_default_source_are_no_slips(text):
    """Phrases alone, in quotation marks or not, with a locator or not, are of the text that the map is about."""
    assert parse(text).source is None
    assert slip(text, parse(text), "brief") is None


@pytest.mark.parametrize(
    "text", ["letter 'two wells' p. 2", "letter ‘two wells’, p. 2", 'letter "two wells', "letter „two wells"]
)
def test_other_marks_are_told(text):
    """Single quotation marks, and a mark that is not closed, are told with the citation as it is read."""
    found = slip(text, parse(text), None)
    assert found is not None
    assert parse(found.mended)[:2] == ("letter", Selector("two wells"))


TERMS = st.text(st.sampled_from("wells dry, -…#&=%'\"ßéж水 "), min_size=1).map(str.strip).filter(bool)


@given(start=TERMS, end=st.none() | TERMS, prefix=st.none() | TERMS, suffix=st.none() | TERMS)
def test_addresses_are_citations(start, end, prefix, suffix):
    """An address with a text fragment names its source, and the passage as the fragment does."""
    directive = Directive(start, end, prefix, suffix)
    for fragment in (write_fragment(directive), "#top" + write_fragment(directive)[1:]):
        read = parse(f"https://example.org/w{fragment}")
        assert (read.source or "").partition("#")[0] == "https://example.org/w"
        assert read.selector == directive.selector
        assert read.locator is None


def test_an_address_is_one_of_a_source(project):
    """A citation by address counts as one of the source with that address, whatever differs in it by chance."""
    project(
        {
            "argmap.toml": "",
            "seeds/letter.yaml": "title: Letter\nurl: https://example.org/wells/\ntext: letter.txt\n",
            "seeds/letter.txt": "In May two wells ran dry.",
            "seeds/paper.yaml": "doi: 10.1000/xyz\n",
            "m.yaml": (
                "about: letter\nnodes:\n  a:\n    claim: Dry.\n    cite:\n"
                "      - http://EXAMPLE.org/wells#:~:text=May-,two%20wells,dry\n"
                "      - https://example.org/other#:~:text=wells\n      - https://doi.org/10.1000/xyz\n"
            ),
        }
    )
    m = argmap.load("m.yaml")
    cited = argmap.analyse(m).map["a"].citations
    assert [citation.source for citation in cited] == ["letter", "https://example.org/other", "paper"]
    assert [citation.id for citation in cited] == ["a@letter", "a@https://example.org/other", "a@paper"]
    (unknown,) = [finding.message for finding in argmap.check(m, select=["AM301"])]
    assert unknown.startswith(
        "no source has the address 'https://example.org/other': argmap source add 'https://example."
    )
    assert "AM201" not in {finding.code for finding in argmap.check(m)}
    for form in (yaml, argdown):
        assert [s.citations for s in form.read(form.write(m).text, "m")] == [s.citations for s in m]


def test_argdown_reads_and_tells_the_same():
    """Data in braces is read as a citation in YAML is, and told with what to write in braces."""
    m = argdown.read("[A]: a {cite: '\"two wells\" letter p. 2'}", "m.argdown")
    assert m["a"].citations[0].source == "letter"
    (found,) = m.origin.findings
    assert found.message == 'the source comes before the quotation: write {cite: letter "two wells" p. 2}'
    m = argdown.read("[A]: a {cite: 'https://example.org/w#:~:text=two%20wells,dry'}", "m.argdown")
    assert (m["a"].citations[0].source, m["a"].citations[0].selector) == (
        "https://example.org/w",
        Selector("two wells … dry"),
    )


@pytest.mark.parametrize("quote", ["It “ rains", "Mayor 'rains' p. 2", 'letter "rains'])
def test_what_is_written_is_no_slip(quote) -> None:
    """A phrase of the analysed text that looks like a source with half a quotation is written in quotation marks."""
    written = short("brief", Selector(quote), None, "brief")
    assert written
    assert slip(written, parse(written), "brief") is None
