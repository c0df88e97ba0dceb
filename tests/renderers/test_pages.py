"""Maps on pages of paper: nothing is lost, all can be read, and what is cut refers to its other side."""

from __future__ import annotations

import re
import sys
from itertools import cycle, pairwise
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given, settings

from argmap.analysis import Analysis, analyse
from argmap.errors import MissingExtraError
from argmap.model.bearing import bearings
from argmap.model.document import ArgumentMap, Group
from argmap.model.findings import Finding, Severity
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.project.documents import load
from argmap.renderers import DrawingOptions, Engine, Page, View, pdf, png, svg
from argmap.renderers._diagram.markup import element_id
from argmap.renderers._pages import pages as module
from argmap.renderers._pages.layout import Layout
from argmap.renderers._pages.pages import _portions, on_pages
from argmap.renderers._pages.paper import Paper, papers
from argmap.renderers._pages.pieces import pieces
from argmap.renderers._parts import Links
from argmap.renderers._selection import select

from ..tangles import tangles

FEW = settings(max_examples=max(settings.default.max_examples // 20, 5), deadline=None)
SIZES = {
    Page.A4: (595.28, 841.89),
    Page.A3: (841.89, 1190.55),
    Page.LETTER: (612, 792),
    Page.WIDE: (540, 960),
}


def view_of(m, **options):
    """Return a view of a map on A4, or on another page."""
    return View(Analysis(m, analyse(m).project), (), DrawingOptions(**{"page": "A4", **options}))


def town(sections=3, each=8):
    """Make a map of a recommendation and sections, some of which speak about others."""
    groups = tuple(Group(f"g{n}", f"Section {n}") for n in range(sections))
    made = [Statement("do-it", Kind.RECOMMENDATION, "Do it.")]
    relations = []
    for group in groups:
        names = [f"{group.id}-{n}" for n in range(each)]
        made += [Statement(name, Kind.CLAIM, f"It is so, says {name}.", group=group.id) for name in names]
        relations.append(Relation.make("support", [names[0]], "do-it"))
        relations += [Relation.make("support", [name], names[(n - 1) // 2]) for n, name in enumerate(names) if n]
    relations += [Relation.make("attack", ["g0-3"], "g1-5"), Relation.make("support", ["g2-1", "g1-1"], "g0-2")]
    return ArgumentMap("The town", groups=groups, statements=tuple(made), relations=tuple(relations))


def node(page, name):
    """Return the statement of DOT that draws a node, or nothing."""
    found = re.search(rf'^\s*"?{re.escape(name)}"? \[.*?\]$', page.made.source, re.MULTILINE | re.DOTALL)
    return found[0] if found else ""


def homes(m, pages):
    """Return the numbers of the pages that each statement is a card on, those from afar aside."""
    drawn = list(enumerate(pages.pages, 1))[pages.afar :]
    return {s.id: [n for n, page in drawn if node(page, element_id("n", s.id))] for s in m}


def numbers_in(card):
    """Return the numbers of the pages on which a card says that it is used."""
    said = re.search("used on p.\N{NO-BREAK SPACE}([0-9–, ]+)", card)
    rows = [row.split("–") for row in said[1].split(", ")] if said else []
    return {number for row in rows for number in range(int(row[0]), int(row[-1]) + 1)}


def assert_whole(m, pages):
    """Every statement is on one page; what is cut, and only that, names the other page on both sides."""
    found = homes(m, pages)
    assert all(len(numbers) == 1 for numbers in found.values())
    home = {name: numbers[0] for name, numbers in found.items()}
    for number, (target, _) in bearings(m).items():
        for place, premise in enumerate(dict.fromkeys(p for p in m.relations[number].premises if p in m)):
            if home[premise] == home[target]:
                assert not node(pages.pages[home[target] - 1], f"r-{number}-{place}")
                continue
            there = node(pages.pages[home[target] - 1], f"r-{number}-{place}")
            assert f"p.\N{NO-BREAK SPACE}{home[premise]}" in there
            here = node(pages.pages[home[premise] - 1], element_id("n", premise))
            assert home[target] in numbers_in(here)


@pytest.mark.parametrize("page", SIZES)
def test_each_page_has_the_size_of_the_paper_and_text_that_can_be_read(page):
    """All pages of a picture lie or stand, as they are fewer; body text has 7 points and more, on slides 12."""
    made = on_pages(view_of(town(), page=page), "svg")
    sizes = {(sheet.paper.width, sheet.paper.height) for sheet in made.pages}
    assert len(sizes) == 1
    assert sizes.pop() in (SIZES[page], SIZES[page][::-1])
    least, most = (1.2, 1.6) if page is Page.WIDE else (0.7, 1)
    assert all(least <= sheet.scale <= most for sheet in made.pages)
    assert len({sheet.scale for sheet in made.pages[made.afar :]}) == 1
    assert made.warnings == ()


def test_a_wide_screen_lies():
    """Slides are never upright."""
    assert [(paper.width, paper.height) for paper in papers(Page.WIDE)] == [(960, 540)]


def test_a_small_map_is_one_page():
    """What fits on a page with text that can be read is drawn on it as it is without pages."""
    m = town(2, 3)
    made = on_pages(view_of(m), "svg")
    assert (len(made.pages), made.afar) == (1, 0)
    assert_whole(m, made)
    assert ">1 / 1<" in made.pages[0].made.source


def test_a_large_map_begins_with_an_overview():
    """The first page has the recommendation and the sections, each with its pages; sections that fit stay whole."""
    m = town()
    made = on_pages(view_of(m), "svg")
    assert made.afar == 1
    first = made.pages[0]
    assert "→ p.\N{NO-BREAK SPACE}2<" in node(first, "n-do-it")
    assert re.search("→ p.\N{NO-BREAK SPACE}[0-9]", node(first, "n-section%3Ag0"))
    assert "stands on that page" in first.made.source
    assert "bears on something on that page" in first.made.source
    assert_whole(m, made)
    assert [f">{number} / {len(made.pages)}<" in page.made.source for number, page in enumerate(made.pages, 1)] == [
        True for _ in made.pages
    ]


def test_what_is_to_be_known_is_said_once():
    """Findings that are left out are counted for the map, and a map on pages is not too large to be read."""
    m = town(3, 12)
    findings = tuple(Finding("AM101", "unsupported-claim", Severity.WARNING, "…", node=s.id) for s in m)
    view = evolve(view_of(m, findings="none"), findings=findings)
    assert on_pages(view, "svg").warnings == ("37 findings not drawn, as asked: argmap check lists what it finds",)


def test_parts_of_a_section_are_numbered_in_their_order():
    """A section that is too large for a page is cut, and its parts follow each other."""
    made = on_pages(view_of(town(1, 24)), "svg")
    said = [int(number) for page in made.pages for number in re.findall(r"<B>Section 0, part (\d+)", page.made.source)]
    assert said == sorted(said)
    assert len(said) > 1


def test_sections_are_read_in_order():
    """Pages follow the order of the sections, the conclusion's first, and what is cut is on pages of its own."""
    m = town(3, 10)
    m = evolve(m, groups=m.groups[::-1], statements=(evolve(m.statements[0], group="g1"), *m.statements[1:]))
    portions = _portions(select(m, view_of(m).options), Links.of(m), Paper(600, 420), Layout(view_of(m), "svg"))
    pages = [list(dict.fromkeys(m[name].group for name in portion.statements)) for portion in portions]
    assert list(dict.fromkeys(section for page in pages for section in page)) == ["g1", "g2", "g0"]
    spread = [section for page in pages for section in page]
    assert all(len(page) == 1 or all(spread.count(section) == 1 for section in page) for page in pages)


def test_few_pages_keep_a_recommendation_with_its_reasons():
    """A map of two or three pages has a recommendation and its direct reasons on one, whatever their sections."""
    m = town(3, 5)
    portions = _portions(select(m, view_of(m).options), Links.of(m), papers(Page.A4)[0], Layout(view_of(m), "svg"))
    assert 1 < len(portions) <= 3
    assert {"do-it", "g0-0", "g1-0", "g2-0"} <= set(portions[0].statements)


def test_a_map_without_sections_is_cut_into_branches():
    """Each part is headed by the statement from which it begins."""
    m = town(1, 24)
    m = evolve(m, groups=(), statements=tuple(evolve(s, group=None) for s in m.statements))
    made = on_pages(view_of(m), "svg")
    assert len(made.pages) > 2
    assert_whole(m, made)


def test_pieces_hang_together_and_are_small():
    """No piece is larger than it may be, each statement is in one, and a chain is cut into rows."""
    names = [f"s{n}" for n in range(10)]
    m = ArgumentMap(
        statements=tuple(Statement(name, Kind.CLAIM, "So.") for name in names),
        relations=tuple(Relation.make("support", [low], high) for high, low in pairwise(names)),
    )
    assert pieces(m, Links.of(m), names, 4, 4) == [names[:2], names[2:6], names[6:]]


def test_what_can_never_fit_is_drawn_small_and_said():
    """A card that is larger than a page is drawn smaller, with a warning."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "papers", lambda _: (Paper(460, 150),))
        made = on_pages(view_of(town(1, 3)), "svg")
    assert any("smaller than 7 pt: a card with what bears on it is larger than a page" in w for w in made.warnings)


def test_a_picture_from_afar_on_pages():
    """An overview that is asked for is all that is drawn, and names no pages."""
    made = on_pages(view_of(town(), overview=True), "svg")
    assert len(made.pages) == 1
    assert "→ p." not in made.pages[0].made.source


@FEW
@given(m=tangles())
def test_nothing_is_lost_and_what_is_cut_refers_both_ways(m):
    """Whatever bears on what, on paper of the size of a few cards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "papers", lambda _: (Paper(460, 420),))
        patch.setattr(module, "_SMALLEST_CARD", 10**9)
        made = on_pages(view_of(m), "svg")
    assert_whole(m, made)
    assert all(0.7 <= page.scale <= 1 for page in made.pages) or made.warnings


HOSTILE = [
    *(
        "</script><img onerror='x'>",
        "]]>",
        "\N{RIGHT-TO-LEFT OVERRIDE}abc",
        "\x1b[31m",
        "W" * 500,
        "",
        "=cmd()",
        '"\\N',
    ),
]


def test_any_title_stays_text(engine):
    """The titles of a map, of its sections and of its statements may be anything."""
    m = town(3, 6)
    titles = cycle(HOSTILE)
    m = evolve(
        m,
        title="".join(HOSTILE),
        groups=tuple(evolve(g, title=next(titles)) for g in m.groups),
        statements=tuple(evolve(s, title=next(titles)) for s in m.statements),
    )
    drawn = svg.render(view_of(m, engine=engine))
    roots = [ET.fromstring(page) for page in (drawn.data, *drawn.more)]
    assert len(roots) > 1
    assert not [element for root in roots for element in root.iter() if element.tag.endswith(("script", "img"))]


def test_pages_of_png_and_svg_are_files(engine):
    """Each page is a file of its own, in points or twice as many pixels as a screen shows."""
    view = view_of(town(), engine=engine)
    drawn = png.render(view)
    sizes = {(int.from_bytes(page[16:20]), int.from_bytes(page[20:24])) for page in (drawn.data, *drawn.more)}
    assert len(sizes) == 1
    assert sorted(sizes.pop()) == pytest.approx([595.28 * 192 / 72, 841.89 * 192 / 72], abs=6)
    assert len(svg.render(view).more) == len(drawn.more)


@pytest.mark.dot
@pytest.mark.parametrize("page", SIZES)
def test_the_pages_of_a_pdf(page):
    """A PDF has as many pages of that paper, on which statements have 7 points and more."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    view = view_of(town(), page=page)
    document = pypdfium2.PdfDocument(pdf.render(view).data)
    assert len(document) == len(on_pages(view, "pdf").pages)
    for sheet in document:
        assert sorted(sheet.get_size()) == pytest.approx(sorted(SIZES[page]), abs=0.1)
        least = 12 if page is Page.WIDE else 7
        assert all(size >= least for size in body_sizes(sheet, pypdfium2.raw))
    document.close()


@pytest.mark.dot
def test_the_same_map_gives_the_same_pdf():
    """A PDF of several pages is the same to the byte when it is made again."""
    pytest.importorskip("pypdfium2")
    assert pdf.render(view_of(town())).data == pdf.render(view_of(town())).data


def body_sizes(sheet, raw):
    """Return the sizes of the letters of the statements that are cards on a page of PDF, in points."""
    text, found = sheet.get_textpage(), []
    for place in (match.start() for match in re.finditer("(?<!→ )It is so", text.get_text_range())):
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text.raw, place, matrix)
        found.append(raw.FPDFText_GetFontSize(text.raw, place) * abs(matrix.d))
    text.close()
    return found


def test_a_missing_extra_is_one_sentence(monkeypatch):
    """A PDF on pages needs pypdfium2, and says how to get it before any work is done."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"a PDF on pages needs pypdfium2: pip install 'argmap\[pdf\]'"):
        pdf.render(view_of(town()))


@pytest.mark.parametrize("name", ["harbourton-30kmh", "iraq-militias"])
def test_the_shipped_maps(name):
    """Nothing of them is lost on A4."""
    m = load(f"arguments/{name}.yaml")
    made = on_pages(view_of(m, engine=Engine.AUTO), "svg")
    assert made.warnings == ()
    assert_whole(m, made)


def test_contradictions_and_undercuts_that_are_cut_are_referred_to():
    """They start from a card that refers to the other page."""
    m = town()
    more = (
        Relation.make("contradiction", ["g0-1"], "g2-2"),
        Relation.make("undercut", ["g2-7"], "g1-1 -> g1-0"),
    )
    m = evolve(m, relations=(*m.relations, *more))
    made = on_pages(view_of(m), "svg")
    assert_whole(m, made)
    assert RelationKind.CONTRADICTION in {r.kind for r in m.relations}
    where = homes(m, made)
    page = made.pages[where["g2-2"][0] - 1]
    assert f"p.\N{NO-BREAK SPACE}{where['g0-1'][0]}" in node(page, f"r-{len(m.relations) - 2}-0")
