r"""How a text is written in YAML: plain where it is safe, else in the quotation marks that need least.

A text is also quoted where another YAML reader would take it for a number, a date, a truth value or null.
"""

from __future__ import annotations

import re

_SPECIAL_START = re.compile(r"[\-?:,\[\]{}#&*!|>'\"%@`\s=<~]")
_HARMLESS_START = re.compile(r"[\-?:]\S")
_UNSAFE = re.compile(r": |:$|\s#|[\n\r\t\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|  ")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}]|:(?=[\"'?])")
_TYPED = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|~|\.nan|[-+]?\.inf)$|[-+]?[\d.][\d_.,:eExXoO+\-a-fA-FTZtz ]*$|---|\.\.\.",
    re.IGNORECASE,
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]')


def inline(value: str, *, flow: bool = False) -> str:
    r"""Write a text on one line.

    Args:
        value: The text.
        flow: Whether it stands inside brackets or braces.

    Example:
        >>> inline("Mean speed fell."), inline("cost: high"), inline("12"), inline("a, b", flow=True)
        ('Mean speed fell.', '"cost: high"', '"12"', '"a, b"')
        >>> inline('he said "no": twice'), inline("two\nlines")
        ('\'he said "no": twice\'', '"two\\nlines"')
    """
    return value if is_plain(value, flow=flow) else quoted(value)


def quoted(value: str) -> str:
    r"""Put a text into the quotation marks that need the least escaping.

    Example:
        >>> quoted("costs: too high"), quoted('he said "no": twice')
        ('"costs: too high"', '\'he said "no": twice\'')
    """
    if '"' in value and "'" not in value and not _ESCAPED.search(value.replace('"', "").replace("\\", "")):
        return f"'{value}'"
    return f'"{escaped(value)}"'


def escaped(value: str) -> str:
    """Write a text as it stands between double quotation marks."""
    return _ESCAPED.sub(_escape, value)


def brief(value: str, longest: int = 200) -> str:
    """Cut the middle out of a long text, for a message; between words, unless a word is most of what is left.

    Example:
        >>> brief("one two three four", longest=15)
        'one two … four'
        >>> brief("onetwothreefour", longest=9)
        'onetwo … our'
    """
    if len(value) <= longest:
        return value
    start, end = value[: longest * 2 // 3], value[-longest // 3 :]
    words = start.rpartition(" ")[0], end.partition(" ")[2]
    return " … ".join(w if 2 * len(w) >= len(p) else p for w, p in zip(words, (start, end), strict=True))


def is_plain(value: str, *, flow: bool = False) -> bool:
    """Tell whether a text can stand without quotation marks."""
    return not (
        not value
        or value[-1] == " "
        or (_SPECIAL_START.match(value) and not _HARMLESS_START.match(value))
        or (flow and value[0] in "-?:")
        or _UNSAFE.search(value)
        or _TYPED.match(value)
        or (flow and _UNSAFE_IN_FLOW.search(value))
    )


def folded(value: str, width: int) -> list[str] | None:
    """Break a text into lines for a ``>-`` block, or return None where folding would change it."""
    if "  " in value or value != value.strip() or _ESCAPED.search(value.replace('"', "").replace("\\", "")):
        return None
    words, lines = value.split(" "), [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines if len(lines) > 1 else None


def literal(value: str, least: int = 2) -> list[str] | None:
    """Break a text into lines for a ``|-`` block; return None where there are fewer, or a block cannot hold it."""
    lines = value.split("\n")
    plain = value.replace("\n", "").replace('"', "").replace("\\", "")
    if len(lines) < least or lines[0][:1] in ("", " ") or not lines[-1].strip() or _ESCAPED.search(plain):
        return None
    return lines


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    return f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}"
