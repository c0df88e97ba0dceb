"""``@include(other.argdown)``: the text of other files of the project, put in place of the words that name them."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path

from attrs import frozen

from argmap.flaws import Flaws
from argmap.root import project_root
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

DIRECTIVE = re.compile(r"@include\(([^()\n]+)\)")
LARGEST = 16 * 2**20
_SUFFIXES = (".argdown", ".ad")
_DEEPEST = 20


@frozen
class Included:
    """A text with other files put into it.

    Attributes:
        text: The whole.
        starts: Offsets at which its pieces begin.
        pieces: For each, where it begins in the file itself, and whether it comes from there and not from another.
    """

    text: str
    starts: list[int]
    pieces: list[tuple[int, int, bool]]

    def place(self, span: Span) -> Span:
        """Give the place in the file itself; for what comes from another file, that of the words that name it."""
        start, inside = self._offset(span.start)
        end, _ = self._offset(span.end)
        if not inside:
            piece = self.pieces[bisect_right(self.starts, span.start) - 1]
            return Span(piece[0], piece[1])
        return Span(start, max(start, end))

    def _offset(self, offset: int) -> tuple[int, bool]:
        number = bisect_right(self.starts, offset) - 1
        start, end, own = self.pieces[number]
        return (start + offset - self.starts[number], True) if own else (end, False)


def include(text: str, file: str, flaws: Flaws) -> Included:
    """Put the files that a text names into it; what cannot be included is a finding, and left out.

    Args:
        text: The text.
        file: Its path; included files stand beside it or elsewhere in its project, never outside.
        flaws: Where flaws are noted.
    """
    parts: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int, bool]] = []
    length = last = 0
    budget = [LARGEST]
    for found in DIRECTIVE.finditer(text):
        other = _read(found[1], file, budget, Span(*found.span()), flaws)
        for part, piece in ((text[last : found.start()], (last, found.start(), True)), (other, (*found.span(), False))):
            parts.append(part)
            starts.append(length)
            pieces.append(piece)
            length += len(part)
        last = found.end()
    return Included("".join([*parts, text[last:]]), [*starts, length], [*pieces, (last, len(text), True)])


def _read(name: str, file: str, budget: list[int], place: Span, flaws: Flaws) -> str:
    """Give the text of a file with all that it includes; none where it cannot be read."""
    if file in ("", "-"):
        flaws.add(WRONG_VALUE, f"{name!r} cannot be included: this text is no file, and has none beside it", place)
        return ""
    try:
        return _expanded(name, Path(file).parent, project_root(Path(file).resolve()), budget, (Path(file).resolve(),))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        flaws.add(WRONG_VALUE, f"{name!r} cannot be included: {reason[:1].lower()}{reason[1:]}", place)
        return ""


def _expanded(name: str, folder: Path, root: Path, budget: list[int], above: tuple[Path, ...]) -> str:
    path = (folder / name.strip().strip("\"'")).resolve()
    if not path.is_relative_to(root):
        raise ValueError("it lies outside the project")
    if path.suffix.lower() not in _SUFFIXES:
        raise ValueError("only .argdown and .ad files can be")
    if path in above or len(above) > _DEEPEST:
        raise ValueError("it includes itself")
    budget[0] -= path.stat().st_size
    if budget[0] < 0:
        raise ValueError("the included files are too large")
    text = path.read_text(encoding="utf-8-sig")
    return DIRECTIVE.sub(lambda found: _expanded(found[1], path.parent, root, budget, (*above, path)), text)
