"""The texts beside the map, in a real browser: from a passage to what it carries, and from a card to its passages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import argmap

from .conftest import ROOT, SHIPPED, box, until

LIT = ".passage.lit"
WORDS = {
    "ar": "كانت الآبار جافة في أيار. ثم نزل المطر. ",
    "ja": "井戸は五月に乾いていた。その後雨が降った。",
    "th": "บ่อน้ำแห้งในเดือนพฤษภาคม จากนั้นฝนก็ตก ",
}


def written(folder: Path, text: str, cited: str, language: str = "en") -> argmap.ArgumentMap:
    """Return a map that cites a text."""
    (folder / "argmap.toml").write_text("")
    (folder / "report.txt").write_text(text, encoding="utf-8")
    (folder / "m.yaml").write_text(
        f"nodes:\n  dry: {{claim: It was dry., cite: 'report \"{cited}\"'}}\n"
        f"sources: {{report: {{title: Report, text: report.txt, language: {language}}}}}\n",
        encoding="utf-8",
    )
    return argmap.load(folder / "m.yaml")


@pytest.fixture
def reading(made, visit):
    """Return a function that opens the page of a shipped map with its texts beside it."""

    def opened(name=SHIPPED[0], fragment="", **facts):
        m = argmap.load(ROOT / "arguments" / f"{name}.yaml")
        return visit(made(f"{name}-texts", m, with_source=True) + fragment, **facts)

    return opened


def in_sight(page, selector):
    """Tell whether an element is within the text that is shown."""
    part, column = box(page, selector), box(page, ".column.shown")
    return column["y"] <= part["y"] and part["y"] + part["height"] <= column["y"] + column["height"]


def test_a_card_leads_to_its_passages(reading):
    """Choosing a card lights its passages and brings one into sight; the panel leads to each of them."""
    page = reading()
    page.evaluate("location.hash = 'n-delay-under-a-minute'")
    page.locator("#panel h2").wait_for()
    assert page.locator(LIT).count() > 0
    assert in_sight(page, f".column.shown {LIT}")
    page.locator("#panel .cited", has_text="Harbourton transport model").locator(".place").click()
    assert page.locator("#text-choice").input_value() == "t-transport-model"
    assert in_sight(page, f".column.shown {LIT}")
    assert "passage" in page.evaluate("document.activeElement.className")


def test_a_passage_leads_to_its_statement(reading):
    """A click on a passage selects the statement that it carries, and the text stays where it is."""
    page = reading()
    passage = page.locator(".passage", has_text="Residents want calmer streets")
    passage.scroll_into_view_if_needed()
    before = page.locator(".column.shown").evaluate("e => e.scrollTop")
    passage.click()
    assert page.locator("#panel h2").inner_text() == "Residents want calm"
    assert page.locator(".column.shown").evaluate("e => e.scrollTop") == before
    assert passage.evaluate("e => e.classList.contains('lit')")


def test_the_text_stays_where_a_passage_was_chosen(made, visit, tmp_path):
    """Of a statement with several passages, the one that was clicked stays in sight."""
    text = f"The pumps failed. {'Nothing of note happened. ' * 400}The pumps failed."
    page = visit(made("twice", written(tmp_path, text, "pumps failed"), with_source=True))
    page.locator(".passage").nth(1).click()
    assert page.locator("#panel h2").inner_text() == "It was dry."
    assert page.locator(LIT).count() == 2
    assert page.locator(".column.shown").evaluate("e => e.scrollTop") > 1000


def test_a_passage_of_several_statements_lists_them(made, visit, tmp_path):
    """Where several statements share words of a text, a click lists them, by keyboard too."""
    m = written(tmp_path, "The wells were dry in May.", "wells … May")
    (tmp_path / "m.yaml").write_text(
        (tmp_path / "m.yaml")
        .read_text()
        .replace("nodes:", 'nodes:\n  may: {evidence: In May., from: report "in May"}'),
    )
    page = visit(made("several", argmap.load(m.origin.name), with_source=True))
    page.locator(".passage", has_text="in May").focus()
    page.keyboard.press("Enter")
    listed = page.locator("#carried button")
    assert [each.split("\n") for each in listed.all_inner_texts()] == [
        ["It was dry.", "claim, cited for it"],
        ["In May.", "evidence, put forward here"],
    ]
    page.keyboard.press("Escape")
    assert page.locator("#carried").is_hidden()
    page.locator(".passage", has_text="in May").click()
    listed.nth(1).click()
    assert page.locator("#panel h2").inner_text() == "In May."
    assert page.locator(LIT).all_inner_texts() == ["in May"]


def test_a_small_screen_has_the_texts_as_a_sheet(reading):
    """On a phone the texts open over the map, and make room when a statement is chosen."""
    page = reading(size=(390, 844))
    assert page.locator("#texts").is_hidden()
    page.locator("#texts-button").click()
    sheet = box(page, "#texts")
    assert (sheet["x"], sheet["width"]) == (0, 390)
    page.locator(".passage").first.click()
    page.locator("#carried button").click()
    assert page.locator("#texts").is_hidden()
    assert page.locator("#panel h2").inner_text() == "Adopt 30 km/h"
    page.locator("#panel .place").first.click()
    assert page.locator("#texts").is_visible()
    assert in_sight(page, LIT)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_wide_screen_has_several_columns(reading):
    """On a wide screen texts stand beside each other."""
    page = reading(size=(1920, 1080))
    assert page.locator(".column:visible").count() > 1
    assert page.locator("#text-choice").is_hidden()
    page.evaluate("location.hash = 'n-delay-under-a-minute'")
    until(page, lambda: box(page, LIT)["x"] + 20 < box(page, "#stage")["x"])


def test_what_is_missing_leads_to_what_is_most_like_it(made, visit, tmp_path):
    """A passage that is not in a text is told above it, and leads to the most similar place."""
    m = written(tmp_path, f"{'Nothing of note happened. ' * 400}The river was high in June.", "river was very high")
    page = visit(made("missing", m, with_source=True))
    page.locator(".unplaced a", has_text="nearest").click()
    until(page, lambda: in_sight(page, ".passage.nearest"))
    assert page.evaluate("document.activeElement.textContent") == "river was high"
    assert page.locator(".state.nearest").inner_text() == "only the nearest to what is not here"


def test_the_key_t_shows_and_hides_the_texts(reading):
    """The texts are shown and hidden by the key t, but not while one is chosen by its letters, and by their button."""
    page = reading()
    assert page.locator("#texts").is_visible()
    page.keyboard.press("t")
    assert page.locator("#texts").is_hidden()
    assert page.locator("#texts-button").get_attribute("aria-expanded") == "false"
    page.locator("#texts-button").click()
    assert page.locator("#texts").is_visible()
    page.locator("#text-choice").focus()
    page.keyboard.press("t")
    assert page.locator("#texts").is_visible()


def test_without_a_script_the_texts_are_sections(reading):
    """Where no script runs, the texts can be read below the outline, and a passage names what it carries."""
    page = reading(java_script_enabled=False)
    assert page.locator(".column").count() == page.locator(".column:visible").count() == 6
    carried = page.locator(".carried", has_text="Residents want calm").first
    assert carried.text_content() == "[Residents want calm]"
    carried.locator("a").click()
    assert re.search(r"#o-residents-want-calm$", page.url)
    page.locator("#o-residents-want-calm .cited a", has_text="Residents want").click()
    assert re.search(r"#p-\d+$", page.url)
    assert page.locator(f"#{page.url.partition('#')[2]}").inner_text() == "Residents want calmer streets"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (390, 844)])
def test_texts_are_open_to_all_readers(reading, theme, size):
    """axe-core finds no violation with the texts open, something taken away, and a list of statements."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    page = reading(fragment="#n-speeds-drop?source=city-survey", color_scheme=theme, size=size)
    if size[0] < 1000:
        page.locator("#texts-button").click()
    violations = axe.run(page).response["violations"]
    page.evaluate("document.querySelector('.passage').click()")
    violations += axe.run(page).response["violations"]
    assert not [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in violations]


