"""The front matter of a Markdown file: what programs read before the text begins."""

from __future__ import annotations

import re

_KEY = re.compile(r"\s*(?:#.*\n\s*)*[\w-]+\s*[:=]")
_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
_TITLE = re.compile(r"""title\s*+[:=]\s*+(["']?)(.+?)\1$""", re.IGNORECASE)


def without_front_matter(source: str) -> tuple[str, str | None, bool]:
    r"""Return a Markdown file without its front matter, the title that this states, and whether there was one.

    Example:
        >>> without_front_matter("---\ntitle: 'The wells'\n---\nDry.")
        ('Dry.', 'The wells', True)
        >>> without_front_matter("---\nDry.")
        ('---\nDry.', None, False)
    """
    lines = source.removeprefix("\ufeff").split("\n")
    ends = _ENDS.get(lines[0].rstrip(), ())
    last = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in ends), 0)
    if not last or not _KEY.match("\n".join(lines[1:last])):
        return source, None, False
    titles = (match[2].strip() for line in lines[1:last] if (match := _TITLE.match(line.rstrip())))
    return "\n".join(lines[last + 1 :]), next(titles, None), True
