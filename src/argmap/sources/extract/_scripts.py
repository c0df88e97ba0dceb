"""Words above and below the line: figures keep their meaning, other words stand as they are."""

from __future__ import annotations

import re

from argmap.sources.extract._linear import raised, scripts

_INDEX = re.compile(r"[ijkn]|(?=.*\d)[\d+\-−–－‐‑=()ijkn]+")
_POWER = re.compile(r"[+\-−–－‐‑]?\d+(?:[.,/·]\d+)+")
_VARIABLE = re.compile(r"[ijkpqxyzT]|[+\-−–][^\W\d_]{1,3}|[+\-−–]?\d+|[^\W_]{1,2}(?:[+\-−–=·×/][^\W_]{1,2})+")


def above(text: str) -> str:
    """Return what stands above the line.

    Example:
        >>> "10" + above("− 8"), "10" + above("2.5"), "2" + above("k"), "x" + above("a+b"), "19" + above("th")
        ('10⁻⁸', '10^2.5', '2ᵏ', 'xᵃ⁺ᵇ', '19th')
        >>> "e" + above("−λt")
        'e^(−λt)'
        >>> "١٠" + above("٦")
        '١٠^٦'
    """
    figures = "".join(text.split())
    if _POWER.fullmatch(figures) or (_VARIABLE.fullmatch(figures) and raised(figures) == figures):
        return scripts("", above=figures)
    return raised(figures) if raised(figures) != figures else text


def below(text: str) -> str:
    """Return what stands below the line.

    Example:
        >>> "H" + below("2") + "O", "x" + below("i"), "x" + below("i+1"), "C" + below("2n+2"), "V" + below("max")
        ('H₂O', 'xᵢ', 'xᵢ₊₁', 'C₂ₙ₊₂', 'Vmax')
    """
    figures = "".join(text.split())
    return scripts("", below=figures) if _INDEX.fullmatch(figures) else text
