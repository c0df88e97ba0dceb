"""Equations on one line: fractions, scripts and roots as a reader would type them.

The signs are those of Unicode where it has them (``x²``, ``∑ᵢ₌₁ⁿ``), and else the marks of Unicode's linear format for
mathematics (Unicode Technical Note 28): ``x^(a/b)``, ``x_max``.
"""

from __future__ import annotations

import re

_FIGURES = "0123456789+-−–－‐‑=()"
_LOWER = str.maketrans(f"{_FIGURES}aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
_RAISE = str.maketrans(f"{_FIGURES}abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_FIGURE_LIKE = re.compile(rf"[{re.escape(_FIGURES)}n]+")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)?|.")
_ATOM = re.compile(r"(?:\d+(?:[.,]\d+)?|.)[′″⁰¹²³⁴-₎ᵢₙ]*")
_PAIRS = {"(": ")", "[": "]", "{": "}", "|": "|", "‖": "‖", "⌊": "⌋", "⌈": "⌉", "⟨": "⟩"}
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}


def raised(text: str) -> str:
    """Return an exponent in raised figures; other words, such as the *th* of *19th*, as they are.

    Example:
        >>> "10" + raised("−8"), "m" + raised("2"), "19" + raised("th")
        ('10⁻⁸', 'm²', '19th')
    """
    return text.translate(_RAISE) if _FIGURE_LIKE.fullmatch(text) else text


def lowered(text: str) -> str:
    """Return an index in lowered figures; other words as they are.

    Example:
        >>> "H" + lowered("2") + "O"
        'H₂O'
    """
    return text.translate(_LOWER) if _FIGURE_LIKE.fullmatch(text) and "n" not in text else text


def scripts(base: str, below: str = "", above: str = "") -> str:
    """Return a base with what stands below and above at its right.

    Example:
        >>> scripts("x", "i", "2"), scripts("a + b", above="n"), scripts("x", above="a/b"), scripts("T", "max")
        ('xᵢ²', '(a + b)ⁿ', 'x^(a/b)', 'Tₘₐₓ')
    """
    return _whole(base, _WORD) + _script(below, _LOWER, "_") + _script(above, _RAISE, "^")


def fraction(above: str, below: str) -> str:
    """Return a fraction.

    Example:
        >>> fraction("1", "2"), fraction("a + b", "2c")
        ('1/2', '(a + b)/(2c)')
    """
    return f"{_whole(above, _WORD)}/{_whole(below, _ATOM)}"


def root(of: str, degree: str = "") -> str:
    """Return a root.

    Example:
        >>> root("2"), root("x + 1", "3"), root("x", "n")
        ('√2', '∛(x + 1)', 'ⁿ√x')
    """
    sign = _ROOTS.get(degree) or _script(degree, _RAISE, "").strip() + "√"
    return sign + _whole(of, _ATOM)


def operator(sign: str, below: str, above: str, of: str) -> str:
    """Return a sum, an integral or another large operator with its limits.

    Example:
        >>> operator("∑", "i=1", "n", "xᵢ"), operator("lim", "x→0", "", "f(x)")
        ('∑ᵢ₌₁ⁿ xᵢ', 'lim_(x→0) f(x)')
    """
    limits = _script(below, _LOWER, "_") + _script(above, _RAISE, "^")
    return f"{sign}{limits} {of}" if of else f"{sign}{limits}"


def _script(text: str, signs: dict[int, int], mark: str) -> str:
    text = text.strip()
    close = text.replace(" ", "")
    if all(ord(character) in signs for character in close):
        return close.translate(signs)
    return mark + _whole(text, _WORD)


def _whole(text: str, alone: re.Pattern[str]) -> str:
    """Return what can stand in an operation: in brackets unless it is one word or has brackets around it."""
    text = text.strip()
    return text if not text or alone.fullmatch(text) or _is_bracketed(text) else f"({text})"


def _is_bracketed(text: str) -> bool:
    closing = _PAIRS.get(text[0])
    if closing is None or not text.endswith(closing) or len(text) == 1:
        return False
    depth = 0
    for character in text[1:-1]:
        depth += (character == text[0] != closing) - (character == closing)
        if depth < 0:
            return False
    return True
