"""Small cards for what stands in other sections than those that are drawn."""

from __future__ import annotations

import pytest

from argmap.project.documents import loads
from argmap.renderers import DrawingOptions, dot, mmd
from argmap.renderers._selection import select

MAP = """\
groups: {money: Money, safety: Safety}
nodes:
  top: {recommendation: Adopt it now., because: [cheap, safe + quick]}
  cheap: {claim: It is cheap enough., group: money, because: [{reason: bill, unless: [old-bill]}], but: [hidden-cost]}
  bill: {evidence: The bill says so., group: safety}
  old-bill: {objection: The bill is old., group: safety}
  hidden-cost: {objection: Costs are hidden., because: [far-away]}
  far-away: {premise: Something far away., group: safety}
  safe: {claim: It is safe enough., group: money}
  quick: {claim: It is quick enough., group: safety}
"""


@pytest.fixture
def money(view):
    """Return a function that makes a view of the one section, with more options."""
    return lambda **options: view(loads(MAP), groups=("money",), **options)


def test_what_is_next_to_a_section():
    """Reasons from elsewhere, what cuts their steps, and what is served are kept; nothing further is."""
    selection = select(loads(MAP), DrawingOptions(groups=("money",)))
    assert {s.id for s in selection.own} == {"cheap", "safe"}
    assert selection.stubs == {"top": None, "bill": "safety", "old-bill": "safety", "hidden-cost": None}
    assert selection.left_out == (
        "6 left out (only of section Money)",
        "4 of them on small cards, next to what is drawn",
    )


def test_small_cards(money):
    """A small card has an arrow, its name and its section, and neither badge nor findings."""
    source = dot.render(money()).data.decode()
    assert "→ Old bill" in source
    assert 'class="reference objection"' in source
    assert source.count(">CLAIM<") == 2
    assert ">RECOMMENDATION<" not in source
    assert "2 of 8 statements" in source
    assert ">stands in another section<" in source
    assert "(1\u00a0not\u00a0shown)" in source


def test_other_options_hold_for_small_cards_too(money):
    """What other options leave out is no small card, and evidence that is only counted is counted."""
    assert set(select(loads(MAP), DrawingOptions(groups=("money",), types=("claim",))).stubs) == set()
    selection = select(loads(MAP), DrawingOptions(groups=("money",), evidence=False))
    assert "bill" not in selection.stubs
    assert selection.folded == {"cheap": 1}


def test_flowcharts_have_them_as_well(money):
    """A Mermaid flowchart refers to them with an arrow, too."""
    assert "#8594; Old bill<br/>Safety" in mmd.render(money()).data.decode()


def test_an_overview_has_no_small_cards(money):
    """An overview of a section draws no small cards, and says of none."""
    source = dot.render(money(overview=True)).data.decode()
    assert "reference" not in source
    assert "small card" not in source
