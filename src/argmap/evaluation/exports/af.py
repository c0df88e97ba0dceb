"""A map as an abstract argumentation framework, by the name of the translation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from argmap.errors import UnknownNameError
from argmap.evaluation.exports.bipolar import DEDUCTIVE, NECESSARY, bipolar
from argmap.evaluation.exports.export import Export, solution_of
from argmap.evaluation.exports.gadget import gadget
from argmap.evaluation.exports.lines import lines
from argmap.evaluation.labels import Basis
from argmap.evaluation.solution import Solution
from argmap.evaluation.verdict import Evaluation
from argmap.frameworks.structured.derivations import MOST_ARGUMENTS
from argmap.model.document import ArgumentMap

LINES, GADGET = "lines", "gadget"

_TRANSLATIONS: dict[str, Callable[[Solution, int], Export]] = {
    LINES: lines,
    GADGET: gadget,
    DEDUCTIVE: partial(bipolar, reading=DEDUCTIVE),
    NECESSARY: partial(bipolar, reading=NECESSARY),
}


def to_af(
    m: ArgumentMap | Evaluation,
    translation: str = LINES,
    *,
    basis: Basis | str | None = None,
    most: int = MOST_ARGUMENTS,
) -> Export:
    """Translate a map into an abstract framework (Dung 1995).

    Args:
        m: A map, of which every citation is an unverified ground, or an evaluation, which knows better.
        translation: ``lines``, exact; ``gadget``, exact, and no larger than the map, where no supports go round; or
            ``deductive`` or ``necessary``, in which statements are arguments, and supports are read otherwise than
            argmap does: see `argmap.evaluation.exports.bipolar`.
        basis: Which grounds are honoured; *declared* if nothing is said, of an evaluation its own.
        most: How many arguments may be made.

    Raises:
        CircularError: Supports go round, and a gadget is asked for.
        UnknownNameError: There is no such translation or basis.
        TooManyError: The map makes more arguments than that, or more than a million attacks.

    Example:
        >>> from argmap.model.citations import Citation
        >>> from argmap.model.relations import Relation
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(
        ...     statements=(
        ...         Statement("rain", Kind.EVIDENCE, "It rained.", citations=(Citation("rain@log", "log"),)),
        ...         Statement("cover", Kind.OBJECTION, "It is covered.", citations=(Citation("cover@plan", "plan"),)),
        ...         Statement("wet", Kind.CLAIM, "The street is wet."),
        ...     ),
        ...     relations=(Relation.make("support", ["rain"], "wet"), Relation.make("attack", ["cover"], "wet")),
        ... )
        >>> export = to_af(m)
        >>> export.framework.arguments, export.framework.attackers
        (('rain', 'cover', 'wet'), ((), (), (1,)))
        >>> export["wet"].words
        'wet: rain -> wet; citation rain@log'
    """
    if translation not in _TRANSLATIONS:
        raise UnknownNameError("translation", translation, _TRANSLATIONS)
    return _TRANSLATIONS[translation](solution_of(m, basis), most)
