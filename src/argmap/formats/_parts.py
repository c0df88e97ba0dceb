"""What a map may say, part by part: how often it does, and the map without it.

A format that writes declares which parts it keeps; what it loses of a map, and the tables of losses in the
documentation, follow from that.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial

from attrs import evolve, frozen

from argmap.flaws import Flaw, placed
from argmap.model.citations import Citation, Stance
from argmap.model.document import IMPORTED, ArgumentMap
from argmap.model.findings import Finding
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.rules.lost_in_writing import RULE as LOST_IN_WRITING


@frozen
class Part:
    """Something that maps say and a format may have no place for.

    Attributes:
        one: One of it, in words.
        several: Several of it.
        count: How often a map says it.
        without: The map as it is where that is lost.
    """

    one: str
    several: str
    count: Callable[[ArgumentMap], int]
    without: Callable[[ArgumentMap], ArgumentMap]


DANGLING = (
    "1 relation names what the map does not have, and is not written",
    "relations name what the map does not have, and are not written",
)
"""Said of relations to or from nothing."""


def losses(m: ArgumentMap, keeps: Container[str], place: str, format: str) -> Iterator[Finding]:  # noqa: A002
    """Say what of a map a format has no place for, each part once with its count.

    Args:
        m: The map.
        keeps: Names of the parts that the format keeps.
        place: What has no place for them, in words, such as ``annotations``.
        format: Name of the format, whose own annex is kept.

    Example:
        >>> m = ArgumentMap(title="Rain", statements=(Statement("a", Kind.CLAIM, "It rained.", tags=("wet",)),))
        >>> [finding.message for finding in losses(m, {"titles"}, "a table of two columns", "csv")]
        ['1 tag has no place in a table of two columns']
    """
    for name, part in PARTS.items():
        number = 0 if name in keeps else part.count(_without_annex(m, format))
        if number:
            words = f"{part.one} has" if number == 1 else f"{part.several} have"
            yield placed(Flaw(f"{number:,} {words} no place in {place}"), LOST_IN_WRITING, None)


def kept(m: ArgumentMap, keeps: Container[str]) -> ArgumentMap:
    """Return what is left of a map in a format that keeps some parts: what it reads again of what it writes."""
    for name, part in PARTS.items():
        if name not in keeps:
            m = part.without(m)
    return m


def _without_annex(m: ArgumentMap, form: str) -> ArgumentMap:
    """Return a map without what of its annex the format keeps, or no other needs."""
    others = {name: text for name, text in m.annex.items() if name not in (form, IMPORTED)}
    return evolve(m, annex=others) if m.annex else m


def _of_map(one: str, several: str, **defaults: object) -> Part:
    """Return what a map says in fields of its own, each of one thing or several."""
    return Part(
        one,
        several,
        lambda m: sum(_number(getattr(m, name)) for name, default in defaults.items() if getattr(m, name) != default),
        lambda m: evolve(m, **defaults),  # type: ignore[arg-type]
    )


def _of_statements(one: str, several: str, **defaults: object) -> Part:
    def without(m: ArgumentMap) -> ArgumentMap:
        return evolve(m, statements=tuple(evolve(s, **defaults) for s in m.statements))  # type: ignore[arg-type]

    return Part(one, several, lambda m: _said(m.statements, defaults), without)


def _of_relations(one: str, several: str, **defaults: object) -> Part:
    def without(m: ArgumentMap) -> ArgumentMap:
        return evolve(m, relations=tuple(evolve(r, **defaults) for r in m.relations))  # type: ignore[arg-type]

    return Part(one, several, lambda m: _said(m.relations, defaults), without)


def _of_citations(one: str, several: str, **defaults: object) -> Part:
    def without(m: ArgumentMap) -> ArgumentMap:
        return _with_citations(m, lambda citation: evolve(citation, **defaults))  # type: ignore[arg-type]

    return Part(one, several, lambda m: sum(_said(s.citations, defaults) for s in m.statements), without)


def _said(
    things: tuple[Statement, ...] | tuple[Relation, ...] | tuple[Citation, ...], defaults: dict[str, object]
) -> int:
    return sum(
        _number(value) for thing in things for name in defaults if (value := getattr(thing, name)) != defaults[name]
    )


def _number(value: object) -> int:
    return len(value) if isinstance(value, tuple | dict) else 1


def _relations(one: str, several: str, is_meant: Callable[[ArgumentMap, Relation], bool]) -> Part:
    """Return relations of a sort; without them, what cuts one of them is lost too."""

    def without(m: ArgumentMap) -> ArgumentMap:
        return _without_relations(m, (relation.id for relation in m.relations if is_meant(m, relation)))

    return Part(one, several, lambda m: sum(is_meant(m, relation) for relation in m.relations), without)


def _without_relations(m: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Return a map without some relations, and without what cuts them."""
    lost = set(ids)
    cuts: dict[str, list[str]] = {}
    for relation in m.relations:
        if relation.kind is RelationKind.UNDERCUT:
            cuts.setdefault(relation.target, []).append(relation.id)
    todo = list(lost)
    for name in todo:
        todo += [cut for cut in cuts.get(name, ()) if cut not in lost]
        lost.update(cuts.get(name, ()))
    return evolve(m, relations=tuple(relation for relation in m.relations if relation.id not in lost))


def _is(kind: RelationKind) -> Callable[[ArgumentMap, Relation], bool]:
    return lambda _, relation: relation.kind is kind


def _cut(m: ArgumentMap) -> dict[str, str]:
    """Return what undercuts may cut, by its id: a kind of relation or a citation."""
    citations = {citation.id: "citation" for s in m.statements for citation in s.citations}
    return citations | {relation.id: str(relation.kind) for relation in m.relations}


