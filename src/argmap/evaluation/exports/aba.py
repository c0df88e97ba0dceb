"""A map as a flat theory of assumption-based argumentation: its rules, with what they deny as assumptions.

This is the translation of `argmap.evaluation.translation`, letter by letter: *not beaten(s)* is an assumption whose
contrary is *beaten(s)*, and so are *not cut(x)*, *not outweighed(x)* and *not met(s)*. Nothing is left out, and all
complete extensions agree (Bondarenko, Dung, Kowalski & Toni 1997; Caminada & Schulz 2017).
"""

from __future__ import annotations

from argmap.evaluation.exports.export import solution_of
from argmap.evaluation.labels import Basis
from argmap.evaluation.verdict import Evaluation
from argmap.frameworks.structured.aba import AbaTheory
from argmap.model.document import ArgumentMap


def to_aba(m: ArgumentMap | Evaluation, *, basis: Basis | str | None = None) -> AbaTheory:
    """Translate a map into a flat ABA theory.

    Args:
        m: A map, of which every citation is an unverified ground, or an evaluation, which knows better.
        basis: Which grounds are honoured; *declared* if nothing is said, of an evaluation its own.

    Returns:
        A theory in which a statement is its id, and other atoms are named in words, as in ``not beaten: wet``.

    Raises:
        UnknownNameError: There is no such basis.

    Example:
        >>> from argmap.model.citations import Citation
        >>> from argmap.model.relations import Relation
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(
        ...     statements=(
        ...         Statement("cover", Kind.OBJECTION, "It is covered.", citations=(Citation("cover@plan", "plan"),)),
        ...         Statement("wet", Kind.ASSUMPTION, "The street is wet."),
        ...     ),
        ...     relations=(Relation.make("attack", ["cover"], "wet"),),
        ... )
        >>> theory = to_aba(m)
        >>> theory.rules
        (('cover', ()), ('wet', ('not beaten: wet',)), ('beaten: wet', ('cover',)))
        >>> theory.contraries
        {'not beaten: wet': 'beaten: wet'}
    """
    solution = solution_of(m, basis)
    program = solution.program
    names = {atom: name if kind == "holds" else f"{kind}: {name}" for atom, (kind, name) in solution.names.items()}
    honoured = [rule for rule in range(len(program.heads)) if solution.honours(rule)]
    denied = dict.fromkeys(atom for rule in honoured for atom in program.negative[rule])
    rules = (
        (
            names[program.heads[rule]],
            (
                *(names[atom] for atom in program.positive[rule]),
                *(f"not {names[atom]}" for atom in program.negative[rule]),
            ),
        )
        for rule in honoured
    )
    contraries = {f"not {names[atom]}": names[atom] for atom in denied}
    return AbaTheory(tuple(contraries), contraries, tuple(dict.fromkeys(rules)))
