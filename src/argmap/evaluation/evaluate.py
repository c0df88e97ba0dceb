"""Evaluating a map: is each statement supported, and does it stand?"""

from __future__ import annotations

from argmap import collector
from argmap.evaluation.grounding import Grounding
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis
from argmap.evaluation.program import Program
from argmap.evaluation.solutions import Solutions
from argmap.evaluation.verdict import Evaluation
from argmap.graph import Graph
from argmap.model.document import ArgumentMap


def evaluate(
    m: ArgumentMap,
    grades: Grades | None = None,
    basis: Basis | str = Basis.DECLARED,
    graph: Graph | None = None,
) -> Evaluation:
    r"""Evaluate a map: `argmap.evaluation.translation` has its rules, `argmap.evaluation.well_founded` what stands.

    Args:
        m: The map.
        grades: How good each citation is, by id; one without a grade is an unverified ground.
        basis: Which grounds are honoured.
        graph: The look-ups of the map, if they are at hand.

    Returns:
        The verdict on every statement that is no question, by id. The other bases are at hand by `Evaluation.of`.

    Raises:
        ValueError: There is no such basis.

    Example:
        >>> from argmap.model.citations import Citation
        >>> from argmap.model.relations import Relation
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(
        ...     statements=(
        ...         Statement("rain", Kind.EVIDENCE, "It rained.", citations=(Citation("rain@log", "log"),)),
        ...         Statement("cover", Kind.OBJECTION, "The street is covered."),
        ...         Statement("wet", Kind.CLAIM, "The street is wet."),
        ...     ),
        ...     relations=(Relation.make("support", ["rain"], "wet"), Relation.make("attack", ["cover"], "wet")),
        ... )
        >>> verdict = evaluate(m)["wet"]
        >>> verdict.standing, verdict.modifiers, verdict.challenges
        (<Standing.ACCEPTED: 'accepted'>, ('open-challenge',), ('cover',))
        >>> print("\n".join(verdict.why.lines()))
        wet is accepted: rain supports it
          rain is accepted: log is cited for it (unverified)
          cover -| wet fails: cover is unsupported
            cover is unsupported: nothing is cited for it
    """
    basis = Basis(basis)
    with collector.paused():
        grounding = Grounding.of(Program.of(Graph.of(m) if graph is None else graph, grades))
    return Evaluation(basis, Solutions(grounding))