def _undercuts(one: str, several: str, *cut: str) -> Part:
    """Return the undercuts of some things; what a map does not have is taken for a step."""

    def meant(m: ArgumentMap) -> Callable[[ArgumentMap, Relation], bool]:
        undercuts = any(relation.kind is RelationKind.UNDERCUT for relation in m.relations)
        known = _cut(m) if undercuts else {}
        return lambda _, r: r.kind is RelationKind.UNDERCUT and known.get(r.target, "support") in cut

    return Part(
        one,
        several,
        lambda m: sum(map(partial(meant(m), m), m.relations)),
        lambda m: _relations(one, several, meant(m)).without(m),
    )


def _with_citations(m: ArgumentMap, change: Callable[[Citation], Citation]) -> ArgumentMap:
    statements = (evolve(s, citations=tuple(map(change, s.citations))) for s in m.statements)
    return evolve(m, statements=tuple(statements))


def _without_places(m: ArgumentMap) -> ArgumentMap:
    there = _with_citations(m, lambda citation: evolve(citation, locator=None))
    statements = (evolve(s, passages=tuple(evolve(p, locator=None) for p in s.passages)) for s in there.statements)
    return evolve(there, statements=tuple(statements))


def _without_citations(m: ArgumentMap) -> ArgumentMap:
    return _of_statements("", "", citations=()).without(PARTS["citation undercuts"].without(m))


def _without_stances(m: ArgumentMap) -> ArgumentMap:
    """Leave out the citations that do not support, for none of them may become one that does, and what cuts them."""
    lost = {citation.id for s in m for citation in s.citations if citation.stance is not Stance.SUPPORTS}
    if not lost:
        return m
    statements = (evolve(s, citations=tuple(c for c in s.citations if c.id not in lost)) for s in m)
    return evolve(_without_relations(m, (r.id for r in m.relations if r.target in lost)), statements=tuple(statements))


PARTS: dict[str, Part] = {
    "supports": _relations("support", "supports", _is(RelationKind.SUPPORT)),
    "attacks": _relations("attack", "attacks", _is(RelationKind.ATTACK)),
    "contradictions": _relations("contradiction", "contradictions", _is(RelationKind.CONTRADICTION)),
    "undercuts": _undercuts("undercut of a step", "undercuts of steps", "support", "attack"),
    "undercut undercuts": _undercuts("undercut of an undercut", "undercuts of undercuts", "undercut"),
    "contradiction undercuts": _undercuts(
        "undercut of a contradiction", "undercuts of contradictions", "contradiction"
    ),
    "citation undercuts": _undercuts("undercut of a citation", "undercuts of citations", "citation"),
    "linkage": _relations(
        "relation whose statements only hold together",
        "relations whose statements only hold together",
        lambda _, relation: len(relation.premises) > 1,
    ),
    "schemes": _of_relations("scheme", "schemes", scheme=None),
    "roles": _of_relations("role of a premise", "roles of premises", roles=()),
    "answers": _of_relations("answer to a critical question", "answers to critical questions", answers=()),
    "waivers": _of_relations("waived critical question", "waived critical questions", waives=()),
    "raised questions": _of_relations("raised critical question", "raised critical questions", raises=None),
    "relation titles": _of_relations("title of a step", "titles of steps", title=None),
    "relation notes": _of_relations("remark on a step", "remarks on steps", note=None),
    "forces": _of_relations("force of an attack", "forces of attacks", force=None),
    "judgements": _of_relations("reason that outweighs", "reasons that outweigh", outweighed_by=()),
    "values": _of_relations("value of a step", "values of steps", values=()),
    "weights": _of_relations("weight of a step", "weights of steps", weight=None),
    "kinds": _of_statements("kind of a statement", "kinds of statements", kind=Kind.CLAIM),
    "titles": _of_map("title of the map", "titles of the map", title=""),
    "statement titles": _of_statements("title of a statement", "titles of statements", title=None),
    "descriptions": _of_map("description", "descriptions", description=None),
    "notes": _of_statements("remark on a statement", "remarks on statements", note=None),
    "tags": _of_statements("tag", "tags", tags=()),
    "implicit": _of_statements(
        "mark that a statement is implicit", "marks that a statement is implicit", implicit=False
    ),
    "voices": _of_statements("voice of a statement", "voices of statements", voice=None),
    "credences": _of_statements("credence of a statement", "credences of statements", credence=None),
    "standards": _of_statements("proof standard", "proof standards", standard=None),
    "passages": _of_statements("passage", "passages", passages=()),
    "citations": Part(
        "citation", "citations", lambda m: sum(len(s.citations) for s in m.statements), _without_citations
    ),
    "stances": Part(
        "citation that does not support its statement",
        "citations that do not support their statements",
        lambda m: sum(citation.stance is not Stance.SUPPORTS for s in m for citation in s.citations),
        _without_stances,
    ),
    "citation weights": _of_citations("weight of a citation", "weights of citations", weight=None),
    "fairness": _of_citations("mark that a quotation is fair", "marks that a quotation is fair", fair=False),
    "places": Part(
        "page or place",
        "pages or places",
        lambda m: sum(each.locator is not None for s in m.statements for each in s.cited),
        _without_places,
    ),
    "about": _of_map("analysed source", "analysed sources", about=None),
    "sources": _of_map("source record", "source records", sources=()),
    "groups": Part(
        "section",
        "sections",
        lambda m: len({group.id for group in m.groups} | {s.group for s in m.statements if s.group}),
        lambda m: evolve(_of_statements("", "", group=None).without(m), groups=()),
    ),
    "expectations": _of_map("expectation", "expectations", expectations=()),
    "orders": _of_map("order of values", "orders of values", orders=()),
    "annexes": _of_map("annex of another format", "annexes of other formats", annex={}),
}
"""The parts of a map by name."""
