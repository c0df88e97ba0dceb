"""Evaluating a map: is each statement supported, and does it stand?"""

from __future__ import annotations

from argmap import collector
from argmap.evaluation.program import Program
from argmap.evaluation.support import Grounding
from argmap.evaluation.verdict import Basis, Evaluation
from argmap.evidence.passages.resolution import Resolutions
from argmap.graph import Graph
from argmap.model.document import ArgumentMap


def evaluate(
    m: ArgumentMap,
    resolutions: Resolutions | None = None,
    basis: Basis | str = Basis.DECLARED,
    graph: Graph | None = None,
) -> Evaluation:
    r"""Evaluate a map by its well-founded model; `argmap.evaluation.program` tells how a map is read.

    Args:
        m: The map.
        resolutions: What became of its citations; without them each citation is an unverified ground.
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
        >>> verdict.status, verdict.modifiers, verdict.challenges
        (<Status.ACCEPTED: 'accepted'>, ('open-challenge',), ('cover',))
        >>> print("\n".join(verdict.why.lines()))
        wet is accepted: rain supports it
          rain is accepted: log is cited for it
          cover -| wet fails: cover is unsupported
            cover is unsupported: nothing is cited for it
    """
    basis = Basis(basis)
    with collector.paused():
        program = Program.of(Graph.of(m) if graph is None else graph, resolutions)
        evaluation = Evaluation(Grounding.of(program), basis)
        for each in Basis:
            evaluation.of(each).labelling  # noqa: B018  worked out while the collector pauses
    return evaluation
