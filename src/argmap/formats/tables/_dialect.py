"""Tables as text: which encoding, which mark between cells, and the cells with their places.

Follows RFC 4180, and what spreadsheets do besides: ``sep=;`` in the first line, a mark of the byte order, UTF-16 and
Windows-1252, semicolons where the comma is for decimals, cells with line breaks, rows of different lengths.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from argmap.errors import ConvertError
from argmap.flaws import Flaws, unwritten
from argmap.formats import Writing
from argmap.formats._rows.cells import Cell, Table, note
from argmap.rules.guess_in_reading import RULE as GUESS_IN_READING
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Span

DELIMITERS = ",;\t|"
_SEP = re.compile(r'"?sep=(.)"?(?:\r\n|\n|\r|\Z)', re.IGNORECASE)
_LOOKED_AT = 20_000
_ESCAPED = re.compile("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_TO_ESCAPE = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


@frozen
class Decoded:
    """The text of a file of tables.

    Attributes:
        text: The text, without a mark of the byte order.
        guess: What was guessed of its encoding, in a sentence; empty where the file says it.
    """

    text: str
    guess: str = ""


def decoded(data: bytes) -> Decoded:
    r"""Decode a file as spreadsheets write them; raises `ConvertError` for what is no text.

    Example:
        >>> decoded("text\nGröße".encode("utf-16")).text, decoded("text\nGröße".encode("cp1252")).guess[:36]
        ('text\nGröße', 'this is not UTF-8, and was read as W')
    """
    named = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _without_mark(data)
    try:
        if named is None and b"\0" in data:
            raise ConvertError("this is no table in text: it holds zero bytes; save it as CSV in UTF-8")
        return Decoded(data.decode(named or "utf-8"))
    except UnicodeDecodeError:
        pass
    if named:
        raise ConvertError("this is not the UTF-16 or UTF-8 that it says it is: save it as CSV in UTF-8")
    guess = "this is not UTF-8, and was read as Windows-1252, as Excel writes it: if letters look wrong, save it as"
    text = "".join(map(_windows, data)) if _UNUSED.search(data) else data.decode("cp1252")
    return Decoded(text, f"{guess} 'CSV UTF-8'")


_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UNUSED = re.compile(b"[\x81\x8d\x8f\x90\x9d]")


@cache
def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "replace")


def _without_mark(data: bytes) -> str | None:
    """Return the UTF-16 that a file without a mark of its byte order is in, if every other byte of ASCII is zero."""
    head = data[:2000]
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) > 3 and len(data) % 2 == 0 and zeros.count(0) > 0.8 * len(zeros):
            return name
    return None


def table(flaws: Flaws, delimiter: str | None = None) -> Table:
    """Read the text of a file as one table; what is not closed or stands beside a quotation is noted.

    Args:
        flaws: The text, and where flaws are noted.
        delimiter: The mark between cells, where the ending of the file says it.
    """
    text = flaws.text
    sep = _SEP.match(text)
    start = sep.end() if sep else 0
    mark = sep[1] if sep else delimiter or likely(text)
    rows: list[list[Cell]] = [[]]
    plain = re.compile(rf"[^{re.escape(mark)}\r\n]*")
    at, end = start, len(text)
    while at <= end:
        cell, at = _cell(flaws, at, plain)
        rows[-1].append(cell)
        if at < end and text[at] == mark:
            at += 1
        elif at < end:
            at += 2 if text.startswith("\r\n", at) else 1
            rows.append([])
            if at == end:
                break
        else:
            break
    return Table("", tuple(rows))


def likely(text: str) -> str:
    r"""Return the mark that most likely stands between the cells of a text: the one that the first rows agree on.

    Example:
        >>> likely("id;text\na;Rain, wind and snow\n"), likely("id\ttext\n"), likely("text\nA.\n")
        (';', '\t', ',')
    """
    head = re.sub(r'"(?:[^"]|"")*"', "", text[:_LOOKED_AT])
    lines = [line for line in re.split(r"\r\n|\n|\r", head) if line.strip()][:20]
    if not lines:
        return ","

    def score(mark: str) -> tuple[float, int]:
        first = lines[0].count(mark)
        return (sum(line.count(mark) == first for line in lines) / len(lines) if first else 0, first)

    named = [mark for mark in DELIMITERS if mark in lines[0]]
    return max(named, key=score) if named else ","


def _cell(flaws: Flaws, at: int, plain: re.Pattern[str]) -> tuple[Cell, int]:
    """Read a cell; return it, and where it ends."""
    text = flaws.text
    first = at
    while first < len(text) and text[first] == " ":
        first += 1
    if text.startswith('"', first):
        return _quoted(flaws, first, plain)
    found = plain.match(text, at)
    end = found.end() if found else at
    return Cell(unescaped(text[at:end].strip()), Span(at, end)), end


def _quoted(flaws: Flaws, first: int, plain: re.Pattern[str]) -> tuple[Cell, int]:
    """Read a cell in quotation marks, of which two stand for one."""
    text = flaws.text
    parts: list[str] = []
    at = first + 1
    while True:
        close = text.find('"', at)
        if close < 0:
            end = len(text)
            parts.append(text[at:])
            here = Cell("", Span(first, first + 1))
            note(flaws, SYNTAX, "the quotation mark that opens this cell is never closed: close it, or double it", here)
            break
        parts.append(text[at:close])
        end = close + 1
        if not text.startswith('"', end):
            break
        parts.append('"')
        at = end + 1
    rest = plain.match(text, end)
    beyond = rest[0] if rest else ""
    if beyond.strip():
        here = Cell("", Span(end, end + len(beyond)))
        note(flaws, SYNTAX, "text stands after the quotation mark that closes this cell: double the marks inside", here)
        parts.append(beyond.rstrip())
    end += len(beyond)
    return Cell(unescaped("".join(parts)), Span(first, end)), end


def unescaped(text: str) -> str:
    """Return a text without the apostrophe that keeps a spreadsheet from taking it for a formula.

    Example:
        >>> unescaped("'=1+1"), unescaped("'tis"), unescaped("=1+1")
        ('=1+1', "'tis", '=1+1')
    """
    return text[1:] if text[:1] == "'" and _ESCAPED.match(text) else text


def escaped(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: `unescaped` undoes it.

    Example:
        >>> escaped("=1+1"), escaped("'=1+1"), escaped("It rained.")
        ("'=1+1", "''=1+1", 'It rained.')
    """
    return f"'{text}" if _TO_ESCAPE.match(text) else text


def row(cells: list[str]) -> str:
    """Write a row with commas between its cells."""
    return ",".join(map(_written, cells)) + "\n"


def guess(flaws: Flaws, message: str, cell: Cell) -> None:
    """Note what was guessed."""
    note(flaws, GUESS_IN_READING, message, cell)


def _written(text: str) -> str:
    text = escaped(text)
    if not text or not (_QUOTES.search(text) or text != text.strip()):
        return text
    return '"{}"'.format(text.replace('"', '""'))


_QUOTES = re.compile('[",;\t|\r\n]')


def whole(text: str) -> Writing:
    """Return the writing of a table, without characters that no text file holds, and with a mark for Excel.

    The mark of the byte order says that the text is UTF-8, and is left out where it is ASCII.
    """
    lost = len(_UNWRITABLE.findall(text))
    told = f"{lost:,} characters that no text file can hold are written as \N{REPLACEMENT CHARACTER}"
    clean = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    marked = clean if clean.isascii() else f"\N{ZERO WIDTH NO-BREAK SPACE}{clean}"
    return Writing(marked, unwritten([told] if lost else []))


_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
