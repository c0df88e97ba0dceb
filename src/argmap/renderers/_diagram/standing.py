"""The words on a card for how its statement stands."""

from __future__ import annotations

from argmap.evaluation.labels import Grade, Standing
from argmap.evaluation.verdict import Verdict

# modifier of an accepted statement: its word, the gravest first
_MODIFIERS = {"open-challenge": "open challenge", "contested": "contested", "conditional": "conditional"}

MEANING = {
    "accepted": "stands against all that is put forward against it",
    "unsupported": "rests on nothing yet",
    "circular": "supported only by going round in a circle",
    "rejected": "beaten by what speaks against it, or its support is lost",
    "undecided": "not settled",
    "to weigh": "reasons for and against it both stand",
    "open challenge": "accepted, but an objection without evidence could change this",
    "contested": "accepted, though something supported speaks against it or its reasons",
    "conditional": "accepted, if an assumption is granted",
    "own word": "rests on the author's word alone",
    "disputed": "rests on a disputed quotation",
}
"""What each word means, in the order of gravity."""

TOLD_BY = {
    "unsupported-claim": "unsupported",
    "unsupported-recommendation": "unsupported",
    "circular-support": "circular",
    "rejected-recommendation": "rejected",
    "undecided-recommendation": "undecided",
    "unweighed-trade-off": "to weigh",
    "open-challenge": "open challenge",
}
"""The word that says already what a finding says, by the finding's name."""


def words(verdict: Verdict | None) -> tuple[str, ...]:
    """Return the words for a verdict, the gravest first; none for what is plainly accepted and borne out by others."""
    if verdict is None:
        return ()
    if verdict.standing is Standing.ACCEPTED:
        words = [word for modifier, word in _MODIFIERS.items() if modifier in verdict.modifiers]
    elif verdict.standing is Standing.UNSUPPORTED and "circular" in verdict.modifiers:
        words = ["circular"]
    elif verdict.to_weigh:
        words = ["to weigh"]
    else:
        words = [verdict.standing.value]
    return (*words, verdict.ground.value) if verdict.ground in (Grade.OWN_WORD, Grade.DISPUTED) else tuple(words)


def told(verdict: Verdict | None) -> tuple[str, ...]:
    """Return the words for a verdict where there is room for all: the standing first, then what is on the card."""
    return () if verdict is None else tuple(dict.fromkeys((verdict.standing.value, *words(verdict))))


def is_bare(word: str) -> bool:
    """Tell whether a word says that a statement rests on nothing."""
    return word in ("unsupported", "circular")


def role(word: str) -> str:
    """Return the role in the palette that a word is set in."""
    if word == "own word":
        return "muted"
    return "error" if word in ("unsupported", "circular", "rejected") else "doubt"
