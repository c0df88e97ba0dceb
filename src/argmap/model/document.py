"""The argument map: a loaded document with its statements, relations and inline sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from argmap.errors import UnknownNameError
from argmap.model import notebook
from argmap.model.expectations import Expectation
from argmap.model.orders import Order
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.model.titles import spelled
from argmap.text import Span

IMPORTED = "argmap-import"
"""The name in the annex of a map under which stands which file it was imported from; it is no format's."""


@frozen
class Group:
    """A section of a map.

    Attributes:
        id: Unique among the groups.
        title: Its heading.
        parent: Id of the group that it stands in.
    """

    id: str
    title: str
    parent: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False)


def _by_target(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """Order relations as a document lists them: by target and kind, and there as they came."""
    return tuple(sorted(relations, key=lambda relation: (relation.target, relation.kind)))


@frozen
class ArgumentMap:
    """The argument of a document.

    Attributes:
        title: Its heading.
        description: A line under the title.
        about: Id of the source whose argument it is; the default source of passages and citations.
        groups: Sections, in order.
        statements: In order.
        relations: The typed edges; their order counts only among those of one kind on one target.
        sources: Records written in the map itself.
        expectations: What its author expects of its statements, in order.
        orders: How audiences rank the values that its reasons name, in order.
        annex: What a file of another format held that a map has no place for, as a JSON text by the name of the format,
            so that it can be written back; nothing else reads it.
        texts: Texts of sources that came with it, or are to go with it, by the id of the source; takes no part in
            equality.
        about_span: Where it says so.
        origin: Where it was read from; takes no part in equality.
        audience: In whose eyes costs are weighed where values rank them; no document holds it.

    Example:
        >>> m = ArgumentMap(
        ...     statements=(
        ...         Statement("rain", Kind.EVIDENCE, "It rained."),
        ...         Statement("wet", Kind.CLAIM, "The street is wet."),
        ...     ),
        ...     relations=(Relation.make("support", ["rain"], "wet"),),
        ... )
        >>> m["wet"].text
        'The street is wet.'
        >>> [r.premises for r in m.supports(on="wet")]
        [('rain',)]
        >>> "snow" in m, len(m)
        (False, 2)
    """

    title: str = ""
    description: str | None = None
    about: str | None = None
    groups: tuple[Group, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = field(default=(), eq=_by_target)
    sources: tuple[Source, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    orders: tuple[Order, ...] = ()
    annex: Mapping[str, str] = field(factory=dict, hash=False, repr=False)
    texts: Mapping[str, str] = field(factory=dict, eq=False, repr=False)
    about_span: Span | None = field(default=None, eq=False, repr=False)
    origin: Origin | None = field(default=None, eq=False, repr=False)
    audience: Order | None = field(default=None, repr=False)

    def __getitem__(self, statement: str) -> Statement:
        """Return the statement with an id; raises `UnknownNameError`, a `LookupError`."""
        try:
            return self._by_id[statement]
        except KeyError:
            raise UnknownNameError("statement", statement, self._by_id) from None

    def __contains__(self, statement: object) -> bool:
        """Tell whether a statement has an id."""
        return statement in self._by_id

    def called(self, name: str) -> tuple[str, ...]:
        """Return the ids of the statements that a name stands for: one with that id, else those of that title or text.

        Example:
            >>> m = ArgumentMap(statements=(Statement("rain", Kind.CLAIM, "It rained.", "The rain"),))
            >>> m.called("rain"), m.called("The rain"), m.called("It rained."), m.called("Snow")
            (('rain',), ('rain',), ('rain',), ())
        """
        return (name,) if name in self else tuple(s.id for s in self.statements if s.is_called(name))

    def __iter__(self) -> Iterator[Statement]:
        """Go through the statements in order."""
        return iter(self.statements)

    def __len__(self) -> int:
        """Return the number of statements."""
        return len(self.statements)

    @cached_property
    def headings(self) -> dict[str, str]:
        """Return the heading of each section by its id: its title, or its id in words, spelled as in its texts.

        Example:
            >>> short = Statement("shortage", Kind.CLAIM, "GPUs are short.", group="gpus")
            >>> ArgumentMap(groups=(Group("gpus", "gpus"),), statements=(short,)).headings
            {'gpus': 'GPUs'}
        """
        texts: dict[str, list[str]] = {group.id: [] for group in self.groups if group.title in ("", group.id)}
        for statement in self.statements if texts else ():
            if statement.group in texts:
                texts[statement.group].append(statement.text)
        made = {group: spelled(group, "\n".join(texts[group])) for group in texts}
        return {group.id: made.get(group.id, group.title) for group in self.groups}

    def of_kind(self, kind: Kind | str) -> tuple[Statement, ...]:
        """Return the statements of a kind, in order."""
        return tuple(s for s in self.statements if s.kind == kind)

    @property
    def claims(self) -> tuple[Statement, ...]:
        """Return the claims, in order."""
        return self.of_kind(Kind.CLAIM)

    @property
    def premises(self) -> tuple[Statement, ...]:
        """Return the premises, in order."""
        return self.of_kind(Kind.PREMISE)

    @property
    def recommendations(self) -> tuple[Statement, ...]:
        """Return the recommendations, in order."""
        return self.of_kind(Kind.RECOMMENDATION)

    @property
    def evidence(self) -> tuple[Statement, ...]:
        """Return the pieces of evidence, in order."""
        return self.of_kind(Kind.EVIDENCE)

    def supports(self, *, on: str | None = None, of: str | None = None) -> tuple[Relation, ...]:
        """Return the supports on a statement (it is the target), of one (it is a premise), or both."""
        return self._related(RelationKind.SUPPORT, on, of)

    def attacks(self, *, on: str | None = None, of: str | None = None) -> tuple[Relation, ...]:
        """Return the attacks on a statement (it is the target), of one (it attacks), or both."""
        return self._related(RelationKind.ATTACK, on, of)

    @cached_property
    def named(self) -> frozenset[str]:
        """Return the ids that relations name: of statements, and of what is undercut."""
        return frozenset(name for relation in self.relations for name in relation.names)

    def _related(self, kind: RelationKind, on: str | None, of: str | None) -> tuple[Relation, ...]:
        if on is not None:
            self[on]
            found = self._by_target.get(on, [])
        elif of is not None:
            found = self._by_source.get(of, [])
        else:
            found = list(self.relations)
        if of is not None:
            self[of]
        return tuple(r for r in found if r.kind is kind and (of is None or of in r.premises)) if found else ()

    @cached_property
    def _by_id(self) -> dict[str, Statement]:
        return {s.id: s for s in self.statements}

    @cached_property
    def _by_target(self) -> dict[str, list[Relation]]:
        index: dict[str, list[Relation]] = {}
        for relation in self.relations:
            index.setdefault(relation.target, []).append(relation)
        return index

    @cached_property
    def _by_source(self) -> dict[str, list[Relation]]:
        index: dict[str, list[Relation]] = {}
        for relation in self.relations:
            for premise in dict.fromkeys(relation.premises):
                index.setdefault(premise, []).append(relation)
        return index

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """Show the map in a notebook: as a picture where Graphviz is at hand, and as text."""
        return notebook.shown(self)
