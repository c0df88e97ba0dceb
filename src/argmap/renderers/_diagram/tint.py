"""The colours that a map's author gives: pure as a stripe, and mixed with the paper so that text stands out on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_CARD, _SECTION, _SECTION_IN_THE_DARK, _STEP = 0.3, 1.0, 0.35, 0.02
_ON_CARD = dict.fromkeys(("text", "muted", "error", "doubt"), 4.6)
_ON_SECTION = {"section-title": 4.6, "objection": 3.5, "attack": 3, "support": 3}


def with_colours(palette: Mapping[str, str], colours: Iterable[str]) -> dict[str, str]:
    """Add roles to a palette for an author's colours: ``#rrggbb`` itself, ``#rrggbb-fill`` and ``#rrggbb-section``.

    Every role keeps a colour of its own, as in the palette: one that is taken already gives way by a shade.

    Example:
        >>> from argmap.renderers._diagram.palette import LIGHT
        >>> made = with_colours(LIGHT, ["#ffffff"])
        >>> made["#ffffff"], LIGHT["page"]
        ('#fffffd', '#FFFFFF')
    """
    made, taken = dict(palette), {colour.lower() for colour in palette.values()}
    for role, colour in _roles(palette, colours):
        free = next(shade for shade in _shades(colour) if shade not in taken)
        taken.add(free)
        made[role] = free
    return made


def tint(colour: str, paper: str, inks: Mapping[str, float], most: float) -> str:
    """Mix a colour with the paper, as much of it as leaves every ink legible.

    Args:
        colour: ``#rrggbb``, as are the others.
        paper: What it is mixed with.
        inks: What is written on it, and the contrast that it needs, from 1 to 21.
        most: The greatest share that it may have, from 0 to 1.

    Example:
        >>> tint("#1b9e77", "#ffffff", {"#000000": 4.6}, 0.3)
        '#bbe2d6'
    """
    lights = [(luminance(ink), contrast) for ink, contrast in inks.items()]
    share = most
    while share > 0:
        mixed = _mix(colour, paper, share)
        if all(_contrast(luminance(mixed), light) >= contrast for light, contrast in lights):
            return mixed
        share -= _STEP
    return paper.lower()


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1, as WCAG 2.2 defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _parts(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _roles(palette: Mapping[str, str], colours: Iterable[str]) -> Iterator[tuple[str, str]]:
    page = palette["page"]
    most = _SECTION if luminance(page) > 0.5 else _SECTION_IN_THE_DARK
    for colour in dict.fromkeys(colours):
        yield colour, colour
        yield f"{colour}-fill", tint(colour, page, _inks(palette, _ON_CARD), _CARD)
        yield f"{colour}-section", tint(colour, page, _inks(palette, _ON_SECTION), most)


def _inks(palette: Mapping[str, str], roles: Mapping[str, float]) -> dict[str, float]:
    return {palette[role]: contrast for role, contrast in roles.items()}


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _mix(colour: str, paper: str, share: float) -> str:
    mixed = (round(share * c + (1 - share) * p) for c, p in zip(_parts(colour), _parts(paper), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _shades(colour: str) -> Iterator[str]:
    """Yield a colour and then every other: first those that no eye can tell from it, which differ in blue alone."""
    number = int(colour[1:], 16)
    for step in range(1 << 24):
        turns, down = divmod(step, 256)
        yield f"#{((number >> 8) - turns) % (1 << 16):04x}{(number - down) & 0xFF:02x}"
