"""What the fonts that graphviz-pure brings along can show; they are all that it draws a PNG with."""

from __future__ import annotations

import re

_LETTERS = "\0-\u052f\u0590-\u05ff\u1d00-\u20bf\u2100-\u2154\u2c60-\u2c7f\ua640-\ua69f\ua717-\ua7ff\ufb00-\ufb4f"
_MARKS = "\u215b-\u215e\u2184\u2de0-\u2e42\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\ufffc\ufffd"
_SIGNS = "←-↕↨∂∆∏∑−∕∙√∞∟∩∫≈≠≡≤≥⌂⌐⌠⌡─│┌┐└┘├┤┬┴┼═-╬▀▄█▌▐-▓■□▪-▬▲►▼◄◊-◌●◘◙◦☺-☼♀♂♠♣♥♦♪♫♯"
_OTHER = re.compile(f"[^{_LETTERS}{_MARKS}{_SIGNS}]")


def lacking(text: str) -> str:
    """Return each character of a text that those fonts have no glyph for, in order.

    Example:
        >>> lacking("Tōkyō is 東京, → 東")
        '東京'
    """
    return "".join(dict.fromkeys(_OTHER.findall(text)))
