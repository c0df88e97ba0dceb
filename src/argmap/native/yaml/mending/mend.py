"""Mending YAML that its parser refuses: find where it stops, name the slip, repair it there, and read on.

Reading on begins at the piece that was mended, so that a long file with many slips is read about twice, not once for
every slip. A piece is an entry of a top-level key, such as one statement: a quotation mark that one piece leaves open
is found in that piece, and not where the next quotation mark happens to stand.
"""

from __future__ import annotations

from argmap.flaws import Flaws
from argmap.native.tree import TOO_DEEP
from argmap.native.yaml.events import DEPTH, events, refusals
from argmap.native.yaml.mending.draft import Draft
from argmap.native.yaml.mending.lines import entry_of
from argmap.native.yaml.mending.repair import repair
from argmap.native.yaml.mending.trouble import Trouble
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import LineIndex, Span

_MOST = 200
_LOOK_BACK = 20


def mend(text: str, flaws: Flaws) -> Draft | None:
    """Repair a text until it is YAML.

    Args:
        text: What is not YAML.
        flaws: Where each repair is noted.

    Returns:
        The repaired text, which the parser has read from beginning to end, or None when there is no repairing it.
    """
    draft = Draft(LineIndex(text))
    first, patience = 0, 8 * len(text) + 4_000_000
    for _ in range(_MOST):
        trouble = _trouble(draft, first)
        if trouble is None and first == 0:
            return draft
        if trouble is None:
            first = 0
            continue
        first, trouble = _nearest(draft, first, trouble)
        if not trouble.is_known:
            _refuse(trouble, flaws)
            return None
        mended = repair(trouble)
        number, start, end = mended.place
        flaws.add(SYNTAX, mended.message, draft.written_span(number, start, max(start, end)))
        for edit in mended.edits:
            draft.replace(*edit)
        patience -= trouble.read + len(text) // 8
        if not mended.edits or patience < 0:
            break
    last = flaws.found[-1].span or Span(0, 0)
    flaws.add(SYNTAX, "there may be more slips: mend those that are reported, and check again", last)
    return None


def _trouble(draft: Draft, first: int, last: int | None = None) -> Trouble | None:
    """Read the document, or some entries of it under a key of their own, and say where the parser stops, if it does."""
    head = "x:\n" if first and draft.indent(first) else ""
    latest = None
    try:
        for event in events(head + draft.text(first, last)):
            latest = event
    except refusals() as error:
        opened = getattr(error, "context_mark", None)
        mark = getattr(error, "problem_mark", None) or opened or getattr(latest, "end_mark", None)
        offset = max(0, mark.index - len(head)) if mark else 0
        number, column = _within(draft, draft.find(first, offset), last)
        start = _within(draft, draft.find(first, max(0, opened.index - len(head))), last) if opened else None
        problem = getattr(error, "problem", None) or str(error)
        return Trouble(draft, number, column, problem, getattr(error, "context", None) or "", start, offset)
    return None


def _within(draft: Draft, place: tuple[int, int], last: int | None) -> tuple[int, int]:
    """Return a line and column, or the end of the piece that was read where they are behind it."""
    return place if last is None or place[0] < last else (last - 1, len(draft.line(last - 1)))


def _refuse(trouble: Trouble, flaws: Flaws) -> None:
    """Say that there is no reading on; what to write instead is not known."""
    message = f"the YAML parser stops here, and the file is not read: {trouble.problem}"
    start = trouble.draft.written_span(trouble.number, trouble.column, trouble.column).start
    flaws.add(SYNTAX, TOO_DEEP if DEPTH in trouble.problem else message, Span(start, start + 1))


def _nearest(draft: Draft, first: int, trouble: Trouble) -> tuple[int, Trouble]:
    """Find the piece that is to blame, read alone, and where it starts; else where the parser stopped."""
    start = draft.piece(trouble.number, first)
    again = first
    for _ in range(_LOOK_BACK):
        alone = _trouble(draft, start, draft.next_piece(start))
        if alone is not None:
            return start, alone
        if start <= first:
            break
        start = draft.piece(start - 1, first)
        if again == first and entry_of(draft.line(start)).key:
            again = start  # what is wrong between two pieces is seen again only if the one before is read too
    return again, trouble
