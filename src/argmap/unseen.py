"""What cannot be seen in a text, and writing it so that it can."""

from __future__ import annotations

import re

_LAST_TWO = "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17))
UNSEEN = (
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    r"\xad\u115f\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a"
    rf"\U000e0001-\U000e007f\ufdd0-\ufdef\ufffe\uffff{_LAST_TWO}]"
)
"""What has no shape of its own, as a regular expression.

These are controls, line ends, turns of direction and half characters; what is there and not seen, such as letters of
tags, fillers, soft hyphens and joints without width; and what stands for no character. What scripts are written with
stays: joiners, marks of direction and selectors of variants.
"""

_SHAPELESS = re.compile(UNSEEN)


def visible(text: str) -> str:
    r"""Return a text of others on one line that steers nothing: what has no shape of its own is written as an escape.

    See `UNSEEN`. A terminal obeys control characters, a reader is misled by what turns the direction of writing or
    stands between letters unseen, and a new line may be a command to a build service.

    Example:
        >>> print(visible("A title\n::error::no \x1b[2J\u202e"))
        A title\n::error::no \x1b[2J\u202e
    """
    if text.isascii() and text.isprintable():  # as nearly all are, and told ten times as fast
        return text
    return _SHAPELESS.sub(escaped, text)


def escaped(found: re.Match[str]) -> str:
    """Return the escape of what was found of `UNSEEN`."""
    return found[0].encode("unicode_escape").decode()
