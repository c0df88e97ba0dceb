"""Brackets that are not closed, and what cannot stand between them."""

from __future__ import annotations

from argmap.native.scalars import brief, quoted
from argmap.native.yaml.mending.draft import Draft
from argmap.native.yaml.mending.lines import end_of_quote, entry_of, opened_at, signs, without_remark
from argmap.native.yaml.mending.quotes import in_quotes
from argmap.native.yaml.mending.trouble import Repair, Trouble

_CLOSING = {"[": "]", "{": "}"}


def bracket(t: Trouble) -> Repair | None:
    """A bracket that is not closed, closed by the wrong one, or that is the first character of a text."""
    number, column = _opened(t)
    line = t.draft.line(number)
    entry = entry_of(line)
    if entry.value[:1] in _CLOSING:
        column = entry.start
    if line[column : column + 1] not in _CLOSING or column < 0:
        return None
    stack: list[str] = []
    for at, sign in signs(line, column):
        if sign in _CLOSING:
            stack.append(_CLOSING[sign])
        elif sign in "]}" and sign != stack[-1]:
            missing = "".join(stack[: stack.index(sign) : -1]) if sign in stack else stack[-1]
            return _closed(number, line, (column, at, at + (sign not in stack)), missing)
        elif sign in "]}":
            stack.pop()
            if not stack:
                is_text = column == entry.start and without_remark(line[at + 1 :]).strip()
                return in_quotes(t, number, f"the text begins with {line[column]!r}") if is_text else None
    last = _last_line(t.draft, number, entry.column, stack)
    if last is None:
        return None
    closing = "".join(reversed(stack))
    if last == number:
        end = entry.start + len(entry.value) if column == entry.start else len(line.rstrip())
        return _closed(number, line, (column, end, end), closing)
    end = len(without_remark(t.draft.line(last)))
    message = f"the bracket {line[column]} opened here is not closed: write {closing} at the end of line {last + 1}"
    return Repair(message, (number, column, column + 1), ((last, end, end, closing),))


def _opened(t: Trouble) -> tuple[int, int]:
    """Return where a bracket may have been opened: a line, and the column, or -1 where the parser does not say."""
    number, column = t.opened if t.opened and "flow" in t.context else (t.number, -1)
    while number and t.draft.is_blank(number):  # where the parser looked for more
        number, column = number - 1, -1
    return number, column


def _closed(number: int, line: str, where: tuple[int, int, int], closing: str) -> Repair:
    column, start, end = where
    mended = brief((line[:start] + closing + line[end:]).strip())
    message = f"the bracket {line[column]} opened here is not closed: write {mended}"
    return Repair(message, (number, column, start), ((number, start, end, closing),))


def _last_line(draft: Draft, number: int, column: int, stack: list[str]) -> int | None:
    """Find the last line of what a line begins in brackets, or None where the brackets are closed there."""
    for n in range(number + 1, len(draft)):
        line = draft.line(n)
        if draft.is_blank(n):
            continue
        if draft.indent(n) <= column and line.lstrip()[:1] not in ("]", "}"):
            break
        for _, sign in signs(line, draft.indent(n)):
            if sign in _CLOSING:
                stack.append(_CLOSING[sign])
            elif sign in "]}" and stack.pop() and not stack:
                return None
        number = n
    return number


def item(t: Trouble) -> Repair | None:
    """A text inside brackets that needs quotes, or a comma too many."""
    line = t.draft.line(t.number)
    entry = entry_of(line)
    inner = opened_at(line, entry.start, t.column)
    if "flow" not in t.context and not inner:
        return None
    if "node content" in t.problem and line[t.column : t.column + 1] == ",":
        place = (t.number, t.column, t.column + 1)
        return Repair("a comma too many: delete it", place, ((*place, ""),))
    marks = list(signs(line, entry.start))
    before = "[{,:" if inner[-1:] == "{" or "mapping" in t.context else "[{,"
    start = max((i + 1 for i, c in marks if i < t.column and c in before), default=entry.start)
    end = min((i for i, c in marks if i >= max(t.column, start) and c in ",]}"), default=len(line))
    written = line[start:end].strip()
    if not written or end_of_quote(written) == len(written):
        return None
    start += len(line[start:end]) - len(line[start:end].lstrip())
    place = (t.number, start, start + len(written))
    message = f"inside brackets this text needs quotes: write {brief(quoted(written))}"
    return Repair(message, place, ((*place, quoted(written)),))
