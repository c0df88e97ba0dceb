"""Signs of the fonts Symbol and Wingdings, which Word writes by their place in the font, as Unicode."""

from __future__ import annotations

_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"  # from 0x20
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"  # from 0xA0
)
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip


def sign(font: str, code: str) -> str:
    """Return the sign at a place of a font; nothing where that is unknown.

    Args:
        font: Name of the font.
        code: The place, in hexadecimal, such as ``F0B3``; in fonts of signs it stands in a private area.

    Example:
        >>> sign("Symbol", "F0B3"), sign("Wingdings", "F0FC"), sign("Arial", "2014"), sign("Runes", "F041")
        ('≥', '✓', '—', '')
    """
    try:
        at = int(code, 16)
    except ValueError:
        return ""
    low = at - 0xF000 if 0xF000 <= at < 0xF100 else at
    if font == "Symbol" and low < 0x100:
        place = low - 0x20 if low < 0x7F else low - 0xA0 + 95
        return _SYMBOL[place] if 0 <= place < len(_SYMBOL) and not 0x7F <= low < 0xA0 else ""
    if font == "Wingdings" and low < 0x100:
        return _WINGDINGS.get(low, "")
    is_private = 0xE000 <= at < 0xF900 or at > 0xFFFF or 0xD800 <= at < 0xE000 or at < 0x20
    return "" if is_private else chr(at)
