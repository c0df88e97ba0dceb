"""A reader's way through a page, in a real browser: picture, details, search, filters, folds, keys, links, print."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.request import url2pathname

import pytest

import argmap
from argmap import load
from argmap.analysis import analyse
from argmap.workflows.pictures import draw

from .conftest import ROOT, SHIPPED, box, until

PANEL = "#panel"
CARD = "#sheet #n-{}"

TOO_SMALL = """
[...document.querySelectorAll("button, #filters label")].filter((each) => each.checkVisibility()).filter((each) => {
  const {width, height} = each.getBoundingClientRect();
  return Math.min(width, height) < 44;
}).map((each) => each.outerHTML)
"""


@pytest.fixture
def harbourton(made, visit):
    """Return a function that opens the page of the smaller shipped map."""
    return lambda fragment="", **facts: visit(made(SHIPPED[0]) + fragment, **facts)


def scale(page):
    """Tell how many pixels one unit of the picture takes."""
    return page.locator("#sheet").evaluate("(sheet) => new DOMMatrix(getComputedStyle(sheet).transform).a")


def is_read(page, name):
    """Tell whether all of a card is in sight, and large enough to be read."""
    stage, card = box(page, "#stage"), box(page, CARD.format(name))
    across = stage["x"] <= card["x"] <= card["x"] + card["width"] <= stage["x"] + stage["width"]
    down = stage["y"] <= card["y"] <= card["y"] + card["height"] <= stage["y"] + stage["height"]
    return across and down and scale(page) >= 0.8


def shown(page, name):
    """Tell how a card looks: whether it is dimmed, hidden, selected or a hit."""
    return set(page.locator(CARD.format(name)).get_attribute("class").split()) & {"dim", "folded", "selected", "hit"}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_page_opens_by_itself(made, visit, name):
    """A shipped map's page starts, asks for nothing and complains of nothing."""
    page = visit(made(name))
    assert page.locator("html.live").count() == 1
    assert page.locator("#sheet svg [role=button]").count() >= 28


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_a_page_opens_at_a_recommendation_that_can_be_read(made, visit, name, size):
    """A page opens at a recommendation large enough to be read; nothing lies over a card, and the title stands once."""
    page = visit(made(name), size=size)
    first = page.evaluate("document.querySelector('#contents .kind.recommendation').closest('li').id")
    card, stage = box(page, f"#sheet #n{first[1:]}"), box(page, "#stage")
    assert card["width"] / page.evaluate(f"document.getElementById('n{first[1:]}').getBBox().width") >= 0.8
    assert stage["y"] <= card["y"] <= stage["y"] + stage["height"] - card["height"]
    assert stage["x"] <= card["x"] <= stage["x"] + stage["width"] - card["width"]
    assert page.locator("#sheet text", has_text=page.locator("h1").inner_text()).count() == 0
    if page.locator("#minimap").is_visible():
        small = box(page, "#minimap")
        for other in page.locator("#sheet .node[role=button]").all():
            each = other.bounding_box()
            apart = each["x"] > small["x"] + small["width"] or each["x"] + each["width"] < small["x"]
            assert apart or each["y"] > small["y"] + small["height"] or each["y"] + each["height"] < small["y"]


def test_what_bears_on_a_card_comes_into_sight_with_it(made, visit):
    """A statement that is chosen is seen with what bears on it directly, between what lies beside the picture."""
    page = visit(made(SHIPPED[1]) + "#n-washington-faces-a-dilemma", size=(1440, 900))
    stage = box(page, "#stage")
    for name in ("washington-faces-a-dilemma", "sovereign-iraq-is-the-aim", "attacks-obstruct-the-strategy"):
        until(page, lambda name=name: box(page, CARD.format(name))["x"] >= stage["x"])
        card = box(page, CARD.format(name))
        assert card["x"] + card["width"] <= stage["x"] + stage["width"]
        assert stage["y"] <= card["y"] <= stage["y"] + stage["height"] - card["height"]


