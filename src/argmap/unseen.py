"""What cannot be seen in a text, and writing it so that it can."""

from __future__ import annotations

import re

UNSEEN = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
"""What has no shape of its own, as a regular expression: controls, line ends, turns of direction, half characters."""

_SHAPELESS = re.compile(UNSEEN)


def visible(text: str) -> str:
    r"""Return a text of others on one line that steers nothing: what has no shape of its own is written as an escape.

    These are control characters, line ends included, what turns the direction of writing, and lone surrogates. A
    terminal obeys the first, a reader is misled by the second, and a new line may be a command to a build service.

    Example:
        >>> print(visible("A title\n::error::no \x1b[2J\u202e"))
        A title\n::error::no \x1b[2J\u202e
    """
    return _SHAPELESS.sub(lambda found: repr(found[0])[1:-1], text)
