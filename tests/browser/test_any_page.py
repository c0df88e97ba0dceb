"""Any page, in a real browser: open to all readers, safe with hostile texts, quick with a large map."""

from __future__ import annotations

import random

import pytest

import argmap

from .conftest import SHIPPED, box, until

HOSTILE = (
    "</script><script>document.title = 'owned'</script>",
    "<img src=x onerror=\"document.title = 'owned'\">",
    "javascript:document.title='owned'",
    "]]> --> </svg> </style> &lt;b&gt; \u2028 \x1b[31m \u202e",
    "=HYPERLINK(1)",
    "W" * 10_000,
)


def hostile():
    """Return a map that says what is hostile wherever a text can stand."""
    texts = [*HOSTILE, ""]
    statements = tuple(
        argmap.Statement(
            f"s{number}",
            argmap.Kind.CLAIM,
            text,
            title=text or None,
            note=text,
            tags=(text,) if text else (),
            group="g",
            citations=(argmap.Citation(f"c{number}", "bad", argmap.Selector(text), locator=text),) if text else (),
        )
        for number, text in enumerate(texts)
    )
    relations = tuple(
        argmap.Relation(f"r{number}", argmap.RelationKind.SUPPORT, (f"s{number}",), "s0", text, text, text)
        for number, text in enumerate(texts)
        if number
    )
    source = argmap.Source("bad", HOSTILE[0], (HOSTILE[1],), HOSTILE[3], HOSTILE[1], url=HOSTILE[2], note=HOSTILE[0])
    return argmap.ArgumentMap(
        HOSTILE[0],
        HOSTILE[1],
        groups=(argmap.Group("g", HOSTILE[0]),),
        statements=statements,
        relations=relations,
        sources=(source,),
    )


def large(size):
    """Return a map of so many statements in sections of twenty, each a tree under one conclusion."""
    chance = random.Random(size)  # noqa: S311  (the same map every time)
    kinds = [argmap.Kind.CLAIM, argmap.Kind.PREMISE, argmap.Kind.EVIDENCE, argmap.Kind.OBJECTION]
    words = "the harbour needs a longer quay because larger ships are built and the older ones are sold".split()
    statements, relations = [], []
    for number in range(size):
        start = number - number % 20
        kind = argmap.Kind.CLAIM if number == start else chance.choice(kinds)
        text = " ".join(chance.choices(words, k=15)).capitalize() + "."
        statements.append(argmap.Statement(f"s{number}", kind, text, f"Statement {number}", f"g{start // 20}"))
        target = (
            chance.randrange(max(start, number - 6), number)
            if number > start
            else (start // 20 - 1) // 4 * 20
            if start
            else -1
        )
        if target >= 0:
            against = kind is argmap.Kind.OBJECTION
            kind_ = argmap.RelationKind.ATTACK if against else argmap.RelationKind.SUPPORT
            relations.append(argmap.Relation.make(kind_, [f"s{number}"], f"s{target}"))
    groups = tuple(argmap.Group(f"g{number}", f"Section {number}") for number in range(-(-size // 20)))
    return argmap.ArgumentMap("A large map", groups=groups, statements=tuple(statements), relations=tuple(relations))


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_is_open_to_all_readers(made, visit, name, theme):
    """axe-core finds no violation with details, outline and filters open, and with the help, in light and in dark."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    page = visit(made(name), color_scheme=theme)
    page.locator("#outline-button").click()
    page.locator("#contents .entry").nth(3).click()
    page.locator("#filter-button").click()
    violations = axe.run(page).response["violations"]
    page.evaluate("document.getElementById('sheet').hidden = true")  # else axe takes it to lie over what is beside it
    violations += axe.run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    if name == SHIPPED[0]:
        page.locator("#filters .close").click()
        page.keyboard.press("?")
        violations += axe.run(page).response["violations"]
    assert not [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in violations]


def test_hostile_text_is_shown_as_text(made, visit):
    """Whatever a map says in any field is shown, runs nothing and leads nowhere."""
    page = visit(made("hostile", hostile()), size=(390, 700))
    page.locator("#outline-button").click()
    for number in range(len(HOSTILE)):
        page.evaluate(f"location.hash = 'n-s{number}'")
        until(
            page,
            lambda number=number: page.locator("#contents [aria-current]").get_attribute("href") == f"#o-s{number}",
        )
        assert page.locator("#panel script, #panel img").count() == 0
    page.locator("#search").fill("onerror")
    assert page.title() == HOSTILE[0]
    assert page.locator("a[href^='javascript' i]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert "</script>" in page.locator("h1").inner_text()


def test_a_map_of_three_hundred_cards_is_worked_with(made, visit):
    """A page of 300 cards has them all, opens at a card, finds, filters and folds."""
    page = visit(made("three-hundred", large(300)) + "#n-s299")
    assert page.locator("#sheet [role=button][id^='n-']").count() == 300
    assert page.locator("#panel h2").inner_text() == "Statement 299"
    page.locator("#search").fill("statement 14")
    assert page.locator("#hits").inner_text() == "13 hits"
    page.keyboard.press("Escape")
    page.evaluate("location.hash = 'n-s0'")
    page.locator("#panel button.fold").click()
    assert page.locator("#sheet .node:not(.folded)[role=button][id^='n-']").count() == 1
    assert box(page, "#panel")["width"] > 200


def test_a_larger_map_opens_as_an_overview(made, visit):
    """Above 300 cards an overview comes first; a section shows what it holds, and its cards when they are wanted."""
    page = visit(made("larger", large(320)))
    assert page.locator("#level-whole").inner_text() == "All 320 cards"
    assert page.locator("#sheet #n-s45").count() == 0
    page.locator("#sheet #v-n-section\\%3Ag2").click()
    assert page.locator("#panel h2").inner_text() == "Section 2"
    assert page.locator("#panel .lead").count() == 20
    page.locator("#panel button", has_text="Show its cards").click()
    assert page.locator("#sheet #n-s45").is_visible()
    assert page.locator("#level-whole").get_attribute("aria-pressed") == "true"
    page.locator("#level-overview").click()
    assert page.locator("#sheet #n-s45").is_hidden()
    page.locator("#search").fill("statement 219")
    assert "dim" in page.locator("#sheet #v-n-section\\%3Ag3").get_attribute("class")
    page.keyboard.press("Enter")
    assert page.locator("#sheet #n-s219").is_visible()
    assert "selected" in page.locator("#sheet #n-s219").get_attribute("class")


def test_axe_finds_nothing_in_an_overview(made, visit):
    """An overview with a section's details open has no violation either."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    page = visit(made("larger", large(320)))
    page.locator("#sheet #v-n-section\\%3Ag2").click()
    assert not [each["id"] for each in axe.run(page).response["violations"]]
