"""The colours."""

from __future__ import annotations

import pytest

from argmap.model.statements import Kind
from argmap.renderers import Theme
from argmap.renderers._diagram.palette import DARK, LIGHT, palette
from argmap.renderers._marking import FILL, INK

KINDS = [kind.value for kind in Kind]
SURFACES = [f"{kind}-fill" for kind in KINDS]
TEXTS = [
    *((kind, "page") for kind in KINDS),
    *(("badge-text", kind) for kind in KINDS),
    *((ink, fill) for ink in ("text", "muted", "error", "doubt") for fill in SURFACES),
    *((ink, "page") for ink in ("text", "muted", "attack", "support", "error", "doubt")),
    ("badge-text", "support"),
    ("section-title", "section"),
    ("objection", "section"),
    ("error", "error-fill"),
    ("warning", "warning-fill"),
    *((ink, fill) for ink in ("text", "muted", "error", "doubt") for fill in sorted({*FILL.values()} - {*SURFACES})),
    *(("badge-text", ink) for ink in sorted({*INK.values()} - {*KINDS})),
]


def luminance(colour):
    """Return the relative luminance of a colour, after WCAG 2."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "fill"), TEXTS)
def test_text_stands_out(colours, ink, fill):
    """Every text has a contrast of 4.6 : 1 to what it stands on, in light and in dark."""
    assert contrast(colours[ink], colours[fill]) >= 4.6


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["support", "attack", "spent"])
@pytest.mark.parametrize("ground", ["page", "section"])
def test_lines_stand_out(colours, ink, ground):
    """Every line has a contrast of nearly 3 : 1 to the paper and to sections, also one that comes to nothing."""
    assert contrast(colours[ink], colours[ground]) >= 2.9


def test_each_role_has_its_own_colour():
    """No two roles share a colour, so that a style sheet can tell them apart."""
    assert len(set(LIGHT.values())) == len(LIGHT)
    assert LIGHT.keys() == DARK.keys()


def test_themes_choose_the_colours():
    """Only the dark theme is dark in itself; `auto` turns dark on the reader's screen."""
    assert palette(Theme.DARK) is DARK
    assert palette(Theme.LIGHT) is palette(Theme.AUTO) is LIGHT
