"""Text made safe for Graphviz, and the few HTML-like elements that cards are built of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

import graphviz

from argmap.renderers._diagram.bidi import turned
from argmap.text import runs_to_left

PLATE_MARGIN = 5

_RUN = 16_000  # bytes without a break that the scanner of older Graphviz takes

_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # a wrapped line would turn, and not turn back
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_.~-]*").fullmatch
# a bare bracket before a tag puts Graphviz's parser out of step
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "]": "&#93;", "\\": "\\\\"})
_REFERENCES = str.maketrans({"&": "&amp;", '"': "&quot;", "\\": "&#92;" * 4})


def clean(text: str) -> str:
    r"""Put a text on one line, without the characters that no picture can show.

    Control characters, those that turn the direction of writing, lone surrogates and non-characters go; any run of
    white space becomes one space, but a no-break space stays.

    Example:
        >>> clean("Two\n  lines\x07")
        'Two lines'
    """
    if not text.isprintable():
        text = "".join(" " if char in "\t\n\v\f\r\x85\u2028\u2029" else char for char in text if _is_shown(char))
    return " ".join(part for part in text.split(" ") if part)


def _is_shown(char: str) -> bool:
    if char in "\t\n\v\f\r\x85":
        return True
    return unicodedata.category(char) not in ("Cc", "Cs") and char not in _TURNS and ord(char) & 0xFFFE != 0xFFFE


def escape(text: str) -> str:
    r"""Escape a text for an HTML-like label, in which Graphviz passes over line breaks.

    Example:
        >>> print(escape(r'<b> & "\N"'))
        &lt;b&gt; &amp; &quot;\\N&quot;
    """
    return "\n".join(piece.translate(_ENTITIES) for piece in _pieces(text, _RUN // 6))


def plain(text: str) -> str:
    r"""Make a text safe as a value of a DOT attribute that is not HTML-like.

    Graphviz resolves entities in such a value, and then undoubles backslashes twice.

    Example:
        >>> print(plain(r"R&amp;D\N"))
        R&amp;amp;D&#92;&#92;&#92;&#92;N
    """
    safe: str = graphviz.nohtml("\\\n".join(_pieces(clean(text).translate(_REFERENCES), _RUN // 4)))
    return safe


def _pieces(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(0, len(text), size))


def element_id(prefix: str, name: str) -> str:
    """Return the name that something has in DOT, and as its id in SVG: one to one, and safe in both.

    Example:
        >>> element_id("n", "adopt-30"), element_id("n", "a:b")
        ('n-adopt-30', 'n-a%3Ab')
    """
    safe = name if _PLAIN_NAME(name) else quote(name, safe="", errors="surrogatepass")
    return f"{prefix}-{safe}"


def font(text: str, size: float, colour: str, *, bold: bool = False) -> str:
    """Set a line of text, which is escaped here; nothing for none, as Graphviz takes no element without content."""
    if not text:
        return ""
    if runs_to_left(text):
        text = turned(text)
    body = f"<B>{escape(text)}</B>" if bold else escape(text)
    return f'<FONT POINT-SIZE="{size:g}" COLOR="{colour}">{body}</FONT>'


def table(rows: str, attributes: str = "") -> str:
    """Make a table without lines or space of its own."""
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{attributes}>{rows}</TABLE>'


def row(content: str, *, to_right: bool = False) -> str:
    """Make a row of one cell, to the left, or to the right; then the cell is drawn, for SVG to know where it ends."""
    aligned = 'ALIGN="RIGHT" BGCOLOR="transparent"' if to_right else 'ALIGN="LEFT"'
    return f"<TR><TD {aligned}>{content}</TD></TR>"


def gap(height: int) -> str:
    """Make an empty row, so many points high."""
    return f'<TR><TD HEIGHT="{height}"></TD></TR>'


def plate(content: str, colour: str, *, width: int | None = None, line: str | None = None) -> str:
    """Make a filled plate with round corners, and a line around it if that has a colour."""
    attributes = f' STYLE="ROUNDED" BGCOLOR="{colour}"' + (f' WIDTH="{width}"' if width else "")
    side = f'<TD WIDTH="{PLATE_MARGIN}"></TD>'
    made = level(f'{side}<TD ALIGN="LEFT">{content}</TD>{side}', attributes)
    return made.replace('BORDER="0"', f'BORDER="1" COLOR="{line}"', 1) if line else made


def level(cells: str, attributes: str = "") -> str:
    """Set cells of one line as a plate does: a line of text hangs high in its cell, so there is more room above it."""
    return table(f"{gap(4)}<TR>{cells}</TR>{gap(1)}", attributes)
