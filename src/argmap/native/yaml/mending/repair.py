"""What can be wrong with YAML: each slip with its name, its place, and what to write instead.

A repair need not guess what the author meant. It makes the line readable, so that the slips after it are found too.
"""

from __future__ import annotations

from argmap.native.yaml.mending import brackets, quotes, structure
from argmap.native.yaml.mending.trouble import Repair, Trouble, dropped

_ATTEMPTS = (
    structure.tab,
    quotes.long_key,
    quotes.open_quote,
    quotes.escape,
    structure.dash,
    brackets.bracket,
    brackets.item,
    quotes.needs_quotes,
    structure.no_space,
    structure.no_colon,
    structure.continued,
    structure.out_of_line,
    structure.stray,
)
_MOST_EDITS = 4
_LONGEST_LINE = 100_000


def repair(trouble: Trouble) -> Repair:
    """Name the slip at a place where the parser stopped, and say how to go on."""
    draft, number = trouble.draft, trouble.number
    while draft.is_blank(number) and number:
        number -= 1
    for attempt in _ATTEMPTS if len(draft.line(number)) < _LONGEST_LINE else ():
        repaired = attempt(trouble)
        if repaired is not None and all(draft.edits(edit[0]) < _MOST_EDITS for edit in repaired.edits):
            return repaired
    return _given_up(trouble, number)


def _given_up(t: Trouble, number: int) -> Repair:
    """What has no name of its own: the line is left out."""
    if "flow" in t.context and t.opened:
        char = t.draft.line(t.opened[0])[t.opened[1] : t.opened[1] + 1]
        message = f"the bracket {char} opened in line {t.opened[0] + 1} is not closed, or a text inside it needs quotes"
    elif t.draft.line(number).startswith("%"):
        message = "a line cannot begin with %: indent a text that goes on, and quote one that begins with it"
    elif "document start" in t.problem:
        message = "the document has ended above, but more follows"
    else:
        message = f"this cannot be read here: check its quotation marks and its indentation ({t.problem})"
    return dropped(t, number, message)
