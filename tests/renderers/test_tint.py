"""Colours that authors give, on cards and behind them."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis import analyse
from argmap.model.document import ArgumentMap
from argmap.model.look import Label, Look
from argmap.model.origin import Origin
from argmap.renderers._diagram.diagram import diagram
from argmap.renderers._diagram.palette import DARK, LIGHT
from argmap.renderers._diagram.tint import luminance, with_colours
from argmap.renderers.svg import render
from argmap.text import LineIndex

from ..strategies import examples

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def contrast(one, other):
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@examples(200)
@given(st.lists(COLOURS, max_size=4), st.sampled_from([LIGHT, DARK]))
def test_text_stands_out_on_every_colour(colours, palette):
    """Whatever colour an author gives, what stands on it is legible, and the colours stay apart."""
    made = with_colours(palette, colours)
    for colour in colours:
        for ink in ("text", "muted", "error", "doubt"):
            assert contrast(made[ink], made[f"{colour}-fill"]) >= 4.6
        assert contrast(made["section-title"], made[f"{colour}-section"]) >= 4.6
    added = [made[role] for role in made if role not in palette]
    assert len(set(added)) == len(added)
    assert not set(added) & {colour.lower() for colour in palette.values()}


def asked(view, **look):
    """Return a view of the bridge whose author asks for a look."""
    one = view()
    m: ArgumentMap = evolve(one.analysis.map, origin=Origin("x", "argdown", LineIndex(""), look=Look(**look)))
    return evolve(one, analysis=analyse(m))


def test_a_colour_shows_on_its_card_and_in_the_key(view):
    """A card has a stripe of its author's colour and is tinted by it; the key tells what it means."""
    made = diagram(asked(view, colours={"c1": "#1b9e77"}, key=(("#old", "#1b9e77"),)))
    card = made.source[made.source.index('"n-c1"' if '"n-c1"' in made.source else "n-c1 ") :]
    assert 'BGCOLOR="#1b9e77"' in card
    assert "#old" in made.source


def test_a_section_shows_its_colour(view):
    """The ground of a section is of its author's colour."""
    ground = with_colours(LIGHT, ["#fff2ae"])["#fff2ae-section"]
    assert f'fillcolor="{ground}"' in diagram(asked(view, group_colours={"load": "#fff2ae"})).source


def test_a_dark_screen_darkens_the_authors_colours(view):
    """An SVG that follows the reader's screen has a rule for every tint."""
    drawn = render(asked(view, group_colours={"load": "#fff2ae"})).data.decode()
    light, dark = (with_colours(palette, ["#fff2ae"])["#fff2ae-section"] for palette in (LIGHT, DARK))
    assert f'[fill="{light}"]{{fill:{dark}}}' in drawn


def test_labels_are_left_out(view):
    """A card shows its title, its text, both or neither."""
    wanted = {Label.BOTH: (1, 1), Label.TITLE: (1, 0), Label.TEXT: (0, 1), Label.NONE: (0, 0)}
    for label, (title, text) in wanted.items():
        source = diagram(asked(view, labels={"holds-load": label})).source
        card = source[source.index("n-holds-load") : source.index("]", source.index("n-holds-load"))]
        assert (card.count("It holds the load</B>"), card.count(">It holds 40")) == (title, text)


def test_many_colours_nearly_alike_stay_apart():
    """Hundreds of colours that differ by a shade each have roles of their own, more than a ring of blues has."""
    made = with_colours(LIGHT, [f"#{0x808000 + number:06x}" for number in range(400)])
    colours = [made[role].lower() for role in made if role.startswith("#")]
    assert len(set(colours)) == len(colours) == 1200