def test_the_summary_has_the_recommendations(made, visit):
    """Beside the picture a page lists the recommendations with how they stand and why; each leads to its card."""
    page = visit(made(SHIPPED[1]), size=(1440, 900))
    assert page.locator(f"{PANEL} h3").inner_text() == "12 recommendations"
    entry = page.locator(f"{PANEL} .chief", has_text="Widen the sanctions")
    assert "unsupported" in entry.inner_text()
    assert "Missing" in entry.inner_text()
    entry.locator(".lead").click()
    assert page.locator(f"{PANEL} h2").inner_text() == "Widen the sanctions"
    page.locator("#summary-button").click()
    assert page.locator(f"{PANEL} h2").inner_text() == "Summary"
    page.locator(f"{PANEL} .close").click()
    assert page.locator(PANEL).is_hidden()
    page.keyboard.press("s")
    assert page.locator(f"{PANEL} h2").inner_text() == "Summary"


def test_a_phone_shows_the_picture_first(harbourton):
    """On a phone nothing lies over the picture until it is asked for, and the header has two rows."""
    page = harbourton(size=(390, 844))
    assert page.locator(PANEL).is_hidden()
    rows = {round(each.bounding_box()["y"]) for each in page.locator("#tools > :visible").all()}
    assert len(rows) <= 2
    page.locator("#summary-button").click()
    assert page.locator(f"{PANEL} .lead").count() == 2


def test_the_legend_is_shown_when_it_is_asked_for(harbourton):
    """What the signs mean is shown by a button or a key, and hidden again."""
    page = harbourton()
    assert page.locator("#legend").is_hidden()
    page.locator("#legend-button").click()
    assert "speaks against, but is outweighed" in page.locator("#legend svg").text_content()
    page.keyboard.press("Escape")
    assert page.locator("#legend").is_hidden()
    page.keyboard.press("l")
    assert page.locator("#legend").is_visible()


def test_a_card_shows_its_details_and_lights_its_chain(harbourton):
    """A click on a card opens its details; what it rests on and leads to stays lit, and the rest is dimmed."""
    page = harbourton()
    page.locator(CARD.format("compliance-fades")).dispatch_event("click")
    assert page.locator(f"{PANEL} h2").inner_text() == "Compliance fades"
    assert "Follow-up counts” supports it" in page.locator(f"{PANEL} .why").inner_text()
    assert shown(page, "compliance-fades") == {"selected"}
    assert shown(page, "follow-up-counts") == shown(page, "publish-counts") == set()
    assert shown(page, "trips-become-slower") == {"dim"}
    assert page.url.endswith("#n-compliance-fades")
    page.locator(f"{PANEL} .lead", has_text="Publish counts").click()
    assert page.locator(f"{PANEL} h2").inner_text() == "Publish counts"
    page.locator(f"{PANEL} .close").click()
    assert page.locator(f"{PANEL} h2").inner_text() == "Summary"
    assert shown(page, "trips-become-slower") == set()


def test_details_show_findings_with_what_they_mean(harbourton):
    """A finding in the details opens to what its code means."""
    page = harbourton("#n-budget-covers-the-signs")
    finding = page.locator(f"{PANEL} details.finding", has_text="AM101")
    finding.locator("summary").click()
    assert "A claim that rests on no evidence." in finding.inner_text()


def test_details_show_the_passage_and_where_it_is(harbourton):
    """A citation in the details has its quotation, its locator and whether it was found."""
    page = harbourton("#n-follow-up-counts")
    cited = page.locator(f"{PANEL} .cited", has_text="Harbourton speed survey 2024")
    assert re.search(r"p\. 19", cited.inner_text())
    assert "found in the source" in cited.inner_text()


def test_an_address_leads_to_a_statement(harbourton):
    """A page opened with the address of a card, or of an entry of the outline, shows that statement in sight."""
    page = harbourton("#n-delay-under-a-minute")
    assert page.locator(f"{PANEL} h2").inner_text() == "Delay under a minute"
    until(page, lambda: is_read(page, "delay-under-a-minute"))
    page.evaluate("location.hash = '#o-renters-agree'")
    page.locator(f"{PANEL} h2", has_text="Renters agree").wait_for()
    page.evaluate("location.hash = ''")
    page.locator(f"{PANEL} h2", has_text="Summary").wait_for()


