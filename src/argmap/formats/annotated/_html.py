"""The words of a remark that was written in HTML."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"</?(?:[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|b|i|em|strong|a|ul|ol|li|blockquote|sub|sup|u|code|pre|h[1-6]|mark|img|table|t[rdh])\b[^<>]*>",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|br|div|ul|ol|li|blockquote|h[1-6]|pre|table|tr)\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]\s*>", re.IGNORECASE)


def has_markup(text: str) -> bool:
    """Tell whether a text has tags of HTML that people write remarks with.

    Example:
        >>> has_markup("<p>It fell.</p>"), has_markup("3 < 4, <unknown>")
        (True, False)
    """
    return bool(_MARKUP.search(text))


def words(text: str) -> str:
    r"""Return the words of HTML, its blocks in lines; nothing of it is run or fetched.

    Example:
        >>> words("<p>It <b>fell</b> &amp; rose.</p><p>Twice.</p>")
        'It fell & rose.\nTwice.'
    """
    lines = _CELL.sub(" ", _BLOCK.sub("\n", _HIDDEN.sub("", text))).split("\n")
    plain = (" ".join(unescape(_TAG.sub("", line)).split()) for line in lines)
    return "\n".join(line for line in plain if line)
