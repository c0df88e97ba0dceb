"""Texts that need quotation marks, and quotation marks that need their other half."""

from __future__ import annotations

from argmap.native.scalars import brief, escaped, quoted
from argmap.native.yaml.mending.lines import continued_lines, end_of_quote, entry_of, opened_at, signs
from argmap.native.yaml.mending.trouble import Repair, Trouble

_LOOK_BACK = 50
_SPECIAL = "[]{},#&*!|>%@`\"'-?:"


def open_quote(t: Trouble) -> Repair | None:
    """A quotation mark that is never closed, or closed by the next one to come."""
    if "quoted scalar" in t.context and t.opened and ("end of stream" in t.problem or "indicator" in t.problem):
        number, column = t.opened
    else:
        above = _left_open(t)
        if above is None:
            return None
        number, column = above, entry_of(t.draft.line(above)).start
    line = t.draft.line(number)
    mark, entry = line[column], entry_of(line)
    message = f"the quotation mark {mark} opened here is not closed: write "
    if column != entry.start:  # inside brackets
        end = next((at for at, sign in signs(line, column + 1) if sign != ":"), len(line))
        end = column + len(line[column:end].rstrip())
        return Repair(f"{message}{line[column:end]}{mark}", (number, column, end), ((number, end, end, mark),))
    lines = [number, *continued_lines(t.draft, number, entry.column)]
    end = len(t.draft.line(lines[-1]).rstrip())
    whole = brief(" ".join(t.draft.line(n).strip() for n in lines))
    return Repair(f"{message}{whole}{mark}", (number, column, len(line.rstrip())), ((lines[-1], end, end, mark),))


def long_key(t: Trouble) -> Repair | None:
    """A key in quotation marks that goes on over several lines."""
    line = t.draft.line(t.number)
    before = line[: t.column].rstrip()
    if "mapping values" not in t.problem or before[-1:] not in ("'", '"'):
        return None
    for first in range(t.number - 1, max(-1, t.number - _LOOK_BACK), -1):
        indent = t.draft.indent(first)
        if t.draft.line(first)[indent : indent + 1] != before[-1]:
            continue
        parts = [*(t.draft.line(n).strip() for n in range(first, t.number)), before.strip()]
        key = " ".join(filter(None, parts))
        if end_of_quote(key) != len(key):
            return None
        edits = [(n, 0, len(t.draft.line(n)), "") for n in range(first, t.number)]
        edits.append((t.number, 0, len(before), " " * indent + key))
        place = (first, indent, len(t.draft.line(first).rstrip()))
        return Repair(f"a key stands on one line: write {brief(key)}:", place, tuple(edits))
    return None


def _left_open(t: Trouble) -> int | None:
    """Find the line above whose quotation mark is closed only in this line, which begins with a key of its own."""
    here = entry_of(t.draft.line(t.number))
    if not here.key and not here.dashes:
        return None
    for number in range(t.number - 1, max(-1, t.number - _LOOK_BACK), -1):
        entry = entry_of(t.draft.line(number))
        if entry.value[:1] in ("'", '"') and end_of_quote(entry.value) is None:
            before = t.draft.text(number, t.number)[entry.start :]
            mark = t.draft.line(t.number).find(entry.value[0], here.start)
            return number if end_of_quote(before) is None and 0 <= mark <= t.column else None
    return None


def escape(t: Trouble) -> Repair | None:
    """A backslash in double quotes that begins no escape."""
    if "escape" not in t.problem and "hexdecimal" not in t.problem and "hexadecimal" not in t.problem:
        return None
    back = t.draft.line(t.number).rfind("\\", 0, t.column + 1)
    if back < 0:
        return None
    message = r"in double quotes a backslash begins an escape: write \\ for a backslash"
    return Repair(message, (t.number, back, back + 2), ((t.number, back, back, "\\"),))


def needs_quotes(t: Trouble) -> Repair | None:
    """A text that YAML takes for something else: it holds ``: ``, or begins with a special character."""
    line = t.draft.line(t.number)
    entry = entry_of(line)
    is_key = entry.key or entry.dashes or entry.start
    if not entry.value or not is_key or t.column < entry.start or opened_at(line, entry.start, t.column):
        return None
    first = entry.value[0]
    if first in "\"'":
        end = end_of_quote(entry.value)
        if end is None or end == len(entry.value):
            return None
        inside = entry.value[-1] == first and entry.value[end].isalnum()
        reason = "the text holds its own quotation mark" if inside else "the text goes on after its quotation mark"
        return in_quotes(t, t.number, reason, strip=inside)
    holds_key = entry.dashes and not entry.key and ": " in entry.value
    if holds_key or ("mapping values" in t.problem and (entry.key or entry.dashes)):
        ends = entry.value[-1] == ":" and ": " not in entry.value
        return in_quotes(t, t.number, "the text ends with ':'" if ends else "the text holds ': '")
    if first in _SPECIAL:
        return in_quotes(t, t.number, f"the text begins with {first!r}")
    return None


def in_quotes(t: Trouble, number: int, reason: str, *, strip: bool = False, place: int | None = None) -> Repair:
    """Put the value of a line, with the lines it goes on in, into quotation marks."""
    draft, line = t.draft, t.draft.line(number)
    entry = entry_of(line)
    parts = [(number, entry.start, entry.start + len(entry.value))]
    parts += [(n, draft.indent(n), len(draft.line(n).rstrip())) for n in continued_lines(draft, number, entry.column)]
    texts = [draft.line(n)[start:end] for n, start, end in parts]
    if strip:  # its own quotation marks, which stand in the first line
        texts[0] = texts[0][1:-1]
    whole = quoted(" ".join(texts))
    if whole[0] == '"':
        texts = [escaped(text) for text in texts]
    texts[0] = whole[0] + texts[0]
    texts[-1] += whole[0]
    message = f"{reason}, so it needs quotes: write {line[: entry.start].strip()} {brief(whole)}"
    edits = tuple((*part, text) for part, text in zip(parts, texts, strict=True))
    shown = next((part for part in parts if part[0] == place), parts[0])
    return Repair(message, shown, edits)
