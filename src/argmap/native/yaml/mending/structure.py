"""Lines out of line: tabs, keys without a colon or a space, entries that line up with nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.native.fields import KINDS, KNOWN
from argmap.native.yaml.mending.draft import Draft
from argmap.native.yaml.mending.lines import Entry, block, entry_of
from argmap.native.yaml.mending.quotes import in_quotes
from argmap.native.yaml.mending.trouble import Repair, Trouble, dropped

_NO_SPACE = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[\w-]+):(?=\S)")
_NO_DASH = re.compile(r"(?P<indent>[ ]*)-(?=[\w\"'{\[])")
_NO_COLON = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[\w-]+)(?=[ ]|$)")
_LOOK_BACK = 5_000
_TABS = re.compile(r"[ ]*\t[ \t]*(?=[^\s#])")

_TELLING = {*KINDS, "about", "because", "cite", "groups", "nodes", "sources", "title"}
"""Keys at the beginning of a line that are meant as keys even without a colon; ``but`` and ``from`` may not be."""


def tab(t: Trouble) -> Repair | None:
    """Tabs where YAML wants spaces, in this line and all others."""
    match = _TABS.match(t.draft.line(t.number))
    if match is None:
        return None
    indent, entry = match[0], entry_of(t.draft.line(t.number).lstrip())
    columns = _columns(t.draft, t.number)
    widths = [width for width in (2, 4, 8) if len(indent.expandtabs(width)) in columns]
    width = min(widths, key=lambda w: _depth(entry, len(indent.expandtabs(w)), t), default=2)
    tabbed = {n: found[0] for n in range(len(t.draft)) if (found := _TABS.match(t.draft.line(n)))}
    others = f" (in {len(tabbed)} lines)" if len(tabbed) > 1 else ""
    edits = tuple((n, 0, len(tabs), tabs.expandtabs(width)) for n, tabs in tabbed.items())
    return Repair(f"a tab cannot indent YAML: use spaces{others}", (t.number, 0, len(indent)), edits)


def dash(t: Trouble) -> Repair | None:
    """``-b`` among items of a list: a space is missing."""
    for number in _suspects(t):
        match = _NO_DASH.match(t.draft.line(number))
        above = next((n for n in range(number - 1, -1, -1) if not t.draft.is_blank(n)), None)
        if match and above is not None and t.draft.line(above).startswith(f"{match['indent']}- "):
            at = match.end()
            message = f"a space is missing after '-': write - {t.draft.line(number)[at:].rstrip()}"
            return Repair(message, (number, at - 1, len(t.draft.line(number).rstrip())), ((number, at, at, " "),))
    return None


def no_space(t: Trouble) -> Repair | None:
    """``claim:text``: a space is missing."""
    for number in _suspects(t):
        line = t.draft.line(number)
        match = _NO_SPACE.match(line)
        if match and match["key"] in KNOWN:
            end = match.end()
            message = f"a space is missing after '{match['key']}:': write {line[:end].strip()} {line[end:].rstrip()}"
            return Repair(message, (number, match.start("key"), end), ((number, end, end, " "),))
    return None


def no_colon(t: Trouble) -> Repair | None:
    """``claim text``, or an id above what it has: a colon is missing."""
    if "could not find expected ':'" not in t.problem and "mapping values" not in t.problem:
        return None
    for number in _suspects(t):
        line = t.draft.line(number)
        match = _NO_COLON.match(line)
        level = t.draft.indent(number) <= t.draft.indent(t.number)
        telling = match and (match["key"] in _TELLING or _heads(t.draft, number, match["key"]))
        if match and telling and level and entry_of(line).key is None:
            end = match.end()
            message = f"a ':' is missing after {match['key']!r}: write {line[:end].strip()}:{line[end:].rstrip()}"
            return Repair(message, (number, match.start("key"), end), ((number, end, end, ":"),))
    return None


def _heads(draft: Draft, number: int, key: str) -> bool:
    """Tell whether a word stands alone in its line, above an entry that is indented deeper."""
    indent = draft.indent(number)
    below = next(block(draft, number, indent), None)
    return below is not None and draft.line(number).strip() == key and entry_of(draft.line(below)).key in KNOWN


def _suspects(t: Trouble) -> Iterator[int]:
    """Return the lines that may hold the slip: where the parser began, where it stopped, and the one above."""
    if t.opened and "simple key" in t.context:
        yield t.opened[0]
    yield t.number
    yield next((n for n in range(t.number - 1, 0, -1) if not t.draft.is_blank(n)), 0)


def continued(t: Trouble) -> Repair | None:
    """A second line of a text that holds ``: ``, or an entry that is indented too deep."""
    if t.context or "not allowed" not in t.problem:
        return None
    indent = t.draft.indent(t.number)
    above = range(t.number - 1, max(-1, t.number - 50), -1)
    owner = next((n for n in above if not t.draft.is_blank(n) and t.draft.indent(n) < indent), None)
    if owner is None:
        return None
    entry, above_it = entry_of(t.draft.line(t.number)), entry_of(t.draft.line(owner))
    if entry.key in KNOWN or entry.dashes or not above_it.value:
        return _moved(t, t.number, above_it.column)
    if above_it.value[0] in "\"'[{|>":
        return None
    return in_quotes(t, owner, "the text goes on in this line and holds ': '", place=t.number)


def out_of_line(t: Trouble) -> Repair | None:
    """An entry that begins in a column where none of its neighbours does, or that is of another sort than they."""
    if not t.problem.startswith(("did not find expected key", "did not find expected '-'", "expected <block end>")):
        return None
    indent = t.draft.indent(t.number)
    if t.column != indent:
        return None
    columns = _columns(t.draft, t.number)
    entry = entry_of(t.draft.line(t.number))
    if indent not in columns:
        return _moved(t, t.number, min(columns, key=lambda column: (abs(column - indent), _depth(entry, column, t))))
    if entry.dashes:
        message = "this item stands beside keys: a list begins below its key, which has no other value"
    else:
        message = "this line stands beside the items of a list: begin it with '- ', or line it up with a key"
    return dropped(t, t.number, message)


def _columns(draft: Draft, number: int) -> set[int]:
    """Return the columns in which an entry may begin at a line: those of the entries above it that are open."""
    columns, least = {0}, len(draft.line(number))
    for above in range(number - 1, max(-1, number - _LOOK_BACK), -1):
        indent = draft.indent(above)
        if least == 0:
            break
        if indent < least and not draft.is_blank(above):
            columns |= {indent, entry_of(draft.line(above)).column}
            least = indent
    return columns


def _depth(entry: Entry, column: int, t: Trouble) -> int:
    """Rank a column for an entry: known keys stand deep, ids at the first step."""
    return -column if entry.key in KNOWN or entry.dashes else abs(column - t.draft.step)


def _moved(t: Trouble, number: int, column: int) -> Repair:
    """Line up an entry, and all that is in it."""
    indent = t.draft.indent(number)
    spaces = f"{column} space{'s' if column != 1 else ''}"
    message = f"this line does not line up with its neighbours: indent it by {spaces}, not {indent}"
    edits = [(number, 0, indent, " " * column)]
    for n in block(t.draft, number, indent) if column < indent else ():
        deep = t.draft.indent(n)
        edits.append((n, 0, deep, " " * (deep + column - indent)))
    return Repair(message, (number, indent, len(t.draft.line(number).rstrip())), tuple(edits))


def stray(t: Trouble) -> Repair | None:
    """A line that is neither ``key: value`` nor ``- item``."""
    if "could not find expected ':'" not in t.problem:
        return None
    number = t.opened[0] if t.opened else t.number
    shown = t.draft.line(number).strip()
    shown = shown if len(shown) <= 40 else shown[:40] + "…"
    return dropped(
        t, number, f"{shown!r} is neither 'key: value' nor '- item'; indent a text that goes on deeper than its key"
    )
