"""What differs between a phrase as it is quoted and the place most like it, in words for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.words import words
from argmap.model.citations import Selector
from argmap.wording import quoted

_ELLIPSIS = re.compile(r"(?<!\s)\s*+(?:[\[(]\s*+(?:…|\.{3})\s*+[\])]|…|\.(?: ?\.){2,})\s*+")
"""An ellipsis as it stands in print: in brackets, without blanks around it, or with blanks between its points."""
ELLIPSIS = "an ellipsis stands between two phrases, with a blank on either side: write"
"""What is said before a passage as it is written."""
_SHOWN = 8
_COMPARED = 60  # words; of longer phrases the place is shown, and not what differs


def misquoted(selector: Selector, there: str) -> str:
    """Say how the place that is most like a passage reads, and what is not as it was quoted.

    Args:
        selector: The passage as it is quoted.
        there: The words of the place.

    Example:
        >>> misquoted(Selector("wells run dry in June"), "wells ran dry in  June")
        "'wells ran dry in June': 'ran' there, where you wrote 'run'"
        >>> misquoted(Selector("Mean speed … 44 streets"), "Mean speed")
        "only 'Mean speed'"
    """
    found = normal_text(there)
    phrases = [normal_text(phrase) for phrase in selector.phrases]
    if found in phrases and (selector.before or selector.after):
        return f"{quoted(found)}, but not between the words around it"
    if found in phrases:
        return f"only {quoted(found)}" if len(phrases) > 1 else quoted(found)
    wrote = max(phrases, key=lambda phrase: _likeness(phrase, found))
    return quoted(_cut(found)) + _difference(wrote, found)


def parted(selector: Selector) -> Selector | None:
    """Return a passage with its ellipses as they are read, between two phrases; None where they are.

    Example:
        >>> parted(Selector("wells...dry")), parted(Selector("wells … dry"))
        (Selector(quote='wells … dry', nth=None), None)
    """
    written = _ELLIPSIS.sub(" … ", selector.quote).strip(" …")
    is_other = written and written != selector.quote.replace(" ... ", " … ")
    return Selector(written, selector.nth) if is_other else None


def _likeness(phrase: str, found: str) -> float:
    shared = {*words(phrase)} & {*words(found)}
    return len(shared) / (len({*words(phrase)}) or 1) or SequenceMatcher(None, phrase[:200], found[:200]).ratio() / 100


def _difference(wrote: str, found: str) -> str:
    ours, theirs = wrote.split(" "), found.split(" ")
    if max(len(ours), len(theirs)) > _COMPARED:
        return ""
    changes = [c for c in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes() if c[0] != "equal"]
    if not changes or (len(changes) == 1 and changes[0][1:] == (0, len(ours), 0, len(theirs))):
        return f", where you wrote {quoted(_cut(wrote))}"
    return ": " + ", ".join(_changes(changes, ours, theirs))


def _changes(changes: Sequence[tuple[str, int, int, int, int]], ours: list[str], theirs: list[str]) -> Iterator[str]:
    for kind, a, b, c, d in changes[:3]:
        mine, its = quoted(" ".join(ours[a:b])), quoted(" ".join(theirs[c:d]))
        if kind == "replace":
            yield f"{its} there, where you wrote {mine}"
        else:
            yield f"with {its}" if kind == "insert" else f"without {mine}"
    if len(changes) > 3:
        yield "and more"


def _cut(text: str) -> str:
    parts = text.split(" ")
    return " ".join(parts[:_SHOWN]) + (" …" if len(parts) > _SHOWN else "")
