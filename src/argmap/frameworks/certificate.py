"""Certificates: whether an answer is borne out by the set of arguments that comes with it.

Nothing here is shared with what finds answers. What a set shows can be checked in polynomial time: that it attacks none
of its own, defends itself, holds all it defends, attacks all else. That there is no larger set, or none at all, cannot,
as far as is known: a certificate says so and does not pretend. The witnesses are those that the competition of 2025
asks for: an admissible set around the argument for DC-CO and DC-PR, say.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve, frozen

from argmap.frameworks import conditions
from argmap.frameworks.conditions import Condition
from argmap.frameworks.framework import Framework
from argmap.frameworks.solving.answer import Answer, Outcome
from argmap.wording import quoted

_ADMISSIBLE = (conditions.conflict_free, conditions.defended)
_COMPLETE = (*_ADMISSIBLE, conditions.closed)
_NAIVE = (conditions.conflict_free, conditions.naive)
_CF2 = (conditions.conflict_free, conditions.naive_in_components)
_RIVALS = "that no such set has a larger range"


@frozen
class _Kind:
    """What can be told of the extensions of a semantics.

    Attributes:
        name: What people call them.
        must: What a set must fulfil to be one.
        unshown: What else is true of each; empty where there is nothing else.
        witness: What a set that holds an argument must fulfil for one to be around it.
        alone: Whether there is just one.
        grounded: Whether each contains the grounded extension.
    """

    name: str
    must: tuple[Condition, ...]
    unshown: str = ""
    witness: tuple[Condition, ...] = ()
    alone: bool = False
    grounded: bool = True


_KINDS = {
    "CF": _Kind("conflict-free", (conditions.conflict_free,), grounded=False),
    "NA": _Kind("naive", _NAIVE, grounded=False),
    "AD": _Kind("admissible", _ADMISSIBLE, grounded=False),
    "CO": _Kind("complete", _COMPLETE, witness=_ADMISSIBLE),
    "GR": _Kind("grounded", (conditions.grounded,), alone=True),
    "PR": _Kind("preferred", _COMPLETE, "that no larger set is admissible", _ADMISSIBLE),
    "ST": _Kind("stable", (conditions.conflict_free, conditions.reaching_all)),
    "SST": _Kind("semi-stable", _COMPLETE, _RIVALS),
    "STG": _Kind("stage", _NAIVE, _RIVALS, grounded=False),
    "ID": _Kind("ideal", _COMPLETE, "that it is the largest admissible set in all preferred ones", alone=True),
    "EAG": _Kind("eager", _COMPLETE, "that it is the largest admissible set in all semi-stable ones", alone=True),
    "CF2": _Kind("CF2", _CF2),
    "STAGE2": _Kind("stage2", _CF2, "that no such set has a larger range in a strong component"),
}


@frozen
class Certificate:
    """What became of checking an answer.

    Attributes:
        wrongs: What is wrong with it, in words; empty where nothing is.
        unshown: What would have to be shown besides for the answer to be sure, and cannot be in polynomial time; empty
            where nothing is left to be shown.
    """

    wrongs: tuple[str, ...] = ()
    unshown: str = ""


def check(framework: Framework, answer: Answer) -> list[str]:
    """Return what is wrong with an answer, in words; nothing where its certificate holds."""
    return list(certify(framework, answer).wrongs)


def certify(framework: Framework, answer: Answer) -> Certificate:
    """Check an answer by what comes with it.

    Args:
        framework: What was asked about.
        answer: The answer; one that is undecided claims nothing.

    Example:
        >>> nixon = Framework.of("qr", [("q", "r"), ("r", "q")])
        >>> certify(nixon, Answer("DC-PR", "q", Outcome.YES, extension=("q",)))
        Certificate(wrongs=(), unshown='')
        >>> certify(nixon, Answer("DC-PR", "q", Outcome.NO))
        Certificate(wrongs=(), unshown="that no preferred extension holds 'q'")
        >>> check(nixon, Answer("DC-PR", "q", Outcome.YES, extension=("q", "r")))
        ["'r' attacks 'q', and both are in it"]
    """
    if answer.outcome is Outcome.UNDECIDED:
        return Certificate()
    _, _, semantics = answer.problem.upper().partition("-")
    if semantics not in _KINDS:
        return Certificate((), f"anything of {semantics}, whose conditions are not known here")
    claim = _Claim(framework, answer)
    return _TASKS[answer.problem.upper().partition("-")[0]](claim)


class _Claim:
    """An answer, and what grounded reasoning says about it."""

    def __init__(self, framework: Framework, answer: Answer) -> None:
        self.framework, self.answer = framework, answer
        self.kind = _KINDS[answer.problem.upper().partition("-")[2]]
        self.grounded = conditions.grounded_extension(framework)
        self.settled = not conditions.reaching_all(framework, self.grounded)  # then there is no other complete set
        self.argument = -1 if answer.argument is None else framework.index(answer.argument)
        self.quoted = quoted(answer.argument or "")

    @property
    def loop(self) -> bool:
        """Return whether the argument attacks itself."""
        return self.argument in self.framework.attackers[self.argument]

    @property
    def sure(self) -> bool:
        """Return whether each extension contains the argument, since the grounded one does."""
        return (self.kind.grounded or (self.settled and self.kind.name == "stage")) and self.argument in self.grounded

    @property
    def lost(self) -> bool:
        """Return whether no extension contains the argument, since it or the grounded extension attacks it."""
        respects = self.kind.grounded or self.kind.name == "admissible" or (self.settled and self.kind.name == "stage")
        return self.loop or (respects and not self.grounded.isdisjoint(self.framework.attackers[self.argument]))

    @property
    def easy(self) -> tuple[Condition, ...]:
        """Return what a set must fulfil where grounded reasoning decides, and only stable extensions may be missing."""
        return self.kind.must if self.kind.name == "stable" else (conditions.conflict_free,)

    def none(self) -> Certificate:
        """Check that there is no extension."""
        if self.kind.name != "stable":
            return Certificate((f"every framework has a set that is {self.kind.name}",))
        if self.settled:
            return Certificate(("the grounded extension is stable",))
        return Certificate((), "that there is no stable extension")

    def extension(self, names: tuple[str, ...] | None, must: tuple[Condition, ...] = ()) -> Certificate:
        """Check that a set is an extension, or fulfils what is enough."""
        if names is None:
            return Certificate(("there is nothing that shows it",))
        unknown = [name for name in names if name not in self.framework.index_of]
        if unknown:
            return Certificate((f"{quoted(unknown[0])} is no argument",))
        members = {self.framework.index_of[name] for name in names}
        for condition in must or self.kind.must:
            wrong = condition(self.framework, members)
            if wrong:
                return Certificate((wrong,))
        stable = not self.kind.alone and not conditions.reaching_all(self.framework, members)
        return Certificate((), "" if must or stable or self.settled else self.kind.unshown)


def _some(claim: _Claim) -> Certificate:
    """Check the answer to SE."""
    return claim.none() if claim.answer.outcome is Outcome.NONE else claim.extension(claim.answer.extension)


def _each(claim: _Claim) -> Certificate:
    """Check the answer to EE: each extension, and that none comes twice."""
    listed = claim.answer.extensions or ()
    certificates = [claim.extension(names) for names in listed]
    wrongs = [f"extension {at}: {wrong}" for at, each in enumerate(certificates, 1) for wrong in each.wrongs]
    if len(set(map(frozenset, listed))) < len(listed):
        wrongs.append("an extension is listed twice")
    number = _number(claim, len(listed)) if claim.answer.complete else Certificate()
    unshown = {*(each.unshown for each in certificates), number.unshown} - {""}
    return Certificate((*wrongs, *number.wrongs), "; ".join(sorted(unshown)))


def _count(claim: _Claim) -> Certificate:
    """Check the answer to CE, which comes with nothing that shows it."""
    certificate = _number(claim, claim.answer.count or 0)
    return evolve(certificate, unshown="that there are just so many") if certificate.unshown else certificate


def _number(claim: _Claim, number: int) -> Certificate:
    """Check how many extensions there are said to be."""
    if number == 0:
        return claim.none()
    if claim.kind.alone or (claim.settled and claim.kind.grounded):
        return Certificate() if number == 1 else Certificate((f"there is one {claim.kind.name} extension",))
    return Certificate((), "that there are no others")


def _credulous(claim: _Claim) -> Certificate:
    """Check the answer to DC: an extension that holds the argument."""
    answer, kind = claim.answer, claim.kind
    if answer.outcome is Outcome.YES:
        if answer.extension is not None and answer.argument not in answer.extension:
            return Certificate((f"the set lacks {claim.quoted}",))
        return claim.extension(answer.extension, claim.easy if claim.sure else kind.witness)
    if claim.lost or (kind.name == "grounded" and not claim.sure):
        return Certificate()
    if kind.name in {"conflict-free", "naive"}:
        return Certificate((f"{claim.quoted} does not attack itself",))
    if claim.sure and (kind.name != "stable" or claim.settled):
        return Certificate((f"{claim.quoted} is in the grounded extension",))
    return Certificate((), f"that no {kind.name} extension holds {claim.quoted}")


def _sceptical(claim: _Claim) -> Certificate:
    """Check the answer to DS: an extension that lacks the argument."""
    answer = claim.answer
    if answer.outcome is Outcome.NO:
        if answer.extension is not None and answer.argument in answer.extension:
            return Certificate((f"the set holds {claim.quoted}",))
        return _without(claim)
    return claim.none() if answer.vacuous else _in_all(claim)


def _in_all(claim: _Claim) -> Certificate:
    """Check that all extensions hold the argument, of which there is one at least."""
    if claim.sure:
        doubtful = claim.kind.name == "stable" and not claim.settled
        return Certificate((), "that there is a stable extension" if doubtful else "")
    if claim.lost or claim.kind.name in {"conflict-free", "admissible", "complete", "grounded"}:
        return Certificate((f"not all {claim.kind.name} sets hold {claim.quoted}",))
    if claim.kind.name != "naive":
        return Certificate((), f"that every {claim.kind.name} extension holds {claim.quoted}")
    attackers, index = claim.framework.attackers, claim.argument
    for rival in (*attackers[index], *claim.framework.attacked[index]):
        if rival not in attackers[rival]:
            name = quoted(claim.framework.arguments[rival])
            return Certificate((f"some naive set holds {name}, which is in conflict with {claim.quoted}",))
    return Certificate()


def _without(claim: _Claim) -> Certificate:
    """Check a set that lacks the argument: it is, or is part of, an extension that lacks it."""
    members = {claim.framework.index_of.get(name, -1) for name in claim.answer.extension or ()}
    rival = not members.isdisjoint(claim.framework.attackers[claim.argument])
    enough = claim.easy if claim.lost else claim.kind.witness if rival else ()
    return claim.extension(claim.answer.extension, enough)


_TASKS: dict[str, Callable[[_Claim], Certificate]] = {
    "SE": _some,
    "EE": _each,
    "CE": _count,
    "DC": _credulous,
    "DS": _sceptical,
}
