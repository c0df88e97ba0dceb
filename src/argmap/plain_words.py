"""What an evaluation says, in words for who reads about it first: the same in pages and in reports.

What the modifiers of a standing mean is in `argmap.evaluation.prospects.modifiers`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from attrs import evolve

from argmap.evaluation.labels import Grade, Standing
from argmap.evaluation.verdict import Verdict
from argmap.evaluation.why import Why
from argmap.evidence.locks.changes import Change
from argmap.evidence.passages.resolution import Outcome, Resolution
from argmap.model.findings import Finding
from argmap.wording import changed_words, counted

STANDINGS = {
    Standing.ACCEPTED: "it stands against all that is put forward against it in this map",
    Standing.UNDECIDED: "reasons for it and against it stand, and nothing in this map settles which prevail",
    Standing.REJECTED: "it has support, but is beaten by something that stands, or its support does not stand",
    Standing.UNSUPPORTED: "no complete chain of reasons leads from it to evidence",
}
GRADES = {
    Grade.INDEPENDENT: "the passage is there, in another source than the analysed text",
    Grade.UNVERIFIED: "another source is named for it, but nobody could look the passage up",
    Grade.OWN_WORD: "it is the word of the author, in the analysed text or in another by the same author or publisher",
    Grade.ASSUMED: "it is declared as an assumption",
    Grade.DISPUTED: "the passage is there, but quoted so that it misleads; no ground until a person has looked",
}
REJECTIONS = {
    "beaten": "something that stands speaks against it, and beats it",
    "support-lost": "it is supported, but what it rests on does not stand",
    "too-weak": "what it rests on is too weak for what is asked of it",
}
"""Why something is rejected, by the word for its reason."""

STATES = {
    Outcome.VERIFIED: "found in the source",
    Outcome.MOVED: "found in the source, at another place than when it was recorded",
    Outcome.CONTEXT_CHANGED: "found in the source, but what stands around it has changed",
    Outcome.FUZZY: "found in the source, but with other words than when it was recorded",
    Outcome.AMBIGUOUS: "stands at several places of the source",
    Outcome.MISSING: "not found in the source",
    Outcome.SOURCE_ABSENT: "not looked up: the text of the source is not at hand",
    Outcome.UNKNOWN_SOURCE: "not looked up: there is no record of the source",
    Outcome.WHOLE_SOURCE: "no passage is named",
}


def standing(verdict: Verdict) -> str:
    """Say what the standing of a statement means; of a rejected one, whether it is beaten or lost its support."""
    is_rejected = verdict.standing is Standing.REJECTED
    return REJECTIONS[verdict.why.reason] if is_rejected else STANDINGS[verdict.standing]


def ground(verdict: Verdict) -> str:
    """Say on what a statement rests: by its best line that stands, and by a better one that does not.

    ``own word``; ``own word (independent, but that line does not stand)``; ``nothing yet``.
    """
    grade, upright = verdict.grade, verdict.stands_on
    if grade is None:
        return "nothing yet"
    if upright is grade or verdict.standing is Standing.UNSUPPORTED:
        return str(grade)
    fallen = f"{grade}, but that line does not stand"
    return f"{upright} ({fallen})" if upright else fallen


Called = Callable[[str, str], str]
"""Gives the words that a reader knows something by: what it is (``statement``, ``source`` or ``step``), and its id."""

_STATEMENTS = ("statement", "leaf", "assumption")
_CITATIONS = ("citation", "counter-citation")
_QUOTED = re.compile(r"'([^'\s]++)'")


def renamed(why: Why, called: Called) -> Why:
    """Return a reason and all that it rests on with the names of readers, as far down as it is looked into.

    The ids of citations that support stay as they are: by them, what is said against one is known.
    """
    is_cited = why.kind in _CITATIONS
    kind = "statement" if why.kind in _STATEMENTS else "step"
    return evolve(
        why,
        id=why.id if why.kind == "citation" else called(kind, why.id),
        names=tuple(called("source" if is_cited else "statement", name) for name in why.names),
        children=lambda: [renamed(child, called) for child in why.children],
        also=lambda: [renamed(each, called) for each in why.also],
    )


def titled(message: str, titles: Mapping[str, str]) -> str:
    """Return a message in which statements are named by what they are called, where it names them by their ids.

    Example:
        >>> titled("nothing is offered for 'the-rain': add 'cite:'", {"the-rain": "The rain"})
        "nothing is offered for “The rain”: add 'cite:'"
    """
    return _QUOTED.sub(lambda quoted: f"“{titles[quoted[1]]}”" if quoted[1] in titles else quoted[0], message)


def unread(errors: Sequence[Finding]) -> str:
    """Say that part of a map may not have been read, and why; nothing where there is no error.

    Args:
        errors: Those that reading found, in the order of the file.

    Example:
        >>> from argmap.model.findings import Severity
        >>> unread([Finding("AM001", "syntax", Severity.ERROR, "a ':' is missing after 'nodes': write nodes:", line=2)])
        "Part of this map may not have been read. Line 2: a ':' is missing after 'nodes': write nodes:"
    """
    if not errors:
        return ""
    more = f" ({counted(len(errors) - 1, 'more error')}: argmap check lists all)" if len(errors) > 1 else ""
    return f"Part of this map may not have been read. Line {errors[0].line}: {errors[0].message}{more}"


def changed(change: Change, source: Callable[[str], str]) -> str:
    """Say what has changed.

    Args:
        change: What did.
        source: Gives the words that a reader knows a source by.
    """
    cited, resolution = change.cited, change.resolution
    if cited is None or resolution is None:
        return "it, its reasons or what it cites is not what was reviewed"
    quote = f", “{cited.selector.quote}”" if cited.selector else ""
    return f"{source(cited.source)}{quote}: {_how(resolution)}"


def _how(resolution: Resolution) -> str:
    if resolution.outcome is Outcome.MISSING:
        return "it is no longer there"
    if resolution.says_otherwise:
        return changed_words(resolution.lost, resolution.gained, resolution.replaced)
    if resolution.outcome is Outcome.CONTEXT_CHANGED:
        return "it stands in other surroundings now"
    return "its words have changed"
