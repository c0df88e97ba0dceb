"""The relations of a map as they are drawn: which pass a junction, where they arrive, and in what order."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from attrs import evolve, frozen

from argmap.evaluation.labels import Standing
from argmap.graph import is_weighed
from argmap.model.bearing import bearings
from argmap.model.document import ArgumentMap
from argmap.model.look import PLAIN, Label, Look
from argmap.model.reading import reading_order
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind
from argmap.model.titles import spelled
from argmap.renderers._diagram.fates import NO_FATES, DrawnJudgement, Fate, Fates, judged
from argmap.renderers._diagram.markup import clean, element_id
from argmap.renderers._folding import StandIn, section_of
from argmap.wording import spaced


@frozen
class Reference:
    """A small card that stands for a statement of another section.

    Attributes:
        name: Its node.
        statement: Id of the statement.
        beside: Id of the statement in whose section it stands.
    """

    name: str
    statement: str
    beside: str


@frozen
class DrawnStep:
    """A support, an attack or an undercut as it is drawn.

    Attributes:
        number: Its place among the map's relations.
        relation: The relation.
        tails: The nodes it starts from: cards and references.
        bears_on: Id of the statement it bears on; for an undercut, that which the undercut step or citation bears on.
        cuts: Number of the step whose junction an undercut arrives at; None for what arrives at a card.
        junction: Whether it passes a node of its own: an attack, linked premises, a scheme, values and an undercut do.
        word: What it does: ``supports``, ``answers`` (a question), ``rebuts``, ``undermines``, ``attacks``, ``weighs
            against``, ``undercuts``.
        title: The name that its author gives it, where that is shown.
        fate: What becomes of it.
        outweighed_by: The names of the statements that outweigh an attack.
        revoked: The names of those that outweigh it no longer, where nothing else does.
        is_lined: Whether a line leads to it from what outweighs it, or does so no longer.
    """

    number: int
    relation: Relation
    tails: tuple[str, ...]
    bears_on: str
    cuts: int | None
    junction: bool
    word: str
    title: str = ""
    fate: Fate = Fate.HOLDS
    outweighed_by: tuple[str, ...] = ()
    revoked: tuple[str, ...] = ()
    is_lined: bool = False

    @property
    def node(self) -> str:
        """Return the name of its junction."""
        return f"s-{self.number}"

    @property
    def edge(self) -> str:
        """Return the name of the edge that arrives."""
        return f"e-{self.number}"

    @property
    def is_support(self) -> bool:
        """Tell whether it speaks for its target."""
        return self.relation.kind is RelationKind.SUPPORT

    @property
    def name(self) -> str:
        """Return what its junction says; empty for a mere dot."""
        scheme = clean(spaced(self.relation.scheme or ""))
        linked = len(self.relation.premises) > 1
        if self.fate is Fate.OUTWEIGHED:
            is_bare = self.is_lined or not self.outweighed_by
            name = "outweighed" if is_bare else f"outweighed by {' and '.join(self.outweighed_by)}"
        elif self.fate is Fate.TO_WEIGH:
            name = "to weigh"
        elif self.relation.kind is RelationKind.ATTACK:
            name = f"{self.word}: {scheme}" if scheme else self.word
        else:
            name = scheme or ("together" if linked and not self.title else "")
            name = f"{self.title} ({name})" if self.title and name else self.title or name
        if self.revoked:
            name += ", no longer outweighed" + ("" if self.is_lined else f" by {' and '.join(self.revoked)}")
        if self.relation.weight is not None:
            name = f"{name} · {self.relation.weight:g}" if name else f"{self.relation.weight:g}"
        hidden = len(self.relation.premises) - len(self.tails)
        return f"{name} ({hidden}\u00a0not\u00a0shown)" if hidden else name

    @property
    def values(self) -> str:
        """Return what its junction says of the values that it speaks for; empty without any."""
        found = [value for value in map(clean, self.relation.values) if value]
        return f"{'value' if len(found) == 1 else 'values'}: {', '.join(found)}" if found else ""

    @property
    def is_plate(self) -> bool:
        """Tell whether its junction says something."""
        return bool(self.name or self.values)


@frozen
class DrawnContradiction:
    """An edge without direction between statements that contradict each other.

    Attributes:
        edge: The name of the edge.
        tail: The one node.
        head: The other.
        leads: Whether nothing else gives the tail its place.
    """

    edge: str
    tail: str
    head: str
    leads: bool

    @property
    def number(self) -> int:
        """Return the number of its relation."""
        return _number(self.edge)


@frozen
class Plan:
    """All that is drawn besides the cards.

    Attributes:
        steps: By number.
        contradictions: Those between two statements each.
        judgements: The lines from what outweighs an attack to the attack.
        references: The small cards that stand for statements of other sections.
        arrivals: The edges that arrive at each node, in the order of its ports: what supports, then what is outweighed,
            near to what outweighs it, then what else does not support.
        ports: The port that each edge arrives at, counted from 0.
        links: A node, one that leads to it, and how many levels further that one stands; supports first.
        order: The place of each node when the map is read from its roots.
        roots: The nodes at which reading begins.
    """

    steps: Mapping[int, DrawnStep]
    contradictions: tuple[DrawnContradiction, ...]
    judgements: tuple[DrawnJudgement, ...]
    references: tuple[Reference, ...]
    arrivals: Mapping[str, tuple[str, ...]]
    ports: Mapping[str, int]
    links: tuple[tuple[str, str, int], ...]
    order: Mapping[str, int]
    roots: tuple[str, ...]

    def elements(self, relations: Sequence[Relation]) -> dict[str, tuple[str, ...]]:
        """Return the names of the edges, junctions and references that each relation is drawn as, by its id."""
        found: dict[int, list[str]] = {}
        for number, step in self.steps.items():
            ways = [f"{step.edge}-{place}" for place in range(len(step.tails))] if step.junction else []
            found[number] = [step.edge, *([step.node, *ways] if step.junction else [])]
        for one in self.judgements:
            ways = [f"{one.edge}-{place}" for place in range(len(one.tails))] if one.is_linked else []
            found.setdefault(one.number, []).extend([one.edge, *([one.node, *ways] if one.is_linked else [])])
        for edge in (one.edge for one in self.contradictions):
            found.setdefault(_number(edge), []).append(edge)
        for reference in self.references:
            found.setdefault(_number(reference.name), []).append(reference.name)
        return {relations[number].id: tuple(names) for number, names in found.items()}

    def divided(self, sections: Mapping[str, str | None]) -> dict[str | None, Plan]:
        """Divide the edges by the sections in which they are drawn.

        Args:
            sections: The section of each statement; all edges are in None where it is empty.
        """
        if not sections:
            return {None: self}
        homes = {element_id("n", statement): section for statement, section in sections.items()}
        homes |= {reference.name: sections[reference.beside] for reference in self.references}
        parts: dict[str | None, tuple[dict[int, DrawnStep], list[DrawnContradiction], list[DrawnJudgement]]] = {}
        for section in homes.values():
            parts.setdefault(section, ({}, [], []))
        for number, step in self.steps.items():
            parts[sections[step.bears_on]][0][number] = step
        for contradiction in self.contradictions:
            parts[homes[contradiction.head]][1].append(contradiction)
        for judgement in self.judgements:
            parts[homes[judgement.bears_on]][2].append(judgement)
        return {
            section: evolve(self, steps=steps, contradictions=tuple(both), judgements=tuple(judged))
            for section, (steps, both, judged) in parts.items()
        }


def _number(name: str) -> int:
    """Return the number of the relation that a drawn element is named by."""
    return int(name.split("-")[1])


def plan(
    m: ArgumentMap,
    sections: Mapping[str, str | None],
    concluded: frozenset[str],
    look: Look = PLAIN,
    folded: Mapping[str, StandIn] = MappingProxyType({}),
    fates: Fates = NO_FATES,
) -> Plan:
    """Work out what is drawn of a map's relations; what hangs in the air is not.

    Args:
        m: What is drawn.
        sections: The section of each statement; a step from another section starts from a reference. Empty to join all.
        concluded: Ids of the statements that some support bears on; an attack rebuts these and undermines others.
        look: How the map's author asks for it to be drawn: which steps show their titles.
        folded: The cards that stand for statements inside them; what of these is attacked is not told.
        fates: What becomes of the steps.
    """
    references: dict[str, Reference] = {}

    def end(statement: str, beside: str, name: str) -> str:
        """Return the node that stands for a statement beside another: its card, or a reference."""
        if sections.get(statement) == sections.get(beside):
            return element_id("n", statement)
        references[name] = Reference(name, statement, beside)
        return name

    steps, judgements = {}, []
    drawn = bearings(m)
    cut = {cuts for _, cuts in drawn.values()}
    for number, (bears_on, cuts) in sorted(drawn.items()):
        relation = m.relations[number]
        premises = [s for s in dict.fromkeys(relation.premises) if s in m]
        tails = tuple(end(s, bears_on, f"r-{number}-{place}") for place, s in enumerate(premises))
        title = "" if relation.id in m else _title(m, relation, look)
        junction = relation.kind is RelationKind.ATTACK or number in cut or len(relation.premises) > 1
        junction = junction or bool(relation.scheme or title or relation.values or relation.weight)
        word = verb(m, relation, cuts, concluded, folded)
        fate = fates.of_step(relation)
        lines = [*judged(m, number, bears_on, fates.judgements.get(relation.id, ()), sections)]
        judgements += lines
        weightier, revoked = fates.outweighed.get(relation.id, ()), fates.revoked.get(relation.id, ())
        wanted = Standing.ACCEPTED if weightier else Standing.REJECTED
        is_lined = any(line.standing is wanted for line in lines)
        told = (word, title, fate, weightier, revoked, is_lined)
        steps[number] = DrawnStep(number, relation, tails, bears_on, cuts, junction, *told)
    placed = {element_id("n", step.bears_on) for step in steps.values()}
    placed |= {tail for step in steps.values() for tail in step.tails}
    contradictions = []
    for number, place, one, other in _contradictions(m):
        tail, head = end(one, other, f"r-{number}-{place}"), element_id("n", other)
        if head not in placed and tail in placed:
            tail, head = head, tail
        contradictions.append(DrawnContradiction(f"e-{number}-{place}", tail, head, tail not in placed))
    links = (*_links(steps), *((c.head, c.tail, 1) for c in contradictions if c.leads))
    placed = {node for link in links for node in link[:2]}
    links += tuple(link for one in judgements for link in one.links(placed))
    judgements = [evolve(one, leads=not placed.issuperset(one.tails)) for one in judgements]
    order, roots = _reading(m, links)
    arrivals = _arrivals(steps, contradictions, _places(m, references.values(), order))
    ports = {edge: port for edges in arrivals.values() for port, edge in enumerate(edges)}
    beside = tuple(references.values())
    return Plan(steps, tuple(contradictions), tuple(judgements), beside, arrivals, ports, links, order, roots)


def _title(m: ArgumentMap, relation: Relation, look: Look) -> str:
    """Return the name that an author gives a step, where it is to be shown."""
    if look.labels.get(relation.id) not in (Label.BOTH, Label.TITLE):
        return ""
    texts = (m[name].text for name in relation.names if name in m)
    return relation.title or spelled(relation.id, "\n".join(texts))


def verb(
    m: ArgumentMap, relation: Relation, cuts: int | None, concluded: Container[str], folded: Container[str]
) -> str:
    """Say what a step does."""
    if relation.kind is RelationKind.SUPPORT:
        return "answers" if m[relation.target].kind is Kind.QUESTION else "supports"
    if relation.kind is RelationKind.UNDERCUT:
        return "undercuts"
    if cuts is None and is_weighed(relation, m[relation.target]):
        return "weighs against"
    return "attacks" if relation.target in folded else "rebuts" if relation.target in concluded else "undermines"


def _contradictions(m: ArgumentMap) -> Iterator[tuple[int, int, str, str]]:
    """Return the pairs of statements that contradict each other, with the relation's number and the pair's."""
    for number, relation in enumerate(m.relations):
        if relation.kind is RelationKind.CONTRADICTION:
            members = [s for s in dict.fromkeys((*relation.premises, relation.target)) if s in m]
            for place, (one, other) in enumerate(combinations(members, 2)):
                yield number, place, one, other


def _links(steps: Mapping[int, DrawnStep]) -> Iterator[tuple[str, str, int]]:
    levels = _levels(steps)
    for step in sorted(steps.values(), key=lambda step: (not step.is_support, not step.is_lined)):
        for tail in step.tails:
            yield element_id("n", step.bears_on), tail, levels[step.number]


def _levels(steps: Mapping[int, DrawnStep]) -> dict[int, int]:
    """Return how many levels further than its head each step starts: one, and one more for each undercut it cuts."""
    found: dict[int, int] = {}
    for number in steps:
        way = []
        at: int | None = number
        while at is not None and at not in found:
            way.append(at)
            at = steps[at].cuts
        for each in reversed(way):
            cuts = steps[each].cuts
            found[each] = 1 if cuts is None or steps[cuts].cuts is None else found[cuts] + 1
    return found


def _reading(m: ArgumentMap, links: Iterable[tuple[str, str, int]]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Number the nodes as a reader meets them: from the roots on, what supports before what attacks."""
    below: dict[str, list[str]] = {}
    for head, tail, _ in links:
        below.setdefault(head, []).append(tail)
    met = reading_order((element_id("n", s.id) for s in m.statements), below)
    order = {node: place for place, node in enumerate(met)}
    return order, tuple(node for node, above in met.items() if above is None)


def _places(m: ArgumentMap, references: Iterable[Reference], order: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """Return each node its section's place, and its own in reading order."""
    groups = {group.id: place for place, group in enumerate(m.groups)}
    sections = {element_id("n", s.id): groups.get(section_of(s) or "", -1) for s in m.statements}
    sections |= {one.name: groups.get(m[one.beside].group or "", -1) for one in references}
    return {node: (sections[node], order[node]) for node in order}


def _arrivals(
    steps: Mapping[int, DrawnStep], contradictions: Iterable[DrawnContradiction], places: Mapping[str, tuple[int, int]]
) -> dict[str, tuple[str, ...]]:
    """Return the edges that arrive at each card: what supports it first, then section by section, in reading order."""
    found: dict[str, list[tuple[bool, bool, tuple[int, int], str]]] = {}
    for step in steps.values():
        if step.cuts is None:
            place = not step.is_support, not step.is_lined, min(places[tail] for tail in step.tails)
            found.setdefault(element_id("n", step.bears_on), []).append((*place, step.edge))
    for one in contradictions:
        if one.leads:
            found.setdefault(one.head, []).append((True, True, places[one.tail], one.edge))
    return {node: tuple(edge for *_, edge in sorted(edges)) for node, edges in found.items()}