def test_a_selected_card_stays_in_sight(harbourton):
    """When the stage becomes smaller, the selected card is brought back into it; a small card is made readable."""
    page = harbourton("#n-speeds-drop", size=(1440, 900))
    until(page, lambda: is_read(page, "speeds-drop"))
    page.keyboard.press("o")
    page.set_viewport_size({"width": 1010, "height": 500})
    until(page, lambda: is_read(page, "speeds-drop"))
    page.locator("#zoom-fit").click()
    assert scale(page) < 0.8
    page.locator(f"{PANEL} .lead", has_text="Pilot speeds fell").click()
    until(page, lambda: is_read(page, "pilot-speeds-fell"))


def test_the_keyboard_keeps_its_place(harbourton):
    """Where a button goes away with what it did, the keyboard is at what took its place."""
    page = harbourton("#n-adopt-30")
    page.locator(f"{PANEL} .lead").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.locator("#filter-button").click()
    page.locator("#filters input").nth(1).check()
    assert page.locator(f"{PANEL} h2").inner_text() == "Summary"
    page.locator("#filter-clear").press("Enter")
    assert page.evaluate("document.activeElement.closest('#filters') !== null")


def test_all_can_be_chosen_by_a_finger(harbourton):
    """On a phone every button is at least 44 pixels high and wide."""
    page = harbourton("#n-adopt-30", size=(390, 844))
    page.locator("#filter-button").click()
    assert page.evaluate(TOO_SMALL) == []


def test_search_finds_texts_and_sources(harbourton):
    """A search counts what it finds in texts and sources, dims the rest, and goes from hit to hit."""
    page = harbourton()
    page.keyboard.press("/")
    page.keyboard.type("CENSUS")
    assert page.locator("#hits").inner_text() == "1 hit"
    assert shown(page, "owners-over-represented") == {"hit"}
    assert shown(page, "adopt-30") == {"dim"}
    page.keyboard.press("Enter")
    assert page.locator("#contents li:not([hidden])[id]").count() == 1
    assert page.locator("#hits").inner_text() == "1 of 1"
    assert page.locator(f"{PANEL} h2").inner_text() == "Owners are over-represented"
    page.keyboard.press("Escape")
    assert page.locator("#hits").inner_text() == ""
    page.locator("#search").fill("nowhere to be found")
    assert page.locator("#hits").inner_text() == "no hit"


def test_filters_dim_what_does_not_match(harbourton):
    """Filters of two kinds both count; clearing them lights all."""
    page = harbourton()
    page.locator("#filter-button").click()
    page.locator("#filters label", has_text="objection").click()
    assert shown(page, "adopt-30") == {"dim"}
    assert shown(page, "trips-become-slower") == shown(page, "panel-tilted-by-owners") == set()
    page.locator("#filters label", has_text="rejected").click()
    assert shown(page, "trips-become-slower") == {"dim"}
    assert page.locator("#filter-count").inner_text() == "1 of 28 statements"
    page.locator("#filter-clear").click()
    assert shown(page, "adopt-30") == set()
    page.keyboard.press("Escape")
    assert page.locator("#filters").is_hidden()


def test_a_branch_folds_and_unfolds(harbourton):
    """What bears on a statement alone is hidden with its edges, counted on the card, and comes back."""
    page = harbourton("#n-residents-want-calm")
    fold = page.locator(f"{PANEL} button.fold")
    count = int(re.search(r"\((\d+)\)", fold.inner_text())[1])
    fold.click()
    assert "folded" in shown(page, "panel-in-favour") & shown(page, "renters-agree")
    assert "folded" not in shown(page, "adopt-30")
    assert page.locator(f"{CARD.format('residents-want-calm')} .fold-count").text_content() == f"+ {count} folded"
    page.locator("#search").fill("renters on the panel")
    page.keyboard.press("Enter")
    assert "folded" not in shown(page, "renters-agree")
    assert page.locator(".fold-count").count() == 0


def test_the_button_that_folds_says_what_it_does(harbourton):
    """After a branch is folded by the key, the button of the details unfolds it and says so."""
    page = harbourton("#n-residents-want-calm")
    page.locator(CARD.format("residents-want-calm")).focus()
    page.keyboard.press("c")
    fold = page.locator(f"{PANEL} button.fold")
    assert fold.inner_text() == "Unfold what bears on it"
    fold.click()
    assert fold.inner_text().startswith("Fold what bears on it (")
    assert page.evaluate("document.activeElement.className") == "fold"


