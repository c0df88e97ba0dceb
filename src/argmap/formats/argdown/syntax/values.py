"""YAML scalars without quotation marks to values, and values back to text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

_INTEGER = re.compile(r"[-+]?(?:0b[01]+|0x[0-9a-fA-F]+|0o[0-7]+|[0-9]+)\Z")
_FLOAT = re.compile(
    r"(?:[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?|"
    r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
)
_TIMESTAMP = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?\Z"
)
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_BASES = {"0b": 2, "0x": 16, "0o": 8}
_MOST_DIGITS = 4000


def plain_value(text: str) -> Any:
    """Return the value of a YAML scalar without quotation marks.

    Example:
        >>> [plain_value(text) for text in ("no", "true", "10", "2024-05-01", "1e3", "~")]
        ['no', True, 10, '2024-05-01', 1000.0, None]
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return _integer(text)
    if _FLOAT.match(text):
        return _float(text)
    if _TIMESTAMP.match(text):
        return _timestamp(text)
    return text


def _integer(text: str) -> Any:
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("+-")
    base = _BASES.get(digits[:2], 10)
    if len(digits) > _MOST_DIGITS:
        return text
    return sign * int(digits[2:] if base != 10 else digits, base)


def _float(text: str) -> float:
    return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))


def _timestamp(text: str) -> Any:
    try:
        value = datetime.fromisoformat(re.sub(r"[ \t]+", " ", text.strip(), count=1).replace("t", "T"))
    except ValueError:
        return text
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def as_text(value: Any) -> str | None:
    """Return a YAML value as text; None where it is not a scalar.

    Example:
        >>> as_text(12), as_text(True), as_text(["a"])
        ('12', 'true', None)
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, (str, int, float)) else None


def cut_texts(data: Mapping[str, Any], known: Container[str]) -> Iterator[tuple[str, list[str]]]:
    """Go through the texts that their own commas cut: the key of each, and its pieces.

    Example:
        >>> list(cut_texts({"note": "First", "second": None, "third": None, "id": "a"}, ["note", "id"]))
        [('note', ['First', 'second', 'third'])]
    """
    last, pieces = "", list[str]()
    for key, value in (*data.items(), ("", "")):
        if value is None and key not in known and pieces:
            pieces.append(key)
            continue
        if len(pieces) > 1:
            yield last, pieces
        last, pieces = key, [value] if isinstance(value, str) else []


def as_list(value: Any) -> list[Any]:
    """Return a list as it is, and anything else as a list of one."""
    return value if isinstance(value, list) else [value]
