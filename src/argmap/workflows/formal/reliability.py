"""How likely the statements of a map stand, from what somebody says of its sources and of the grades of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.analysis import Analysis, analyse
from argmap.errors import UnknownNameError
from argmap.evaluation.labels import UNGRANTED, Basis
from argmap.evaluation.reliability import Outlook
from argmap.frameworks.chances.weighing import DRAWS
from argmap.frameworks.numbers import up_to_one
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source, upstream


def reliability(
    m: ArgumentMap,
    sources: Mapping[str, float] | None = None,
    *,
    each: float | None = None,
    grades: Mapping[str, float] | None = None,
    basis: Basis | str = Basis.DECLARED,
    draws: int = DRAWS,
    seed: int = 0,
) -> Outlook:
    """Tell how likely each statement stands if its sources hold with some probabilities, independently of each other.

    Args:
        m: The map; its project's source records and texts are used.
        sources: The probability that a source holds, by its id.
        each: That of every other source; without it, these are certain.
        grades: That of the sources whose record has a grade of ``reliability``, by the grade, where their own is not
            given; a grade is never turned into a number otherwise.
        basis: Which grounds count: ``independent``, ``cited`` or ``declared``.
        draws: How many worlds are drawn where what bears on a statement is beyond exact reach.
        seed: What the draws begin from.

    Returns:
        By the id of each statement how likely it is accepted, undecided, rejected and unsupported, and how much each
        source matters to it.

    Raises:
        ConfigError: The settings of its project are wrong.
        UnknownNameError: There is no such basis, source or grade.
        WrongNumberError: A probability is no number from 0 to 1, or there are no draws.

    Example:
        >>> import argmap
        >>> m = argmap.loads('''
        ... nodes:
        ...   wet: {claim: The street is wet., because: [rain]}
        ...   rain: {evidence: It rained., cite: [log, diary]}
        ... sources: {log: Weather log, diary: Diary of a neighbour}
        ... ''')
        >>> chances = reliability(m, {"log": 0.9}, each=0.5)["wet"]
        >>> str(chances.accepted), chances.influences[0].source
        ('0.95', 'log')
    """
    if basis not in UNGRANTED:
        raise UnknownNameError("basis", str(basis), map(str, UNGRANTED))
    analysis = analyse(m)
    check([analysis], sources or {}, grades or {})
    return Outlook.of(analysis.evaluation.of(basis), numbers(analysis, sources or {}, each, grades or {}), draws, seed)


def numbers(
    analysis: Analysis, sources: Mapping[str, float], each: float | None, grades: Mapping[str, float]
) -> dict[str, float]:
    """Return the probability of each source that is cited and has one: its own, else its grade's, else that of each.

    Raises:
        WrongNumberError: A probability is no number from 0 to 1.
    """
    own = {name: up_to_one(number, "the probability of source", name) for name, number in sources.items()}
    graded = {grade: up_to_one(number, "the probability of grade", grade) for grade, number in grades.items()}
    rest = None if each is None else up_to_one(each, "the probability of each source")
    named = ((name, own.get(name, graded.get(_grade(analysis.sources.get(name)), rest))) for name in cited(analysis))
    return {name: number for name, number in named if number is not None}


def check(analyses: Iterable[Analysis], sources: Iterable[str], grades: Iterable[str]) -> None:
    """Raise `UnknownNameError` for a source or a grade that no map knows."""
    known, graded = set[str](), set[str]()
    for analysis in analyses:
        known.update(cited(analysis), analysis.sources)
        graded.update(filter(None, map(_grade, analysis.sources.values())))
    for what, names, there in (("source", sources, known), ("grade of reliability", grades, graded)):
        for name in names:
            if name not in there:
                raise UnknownNameError(what, name, there)


def cited(analysis: Analysis) -> list[str]:
    """Return the sources that citations of a map name, in order."""
    return list(dict.fromkeys(each.source for statement in analysis.map for each in statement.citations))


def related(analysis: Analysis, names: Iterable[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Return sources that by their records are likely not independent of others: each, how it is related, and to which.

    It is based on the others, directly or not, or goes back to the same origin.
    """
    names = list(names)
    by_origin: dict[str, list[str]] = {}
    for name in names:
        reported = upstream(name, analysis.sources)[1:]
        based_on = [other for other in names if other in reported]
        if based_on:
            yield name, "is based on", based_on
        source = analysis.sources.get(name)
        if source and source.origin:
            by_origin.setdefault(source.origin, []).append(name)
    for first, *others in by_origin.values():
        if others:
            yield first, "shares its origin with", others


def _grade(source: Source | None) -> str:
    """Return the grade of reliability of a source; nothing where it has none."""
    grade = source.reliability.grade if source and source.reliability else None
    return (grade or "").strip()
