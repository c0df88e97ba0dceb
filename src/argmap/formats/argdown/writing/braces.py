"""Values to YAML on one line, as in Argdown's data in braces."""

from __future__ import annotations

import json
import re
from typing import Any

from argmap.formats.argdown.syntax.values import plain_value

_PLAIN = re.compile(r"[^\W\d_][\w-]*(?: (?:[>+] )?[\w-]+)*\Z", re.ASCII)
_RISKY = re.compile("[}=\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|@(?=include)")


def flow(value: Any) -> str:
    r"""Return a value on one line; braces and ``=`` inside texts are escaped, for Argdown gives them a meaning.

    Example:
        >>> flow({"cite": 'memo "a … b"', "tags": ["x", "12"], "implicit": True})
        '{cite: "memo \\"a … b\\"", tags: [x, "12"], implicit: true}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    if value is None or isinstance(value, (bool, int, float)):
        return json.dumps(value)
    return scalar(value)


def scalar(text: str) -> str:
    """Return a text, in quotation marks where it could be taken for something else."""
    if _PLAIN.match(text) and plain_value(text) == text:
        return text
    escaped = text.encode("utf-8", "replace").decode()
    return _RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(escaped, ensure_ascii=False))
