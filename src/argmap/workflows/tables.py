"""Maps and findings as rows for data frames, and as a graph for networkx."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from attrs import AttrsInstance, asdict

from argmap.errors import MissingExtraError
from argmap.evaluation.verdict import Evaluation, Verdict
from argmap.model.citations import Citation
from argmap.model.critique import Answer, Filling, Waiver
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation

if TYPE_CHECKING:
    import networkx as nx

_Row = dict[str, Any]


def rows(items: ArgumentMap | Evaluation | Iterable[AttrsInstance]) -> list[_Row]:
    """Turn statements, relations, citations, findings or verdicts into plain dicts, for pandas, polars or DuckDB.

    So are the rows of a comparison, and the changes of a diff.

    Args:
        items: A map stands for its statements, an evaluation for its verdicts, each with its ``modifiers`` and what is
            ``missing``. Of statements, the passages and citations are left out: their citations are
            ``(c for s in m for c in s.citations)``, each with its ``statement``, ``quote`` and ``nth``.

    Returns:
        A row for each, its values text, numbers, truth values, None, or lists of text.

    Example:
        >>> from argmap import ArgumentMap, Kind, Relation, Statement
        >>> m = ArgumentMap(
        ...     statements=(Statement("rain", Kind.CLAIM, "It rained."), Statement("wet", Kind.CLAIM, "It is wet.")),
        ...     relations=(Relation.make("support", ["rain"], "wet"),),
        ... )
        >>> [(row["id"], row["kind"]) for row in rows(m)]
        [('rain', 'claim'), ('wet', 'claim')]
        >>> rows(m.relations)
        [{'id': 'rain -> wet', 'kind': 'support', 'premises': ['rain'], 'target': 'wet', ...}]
        >>> import argmap
        >>> [(row["id"], row["standing"], row["grade"]) for row in rows(argmap.evaluate(m))]
        [('rain', 'unsupported', None), ('wet', 'unsupported', None)]
    """
    return [_row(item) for item in (items.values() if isinstance(items, Evaluation) else items)]


def _row(item: AttrsInstance) -> _Row:
    skipped = ("span", "scheme_span", "raises_span", "passages", "citations", "selector", "_evaluation")
    row = asdict(item, recurse=False, filter=lambda attribute, _: attribute.name not in skipped)
    if isinstance(item, Citation):
        row["quote"] = item.selector.quote if item.selector else None
        row["nth"] = item.selector.nth if item.selector else None
    if isinstance(item, Verdict):
        row |= {"stands_on": item.stands_on, "modifiers": item.modifiers, "missing": item.missing}
    return {name: _plain(value) for name, value in row.items()}


def _weight(relation: Relation) -> dict[str, Any]:
    """Return how a reason weighs and what it says of its scheme, where it says so."""
    weight = {
        "force": str(relation.force) if relation.force else None,
        "outweighed-by": [" + ".join(reason) for reason in relation.outweighed_by],
        "values": list(relation.values),
        "weight": relation.weight,
        **{key: _plain(getattr(relation, key)) for key in ("roles", "answers", "waives", "raises")},
    }
    return {key: value for key, value in weight.items() if value}


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum | Filling | Answer | Waiver):
        return str(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def to_networkx(m: ArgumentMap) -> nx.MultiDiGraph[str]:
    """Turn a map into a graph of networkx, without loss of structure.

    Statements are nodes with ``kind``, ``text`` and the rest of their row. A relation from one statement to another is
    an edge; one that links several, or that is itself undercut, is a node of its own with ``kind="step"``, an edge from
    each premise (``kind="premise"``) and one edge to its target. A cited source that is undercut is a node with
    ``kind="citation"``.

    Raises:
        MissingExtraError: networkx is not installed.

    Example:
        >>> from argmap import ArgumentMap, Kind, Relation, Statement
        >>> statements = tuple(Statement(name, Kind.CLAIM, name) for name in "abc")
        >>> m = ArgumentMap(statements=statements, relations=(Relation.make("support", ["a", "b"], "c"),))
        >>> sorted(to_networkx(m).edges())
        [('a', 'a + b -> c'), ('a + b -> c', 'c'), ('b', 'a + b -> c')]
    """
    try:
        import networkx as nx
    except ImportError:
        raise MissingExtraError("a networkx graph", "networkx", "data") from None
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=m.title)
    for row in rows(m):
        graph.add_node(row["id"], **{name: value for name, value in row.items() if name != "id"})
    targets = {relation.target for relation in m.relations}
    for statement in m:
        for citation in statement.citations:
            if citation.id in targets:
                graph.add_node(citation.id, **{**_row(citation), "kind": "citation"})
                graph.add_edge(citation.id, statement.id, kind=str(citation.stance))
    for relation in m.relations:
        values = {"kind": str(relation.kind), "scheme": relation.scheme, **_weight(relation)}
        if len(relation.premises) == 1 and relation.id not in targets:
            graph.add_edge(relation.premises[0], relation.target, key=relation.id, **values)
            continue
        graph.add_node(relation.id, kind="step", scheme=relation.scheme)
        for premise in relation.premises:
            graph.add_edge(premise, relation.id, kind="premise")
        graph.add_edge(relation.id, relation.target, key=relation.id, **values)
    return graph
