"""The picture in a page: the one that is drawn as SVG, its colours left to the page's style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import Factory, evolve, frozen

from argmap.errors import MissingExtraError, RenderError
from argmap.renderers import Theme, View


@frozen
class Picture:
    """A picture laid out, or why there is none.

    Attributes:
        svg: The element ``svg``; empty where there is no picture.
        lacking: Why there is none, in a sentence.
        warnings: What the caller should know.
        direction: Which way the support runs: ``RL``, ``BT``, ``LR`` or ``TB``.
        elements: The names of the elements that each relation is drawn as, by its id.
        references: The statement that each small card from another section stands for.
        colours: The colours that the map's author gives.
    """

    svg: str = ""
    lacking: str = ""
    warnings: tuple[str, ...] = ()
    direction: str = "RL"
    elements: Mapping[str, tuple[str, ...]] = Factory(dict)
    references: Mapping[str, str] = Factory(dict)
    colours: tuple[str, ...] = ()


def picture(view: View) -> Picture:
    """Lay the picture of a view out in light colours, which the page's style turns dark."""
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out
    from argmap.renderers._finish import finish

    made = diagram(evolve(view, options=evolve(view.options, theme=Theme.LIGHT)))
    try:
        drawn = lay_out(made, "svg", engine=view.options.engine)
    except (RenderError, MissingExtraError) as error:
        return Picture("", f"{error}", (*made.warnings, f"the page has no picture: {error}"))
    return Picture(
        finish(drawn.data, made),
        "",
        made.warnings + drawn.warnings,
        made.direction,
        made.elements,
        made.references,
        made.colours,
    )


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
