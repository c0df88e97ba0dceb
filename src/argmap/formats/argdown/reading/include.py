"""``@include(other.argdown)``: the text of other files of the project, put in place of the words that name them."""

from __future__ import annotations

import re
from pathlib import Path

from argmap import files
from argmap.errors import ReadError
from argmap.flaws import Flaws
from argmap.root import project_root
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Edit, OffsetMap, Span, apply_edits

DIRECTIVE = re.compile(r"@include\(([^()\n]+)\)")
LARGEST = 16 * 2**20
_LEAST = 4096  # bytes that a file counts for, however short it is: two files can name each other thousands of times
_SUFFIXES = (".argdown", ".ad")
_DEEPEST = 20


def include(text: str, file: str, flaws: Flaws) -> tuple[str, OffsetMap]:
    """Put the files that a text names into it; what cannot be included is a finding, and left out.

    Args:
        text: The text.
        file: Its path; included files stand beside it or elsewhere in its project, never outside.
        flaws: Where flaws are noted.

    Returns:
        The whole text, and where it comes from: what is of another file comes from the words that name that file.
    """
    budget = [LARGEST]
    edits = []
    for found in DIRECTIVE.finditer(text):
        span = Span(*found.span())
        edits.append(Edit(span, _read(found[1], file, budget, span, flaws)))
    return apply_edits(text, edits), OffsetMap.of(edits)


def _read(name: str, file: str, budget: list[int], span: Span, flaws: Flaws) -> str:
    """Return the text of a file with all that it includes; none where it cannot be read."""
    if file in ("", "-"):
        flaws.add(WRONG_VALUE, f"{name!r} cannot be included: this text is no file, and has none beside it", span)
        return ""
    try:
        return _expanded(name, Path(file).parent, project_root(Path(file).resolve()), budget, (Path(file).resolve(),))
    except (OSError, ValueError, ReadError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        flaws.add(WRONG_VALUE, f"{name!r} cannot be included: {reason[:1].lower()}{reason[1:]}", span)
        return ""


def _expanded(name: str, folder: Path, root: Path, budget: list[int], above: tuple[Path, ...]) -> str:
    path = (folder / name.strip().strip("\"'")).resolve()
    if not path.is_relative_to(root):
        raise ValueError("it lies outside the project")
    if path.suffix.lower() not in _SUFFIXES:
        raise ValueError("only .argdown and .ad files can be")
    if path in above or len(above) > _DEEPEST:
        raise ValueError("it includes itself")
    budget[0] -= max(_LEAST, files.regular(path).stat().st_size)
    if budget[0] < 0:
        raise ValueError("too much is included")
    text = path.read_text(encoding="utf-8-sig")
    return DIRECTIVE.sub(lambda found: _expanded(found[1], path.parent, root, budget, (*above, path)), text)
