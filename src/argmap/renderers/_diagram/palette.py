"""The colours: one ink and one fill per role, for light and for dark paper.

The hues are those of Okabe and Ito's colour-blind safe palette, darkened until every text stands out by 4.6 : 1.
Every role has a colour of its own, so that a style sheet can turn the light picture dark, colour by colour.
"""

from __future__ import annotations

from collections.abc import Mapping

from argmap.renderers import Theme

# each role in light and in dark
_COLOURS = {
    "recommendation": ("#8F2D73", "#E79AD0"),
    "recommendation-fill": ("#FBF1F8", "#2A1F29"),
    "claim": ("#005A9C", "#7CC0F5"),
    "claim-fill": ("#F1F7FC", "#182430"),
    "premise": ("#00694F", "#5FD1AE"),
    "premise-fill": ("#EFF8F5", "#162622"),
    "evidence": ("#5A5F66", "#C2C7CE"),
    "evidence-fill": ("#F6F6F5", "#22262B"),
    "assumption": ("#6B5600", "#DCC45A"),
    "assumption-fill": ("#FAF7E6", "#26230F"),
    "objection": ("#B23A06", "#FF9A73"),
    "objection-fill": ("#FEF4EF", "#2C1F1A"),
    "question": ("#5A4A9E", "#B5A8F0"),
    "question-fill": ("#F5F3FC", "#211E30"),
    "argument": ("#22647A", "#79C7DE"),
    "argument-fill": ("#EEF6F9", "#17262C"),
    "support": ("#3F5B78", "#8FB3D9"),
    "attack": ("#C8420A", "#FF8A5C"),
    "spent": ("#86909D", "#707B89"),
    "error": ("#9A2F00", "#FFB899"),
    "error-fill": ("#FDE7DD", "#44200F"),
    "warning": ("#7A4B00", "#FFD58A"),
    "warning-fill": ("#FFF1D6", "#3D2F10"),
    "doubt": ("#855600", "#F2C46D"),
    "page": ("#FFFFFF", "#12161C"),
    "badge-text": ("#FFFFFE", "#12161B"),
    "section": ("#F4F6F9", "#171C23"),
    "section-line": ("#E0E5EC", "#2C343F"),
    "section-title": ("#445064", "#B4BFCE"),
    "text": ("#1B2430", "#E8ECF1"),
    "muted": ("#556070", "#A9B4C2"),
    "rule": ("#D5DBE3", "#3A4350"),
}

LIGHT: Mapping[str, str] = {role: light for role, (light, _) in _COLOURS.items()}
DARK: Mapping[str, str] = {role: dark for role, (_, dark) in _COLOURS.items()}


def palette(theme: Theme) -> Mapping[str, str]:
    """Return the colour of each role, as ``#RRGGBB``."""
    return DARK if theme is Theme.DARK else LIGHT
