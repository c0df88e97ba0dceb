"""What if something were not there: taken away in the page, told, marked, given back."""

from __future__ import annotations

import pytest

import argmap
from argmap.analysis import analyse
from argmap.evaluation.labels import Basis
from argmap.workflows.weak.supposing import Supposition, suppose

from .conftest import ROOT, SHIPPED, until

TAKE = "#panel .take"


@pytest.fixture
def harbourton(made, visit):
    """Return a function that opens the page of the smaller shipped map."""
    return lambda fragment="", **facts: visit(made(SHIPPED[0]) + fragment, **facts)


def told(page):
    """Return what is announced."""
    return page.locator("#whatif-told").text_content()


def test_a_source_is_taken_away_and_given_back(harbourton):
    """Without a source, what falls is announced, marked on cards and in the outline, and listed; undo takes it back."""
    page = harbourton("#n-injuries-by-impact-speed")
    page.locator(TAKE, has_text="Harbour Trust trauma audit 2023").click()
    assert told(page) == (
        "Without Harbour Trust trauma audit 2023: 3 would fall: Fewer injuries, Impact speed decides, Trauma audit."
    )
    assert page.locator("#whatif .taken").inner_text() == "source Harbour Trust trauma audit 2023 ×"
    assert page.locator("#sheet #n-fewer-injuries .supposed text").text_content() == "▼ would fall: unsupported"
    assert page.locator("#o-fewer-injuries .supposed").text_content() == "▼ would fall: unsupported"
    assert page.locator("#sheet #n-fewer-injuries").get_attribute("aria-description") == "would fall: unsupported"
    assert page.locator(TAKE, has_text="Harbour Trust").get_attribute("aria-pressed") == "true"
    page.locator("#whatif-undo").click()
    assert page.locator("#whatif").is_hidden()
    assert page.locator(".supposed").count() == 0
    assert told(page) == "Nothing is taken away."


def test_what_the_page_marks_is_what_what_if_says(harbourton):
    """The page marks the statements that ``argmap what-if`` lists, with what they would be."""
    analysis = analyse(argmap.load(ROOT / "arguments" / f"{SHIPPED[0]}.yaml"))
    page = harbourton()
    for kind, removed in (
        ("source", "city-survey"),
        ("statement", "speeds-drop"),
        ("statement", "trips-become-slower"),
    ):
        supposition = Supposition(**{"without" if kind == "source" else "dropped": frozenset({removed})})
        changes = suppose(analysis, supposition, Basis.DECLARED).changes
        page.evaluate(f"location.hash = '?{kind}={removed}'")
        page.locator("#whatif .taken").wait_for()
        gone = {removed} if kind == "statement" else set()
        marked = set(
            page.evaluate("[...document.querySelectorAll('#contents .supposed')].map(e => e.closest('li').id)")
        )
        assert marked == {f"o-{name}" for name in {change.id for change in changes} | gone}


def test_objections_that_fall_are_told_by_themselves(harbourton):
    """The bar counts as ``argmap what-if`` does: an objection that falls loses force; of many the first are named."""
    page = harbourton("#?source=city-survey")
    assert told(page) == (
        "Without Harbourton speed survey 2024: 8 would fall: Publish counts, Fewer injuries, Speeds drop, "
        "Pilot speeds fell, Wide streets slowed too, Outer counts in holidays and 2 more; "
        "1 objection would lose force: Pilot streets were picked."
    )
    assert page.locator("#whatif .told b").all_inner_texts() == ["▼ 8 would fall", "▼ 1 objection would lose force"]
    page.locator("#whatif summary").click()
    page.locator("#whatif .told .supposed-link", has_text="Follow-up counts").click()
    assert page.locator("#panel h2").inner_text() == "Follow-up counts"


def test_several_things_are_taken_away_by_keyboard(harbourton):
    """The key x takes the selected statement away; toggles and the bar work by keyboard and keep the focus."""
    page = harbourton("#n-speeds-drop")
    page.locator("#sheet #n-speeds-drop").focus()
    page.keyboard.press("x")
    page.locator("#sheet #n-budget-still-free").focus()
    page.keyboard.press("Enter")
    page.locator(TAKE).first.focus()
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.dataset.take") == "statement budget-still-free"
    assert page.locator("#whatif .taken").all_inner_texts() == ["Speeds drop ×", "Budget still free ×"]
    page.locator("#whatif .taken").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#whatif .taken").all_inner_texts() == ["Budget still free ×"]
    assert page.evaluate("document.activeElement.id") == "whatif-undo"
    page.locator("#whatif-reset").focus()
    page.keyboard.press("Enter")
    assert page.locator("#whatif").is_hidden()
    assert "take" in page.evaluate("document.activeElement.className")


def test_an_address_leads_to_what_is_taken_away(harbourton):
    """What is taken away is part of the page's address, beside the statement that is selected."""
    page = harbourton("#n-adopt-30?source=trauma-audit&statement=calm")
    assert page.locator("#panel h2").inner_text() == "Adopt 30 km/h"
    assert page.locator("#whatif .taken").count() == 1
    page.locator(TAKE).first.click()
    assert page.url.endswith("#n-adopt-30?source=trauma-audit&statement=adopt-30")
    page.locator("#panel .close").click()
    assert page.url.endswith("#?source=trauma-audit&statement=adopt-30")
    page.evaluate("location.hash = 'n-adopt-30'")
    page.locator("#whatif").wait_for(state="hidden")
    assert page.locator("#panel h2").inner_text() == "Adopt 30 km/h"


def test_the_picture_stays_where_it_is_when_the_bar_appears(harbourton):
    """What tells the changes pushes no card."""
    page = harbourton("#n-speeds-drop", size=(1440, 900))
    card = page.locator("#sheet #n-speeds-drop > g").first
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    before = card.bounding_box()
    page.locator(TAKE).first.click()
    page.locator("#whatif").wait_for()
    until(page, lambda: card.bounding_box() == before)


def test_a_question_has_nothing_to_take_away(harbourton):
    """What has no standing cannot be supposed to be gone."""
    page = harbourton("#n-who-enforces")
    assert page.locator("#panel h2").inner_text() == "Who enforces"
    assert page.locator(TAKE).count() == 0


def test_a_source_is_taken_away_at_its_text(made, visit):
    """A text beside the map can be taken away where it stands."""
    page = visit(made("with-texts", argmap.load(ROOT / "arguments" / f"{SHIPPED[0]}.yaml"), with_source=True))
    page.locator("#text-choice").select_option("t-trauma-audit")
    toggle = page.locator(".column.shown .take")
    toggle.click()
    assert toggle.get_attribute("aria-pressed") == "true"
    assert page.url.endswith("#?source=trauma-audit")
    page.locator("#whatif-changes .supposed-link").first.click()
    assert page.locator("#panel h2").inner_text() == "Fewer injuries"


def test_an_overview_counts_what_changes_in_its_parts(made, visit):
    """A card that stands for a section tells how many of its statements would fall; shown by themselves, each tells."""
    m = argmap.load(ROOT / "arguments" / f"{SHIPPED[1]}.yaml")
    page = visit(made("iraq-overview", m, overview=True) + "#?source=fikra-militia-takeover")
    marks = page.locator("#sheet svg:not([hidden]) .supposed text")
    told = [int(words.split()[1]) for words in marks.all_text_contents() if words.endswith(" would fall")]
    assert (sum(told), marks.count() - len(told)) == (33, 1)
    page.locator("#level-whole").click()
    assert set(marks.all_text_contents()) == {"▼ would fall: unsupported"}
    assert marks.count() == 34
