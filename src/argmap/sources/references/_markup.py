"""Figures above and below the line, and the marks of rich text that programs put into titles."""

from __future__ import annotations

import re
from html import unescape

BELOW = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
ABOVE = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
FIGURES = "[-+−0-9]{1,9}"

_LIFTED = re.compile(rf"<(sub|sup)>({FIGURES})</su[bp]>")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{1,6});")
_MARK = re.compile(r"</?(?:i|b|em|sc|sub|sup|strong|span)(?: [^<>]{0,200})?>")


def unmarked(text: str) -> str:
    """Return a text without the marks that CSL and Zotero allow in it, and without what databases write for ``&``.

    Example:
        >>> unmarked('<i>Vibrio</i> in H<sub>2</sub>O &amp; <span class="nocase">p</span> < 0.05')
        'Vibrio in H₂O & p < 0.05'
    """
    text = _ENTITY.sub(lambda found: unescape(found[0]), text)
    lifted = _LIFTED.sub(lambda found: found[2].translate(BELOW if found[1] == "sub" else ABOVE), text)
    return _MARK.sub("", lifted)
