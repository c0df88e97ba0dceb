"""What stands inside a passage without being of it: marks of notes, and readings printed beside characters (ruby)."""

from __future__ import annotations

import re
from functools import cache

from argmap.text import UNSPACED

_HIGH = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_CIRCLED = "\u2460-\u2473"
_NUMBER = r"(?:\d{1,3}|[a-z]|[ivx]{1,5}|(?:[Nn]ote|n\.?|nb|Anm\.|注|註|脚注) ?\d{1,3})"
_HAN = "㐀-鿿豈-﫿々"
_KANA = "[ぁ-ゟァ-ヿ]{1,20}"


@cache
def marks() -> re.Pattern[str]:
    """Return the pattern of marks in normal form N1.

    A number set high is a mark after a word of four letters or after punctuation, and a power elsewhere, as in km².

    Example:
        >>> marks().sub("", "Rates fell[1] on 41 streets,² by 5 km², and rose† (in 漢字(かんじ)).")
        'Rates fell on 41 streets, by 5 km², and rose (in 漢字).'
    """
    after = rf"[^\W\d_{_HIGH}]{{4}}", rf"[{UNSPACED}]", r"[.,;:!?\"')\]。、！？」』”’…]"
    raised = "|".join(rf"(?<={before}[{_HIGH}])" for before in after)
    kinds = (
        rf"(?:(?<=\S[\[〔【])|(?<=\S [\[〔【])){_NUMBER}(?:[,;-] ?{_NUMBER}){{0,9}}[\]〕】]",
        rf"(?:{raised})[{_HIGH}]*+(?:[,-][{_HIGH}]++){{0,9}}+(?![⁺⁻])",
        rf"(?<=\S[†‡{_CIRCLED}])[†‡]*+",
        r"(?<=[^\W\d_]\*)\*{0,2}(?![\w*])",
        r"(?<=\S\()(?:注|註|脚注|Anm\.) ?\d{1,3}\)",
        rf"(?<=[{_HAN}]\(){_KANA}\)",
        rf"(?<=[{_HAN}]《){_KANA}》",
    )
    return re.compile(rf"[\[〔【{_HIGH}†‡{_CIRCLED}*(《](?:{'|'.join(kinds)})")