@pytest.mark.parametrize("language", sorted(WORDS))
def test_texts_run_in_their_own_direction(made, visit, tmp_path, language):
    """Arabic runs from the right, Japanese and Thai without spaces; their passages are found and lead on."""
    words = WORDS[language]
    m = written(tmp_path, words * 40, words.split(".")[0].split("。")[0][:12].strip(), language)
    page = visit(made(f"in-{language}", m, with_source=True))
    first = page.locator(".prose p").first
    assert first.evaluate("e => getComputedStyle(e).direction") == ("rtl" if language == "ar" else "ltr")
    assert page.locator(".prose").get_attribute("lang") == language
    page.locator(".passage").first.click()
    assert page.locator("#panel h2").inner_text() == "It was dry."
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_a_long_text_is_worked_with(made, visit, tmp_path):
    """Of a text of a million characters, what is out of sight is not laid out, and its last passage is reached."""
    line = "The wells were dry and nobody in the town knew why, whatever the board had said of it before. "
    text = "\n\n".join(line * 8 for _ in range(1400)) + "\n\nAt last the rain came in June."
    assert len(text) > 1_000_000
    page = visit(made("long", written(tmp_path, text, "rain came in June"), with_source=True) + "#n-dry")
    assert page.locator("#panel h2").inner_text() == "It was dry."
    until(page, lambda: in_sight(page, LIT))
    assert page.locator(".share").inner_text() == "1 of 11,201 sentences used."