def test_the_help_opens_at_its_head(harbourton):
    """However small the window, the help opens at its heading, and what closes it is in sight."""
    page = harbourton(size=(900, 420))
    page.keyboard.press("?")
    assert box(page, "#help h2")["y"] >= box(page, "#help")["y"]
    assert page.evaluate("document.getElementById('help').scrollTop") == 0
    page.locator("#help .close").click()
    assert page.locator("#help").is_hidden()


def test_only_the_words_of_the_map_run_from_right_to_left(made, visit):
    """In a map in Arabic, sentences of the page run from left to right, and the title begins where the header does."""
    statements = (
        argmap.Statement("a", argmap.Kind.RECOMMENDATION, "افتحوا المكتبة.", title="فتح المكتبة"),
        argmap.Statement("b", argmap.Kind.CLAIM, "الزوار كثر.", title="زوار كثر"),
    )
    relations = (argmap.Relation.make("support", ["b"], "a"),)
    m = argmap.ArgumentMap("هل تفتح المكتبة؟", statements=statements, relations=relations)
    page = visit(made("arabic", m) + "#n-a", size=(1440, 900))
    direction = "(selector) => getComputedStyle(document.querySelector(selector)).direction"
    assert page.evaluate(direction, f"{PANEL} .why") == page.evaluate(direction, "#o-a .why") == "ltr"
    assert page.evaluate(direction, f"{PANEL} h2") == page.evaluate(direction, "h1") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).textAlign") == "left"
    card, stage = box(page, CARD.format("a")), box(page, "#stage")
    assert stage["x"] <= card["x"] <= stage["x"] + stage["width"] - card["width"]


def test_the_keyboard_walks_the_argument(harbourton):
    """Arrows lead from a conclusion to what bears on it, to its neighbours and back; Enter and Escape to and fro."""
    page = harbourton()
    at = "document.activeElement.id"
    page.locator(CARD.format("adopt-30")).focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(at) == "n-fewer-injuries"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(at) == "n-residents-want-calm"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(at) == "n-adopt-30"
    page.keyboard.press("c")
    assert "folded" in shown(page, "trips-become-slower")
    page.keyboard.press("c")
    assert "folded" not in shown(page, "trips-become-slower")
    page.keyboard.press("Enter")
    assert page.evaluate(at) == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate(at) == "n-adopt-30"
    page.keyboard.press("Escape")
    assert page.locator(f"{PANEL} h2").inner_text() == "Summary"
    page.keyboard.press("Escape")
    assert page.locator(PANEL).is_hidden()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()


def test_the_tab_key_reaches_one_card(harbourton):
    """Of all cards one is a stop of the tab key, so that the page can be passed through."""
    page = harbourton()
    assert page.locator("#sheet [tabindex='0']").count() == 1
    page.locator(CARD.format("adopt-30")).click()
    assert page.locator("#sheet [tabindex='0']").get_attribute("id") == "n-adopt-30"


def test_the_outline_selects_and_follows(harbourton):
    """An entry of the outline selects its statement, and the entry of what is selected is marked."""
    page = harbourton()
    page.keyboard.press("o")
    page.locator("#o-signs-clutter-streets > .entry").click()
    assert page.locator(f"{PANEL} h2").inner_text() == "Signs clutter streets"
    assert page.locator("#contents [aria-current]").inner_text().startswith("OBJECTION")
    page.locator("#outline-close").click()
    assert page.locator("#contents").is_hidden()


def test_the_picture_is_dragged_and_zoomed(harbourton):
    """Dragging moves the picture and selects nothing; the wheel zooms about the pointer; a key shows all of it."""
    page = harbourton()
    before = box(page, CARD.format("adopt-30"))
    x, y = before["x"] + 40, before["y"] + 20
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 30, steps=4)
    page.mouse.up()
    after = box(page, CARD.format("adopt-30"))
    assert (round(after["x"] - before["x"]), round(after["y"] - before["y"])) == (60, 30)
    assert page.locator("#sheet .selected").count() == 0
    page.mouse.wheel(0, -240)
    until(page, lambda: box(page, CARD.format("adopt-30"))["width"] > after["width"])
    larger = box(page, CARD.format("adopt-30"))
    assert abs((x + 60 - larger["x"]) / larger["width"] - 40 / before["width"]) < 0.05
    page.keyboard.press("f")
    stage = box(page, "#stage")
    until(page, lambda: all(box(page, "#sheet")[side] <= stage[side] for side in ("width", "height")))


