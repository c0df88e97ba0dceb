"""The picture in a page: the one that is drawn as SVG, its colours left to the page's style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import Factory, evolve, frozen

from argmap.errors import MissingExtraError, RenderError
from argmap.renderers import Engine, Theme, View

if TYPE_CHECKING:
    from argmap.renderers._diagram.diagram import Diagram

MOST_AT_ONCE = 300
"""Of more cards than this a page shows an overview first."""

_OVERVIEW = "v-"


@frozen
class Picture:
    """A picture laid out, or why there is none.

    Attributes:
        svg: The element ``svg``; empty where there is no picture.
        lacking: Why there is none, in a sentence.
        warnings: What the caller should know of what is drawn.
        strains: What the caller should know of how it is laid out.
        direction: Which way the support runs: ``RL``, ``BT``, ``LR`` or ``TB``.
        elements: The names of the elements that each relation is drawn as, by its id.
        references: The statement that each small card from another section stands for.
        parts: The title of each card that is no statement, and the statements that it stands for.
        below: The statements without a card that are counted on the card of another.
        colours: The colours that the map's author gives.
        legend: What its signs mean, as an element ``svg``; empty where there is none.
        notes: What is not drawn or not as the map has it, each a sentence.
    """

    svg: str = ""
    lacking: str = ""
    warnings: tuple[str, ...] = ()
    strains: tuple[str, ...] = ()
    direction: str = "RL"
    elements: Mapping[str, tuple[str, ...]] = Factory(dict)
    references: Mapping[str, str] = Factory(dict)
    parts: Mapping[str, tuple[str, tuple[str, ...]]] = Factory(dict)
    below: Mapping[str, tuple[str, ...]] = Factory(dict)
    colours: tuple[str, ...] = ()
    legend: str = ""
    notes: tuple[str, ...] = ()


@frozen
class Pictures:
    """The pictures of a page.

    Attributes:
        cards: How many cards there are when all are drawn.
        first: What a reader sees first: all cards, or an overview.
        whole: All cards, where the first is an overview and they are not too many.
        is_overview: Whether the first picture is one.
    """

    cards: int
    first: Picture
    whole: Picture | None = None
    is_overview: bool = False

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return what the caller should know; that all cards are many is no matter where an overview comes first."""
        strains = (strain for each in self.all for strain in each.strains)
        return tuple(dict.fromkeys((*self.first.warnings, *strains)))

    @property
    def all(self) -> tuple[Picture, ...]:
        """Return both, or the one."""
        return (self.first, self.whole) if self.whole else (self.first,)


def pictures(view: View) -> Pictures:
    """Lay out what a page shows: up to 300 cards all at once; of more an overview, and up to 3,000 all on request.

    Whoever asks for all gets all, however many there are.
    """
    from argmap.renderers._selection import MOST_CARDS, cut

    options = view.options
    cards = len(cut(view.analysis.map, options).map)
    if cards <= MOST_AT_ONCE and not options.overview:
        return Pictures(cards, picture(view))
    first = picture(evolve(view, options=evolve(options, overview=True)), _OVERVIEW)
    is_small = cards <= MOST_CARDS or options.whole
    whole = picture(evolve(view, options=evolve(options, overview=False))) if is_small and first.svg else None
    if not whole and not options.overview:
        warning = f"of {cards:,} cards the page shows an overview: --all has them all, --group one section"
        first = evolve(first, warnings=(*first.warnings, warning))
    return Pictures(cards, first, whole, is_overview=True)


def picture(view: View, prefix: str = "") -> Picture:
    """Lay the picture of a view out in light colours, which the page's style turns dark.

    Args:
        view: The view.
        prefix: What the names of its elements begin with.
    """
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out
    from argmap.renderers._diagram.markup import clean, element_id
    from argmap.renderers._finish import finish

    made = diagram(evolve(view, options=evolve(view.options, theme=Theme.LIGHT)), is_headed=False)
    try:
        drawn = lay_out(made, "svg", engine=view.options.engine)
        legend = _legend(made, view.options.engine, prefix)
    except (RenderError, MissingExtraError) as error:
        return Picture("", f"{error}", (*made.warnings, f"the page has no picture: {error}"))
    chosen = made.selection

    def name(card: str) -> str:
        return prefix + element_id("n", card)

    return Picture(
        finish(drawn.data, made, prefix=prefix),
        "",
        made.warnings,
        drawn.warnings,
        made.direction,
        {relation: tuple(prefix + name for name in names) for relation, names in made.elements.items()},
        {prefix + card: statement for card, statement in made.references.items()},
        {name(card): (clean(chosen.map[card].label), one.inside) for card, one in chosen.stand_ins.items()},
        {name(card): inside for card, inside in chosen.below.items()},
        made.colours,
        legend,
        made.notes,
    )


def _legend(made: Diagram, engine: Engine, prefix: str) -> str:
    """Draw what the signs of a picture mean."""
    from argmap.renderers._diagram.engine import lay_out
    from argmap.renderers._finish import finish

    if not made.heading:
        return ""
    source = f"{made.frame.rstrip().removesuffix('}')}graph [pad=0 label={made.heading}]\n}}\n"
    told = "What the signs of the picture mean."
    alone = evolve(made, source=source, parts=(), cards={}, title="Legend", description=told)
    return finish(lay_out(alone, "svg", engine=engine).data, alone, prefix=f"{prefix}legend-")


def colour_style(colours: tuple[str, ...]) -> str:
    """Write the style that gives each role of the palette its colour, light or dark, in the page and in the picture."""
    from argmap.renderers._diagram.palette import DARK, LIGHT
    from argmap.renderers._diagram.tint import with_colours

    light, dark = with_colours(LIGHT, colours), with_colours(DARK, colours)
    names = {role: role if role in LIGHT else f"own-{number}" for number, role in enumerate(light)}
    night = _declared(names, dark, "dark")
    rules = (
        f":root{{{_declared(names, light, 'light')}}}",
        f'@media (prefers-color-scheme:dark){{:root:not([data-theme="light"]){{{night}}}}}',
        f':root[data-theme="dark"]{{{night}}}',
        f"@media print{{:root:root:root{{{_declared(names, light, 'light')}}}}}",
        *_drawn(names, light),
    )
    return "\n".join(rules)


def _declared(names: Mapping[str, str], colours: Mapping[str, str], scheme: str) -> str:
    return f"color-scheme:{scheme};" + "".join(f"--{name}:{colours[role].lower()};" for role, name in names.items())


def _drawn(names: Mapping[str, str], light: Mapping[str, str]) -> Iterator[str]:
    """Write a rule per colour of the light picture that makes it the role's own."""
    for role, name in names.items():
        colour = light[role].lower()
        yield f'svg [fill="{colour}"]{{fill:var(--{name})}}svg [stroke="{colour}"]{{stroke:var(--{name})}}'