def test_the_small_picture_leads_to_what_it_shows(made, visit):
    """A press on the lower right of the small picture brings the lower right of the large one into sight."""
    page = visit(made(SHIPPED[1]))
    before = box(page, "#sheet")
    small = box(page, "#minimap")
    page.mouse.click(small["x"] + small["width"] - 4, small["y"] + small["height"] - 4)
    after, stage = box(page, "#sheet"), box(page, "#stage")
    assert after["x"] < before["x"]
    assert after["y"] < before["y"]
    assert abs(after["x"] + after["width"] - stage["x"] - stage["width"] / 2) < after["width"] / 10


def test_two_fingers_zoom(harbourton):
    """Two fingers that part enlarge the picture."""
    page = harbourton(has_touch=True, size=(390, 844))
    before = box(page, "#sheet")["width"]
    touch = page.context.new_cdp_session(page)
    for kind, gap in (("touchStart", 20), ("touchMove", 40), ("touchMove", 80)):
        points = [{"x": 200 - gap, "y": 400, "id": 0}, {"x": 200 + gap, "y": 400, "id": 1}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    until(page, lambda: box(page, "#sheet")["width"] > before * 1.5)


def test_the_colours_follow_the_screen_and_the_reader(harbourton):
    """The page is dark on a dark screen, the picture with it; a button makes it light, and dark again."""
    page = harbourton(color_scheme="dark")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    card = "getComputedStyle(document.querySelector('#sheet #n-adopt-30 path')).fill"
    assert page.evaluate(ground) == "rgb(18, 22, 28)"
    assert page.evaluate(card) == "rgb(42, 31, 41)"
    page.locator("#theme-button").click()
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.evaluate(card) == "rgb(251, 241, 248)"
    page.locator("#theme-button").click()
    assert page.evaluate(ground) == "rgb(18, 22, 28)"


def test_the_page_prints_the_picture_and_then_the_outline(harbourton):
    """On paper there is the picture, undimmed and on its first page, then all of the outline, and no tools."""
    from pypdfium2 import PdfDocument

    page = harbourton("#n-compliance-fades", color_scheme="dark")
    pages = [each.get_textpage().get_text_bounded() for each in PdfDocument(page.pdf(prefer_css_page_size=True))]
    assert "Trips become slower" in pages[0]
    assert "Owners are over-represented" in pages[0]
    told = " ".join(" ".join(pages[1:]).split())
    assert "For it: Fewer injuries" in told
    assert "Close the outline" not in told
    width, height = PdfDocument(page.pdf(prefer_css_page_size=True))[0].get_size()
    assert width > height
    assert "argmap render MAP --page A4" in pages[0]
    assert "Legend" in pages[1]


def test_a_tall_picture_is_printed_on_an_upright_sheet(made, visit):
    """A sheet is held so that the picture is largest on it."""
    from pypdfium2 import PdfDocument

    statements = [argmap.Statement("a", argmap.Kind.CLAIM, "The bridge is safe.")]
    statements += [argmap.Statement(f"s{number}", argmap.Kind.EVIDENCE, f"Reason {number}.") for number in range(14)]
    relations = tuple(argmap.Relation.make("support", [each.id], "a") for each in statements[1:])
    page = visit(made("tall", argmap.ArgumentMap("Tall", statements=tuple(statements), relations=relations)))
    width, height = PdfDocument(page.pdf(prefer_css_page_size=True))[0].get_size()
    assert width < height


def test_without_a_script_the_page_says_all(made, visit):
    """Where no script runs there are the picture, as wide as the page, and the outline with all its words."""
    page = visit(made(SHIPPED[0]), java_script_enabled=False)
    assert page.locator("#tools").is_hidden()
    assert box(page, "#sheet svg")["width"] <= 1280
    entry = page.locator("#o-fewer-injuries")
    assert entry.is_visible()
    for words in ("Lower speeds would prevent serious injuries.", "contested", "For it:", "Briefing note"):
        assert words in entry.inner_text()


def test_an_address_leads_to_a_card_above_the_details_on_a_phone(made, visit):
    """On a phone the details lie over the lower part of the picture, and the card is seen above them."""
    page = visit(made(SHIPPED[1]) + "#n-adjust-the-approach", size=(390, 844))
    card = CARD.format("adjust-the-approach")
    until(page, lambda: box(page, "#bar")["height"] <= box(page, card)["y"] < box(page, PANEL)["y"] - 40)
    assert 0 <= box(page, card)["x"] < 390


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("width", [360, 2560])
def test_nothing_reaches_out_of_the_window(made, visit, name, width):
    """From a phone to a wall screen, the page is as wide as the window, with the details open too."""
    page = visit(made(name), size=(width, 740))
    page.locator("#outline-button").click()
    page.locator("#contents .entry").first.click()
    assert page.locator(PANEL).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(
        "[...document.querySelectorAll('#bar button')].every((e) => e.getBoundingClientRect().right <= innerWidth)"
    )


def test_data_that_cannot_be_read_leave_no_blank_page(made, browser, tmp_path):
    """Where the script fails, the picture and the outline are there as without one."""
    whole = Path(url2pathname(made(SHIPPED[0]).removeprefix("file://"))).read_text(encoding="utf-8")
    (tmp_path / "cut.html").write_text(whole.replace('"relations":[', '"relations":null,"was":['), encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "cut.html").as_uri())
    assert page.locator("#o-adopt-30").is_visible()
    assert page.locator("#sheet svg").is_visible()
    assert page.locator("#tools").is_hidden()
    context.close()


def test_sources_and_findings_about_them_are_told(harbourton):
    """The outline ends with the sources; what was found about one stands there, and where it is cited."""
    page = harbourton("#n-follow-up-counts", java_script_enabled=False)
    assert "Harbourton speed survey 2024" in page.locator("#contents .sources").inner_text()


def test_a_page_without_a_picture_is_worked_with(opened, no_graphviz):
    """Where argmap had no Graphviz the page says so, and outline, details, search and filters are there."""
    page = opened(draw(analyse(load(ROOT / "arguments" / f"{SHIPPED[0]}.yaml")), "html").data)
    assert "There is no picture here" in page.locator("#notice").inner_text()
    page.locator("#o-fewer-injuries > .entry").click()
    assert page.locator(f"{PANEL} h2").inner_text() == "Fewer injuries"
    page.locator("#search").fill("census")
    assert page.locator("#contents ol > li:visible").count() == 1


def test_what_has_changed_below_is_told_first(tmp_path, visit):
    """The details of a recommendation begin with the passage below it that has changed, and lead down to it."""
    m = argmap.loads(
        "nodes: {close: {recommendation: Close it now., because: [it-is-loud]},"
        " it-is-loud: {claim: It is loud there., because: [noise-was-measured]},"
        " noise-was-measured: {evidence: Noise of 70 decibels.}}"
    )
    page = draw(analyse(m), "html").data.decode()
    told = '"id":"noise-was-measured"', '"changed":[]'
    before, after = page.split(told[0], 1)
    change = '"changed":[{"passage":true,"told":"Survey: it is no longer there"}]'
    file = tmp_path / "changed.html"
    file.write_text(before + told[0] + after.replace(told[1], change, 1), encoding="utf-8")
    opened = visit(file.as_uri() + "#n-close")
    part = opened.locator(f"{PANEL} .change")
    assert part.locator("p").inner_text() == (
        "A passage that it rests on has changed since it was recorded: Survey: it is no longer there"
    )
    leads = part.locator(".lead")
    assert leads.evaluate_all("all => all.map(each => each.dataset.lead)") == ["noise-was-measured", "it-is-loud"]
    leads.first.click()
    assert part.locator("p").inner_text().startswith("A passage of it has changed since it was recorded")
    assert part.locator(".lead").count() == 0
