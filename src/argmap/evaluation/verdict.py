"""What an evaluation says: its words, the verdict on a statement, and the evaluation as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar, overload

from attrs import field, frozen

from argmap.errors import UnknownNameError
from argmap.evaluation.conditions import open_challenges, relied_on
from argmap.evaluation.explain import Reasons
from argmap.evaluation.labels import Basis, Grade, Status
from argmap.evaluation.modifiers import contested, modifiers
from argmap.evaluation.program import GRADE, LIMIT
from argmap.evaluation.readings import Readings
from argmap.evaluation.retraction import Retraction
from argmap.evaluation.standing import Labelling, well_founded
from argmap.evaluation.support import Circles, Grounding, Repairs
from argmap.evaluation.weak_points import FailurePoints, Needs
from argmap.evaluation.why import Why
from argmap.graph import Graph, Step
from argmap.model.statements import Kind

__all__ = ["Basis", "Evaluation", "FailurePoints", "Grade", "Retraction", "Status", "Verdict", "Why"]

_T = TypeVar("_T")

_STATUS = (Status.UNDECIDED, Status.ACCEPTED, Status.REJECTED)
"""By the truth of *holds(s)*."""


@frozen
class Verdict:
    """What is said of a statement.

    Attributes:
        id: Of the statement.
        supported: Whether a complete chain of reasons reaches a ground, objections left aside.
        status: Whether it stands.
        grade: The weakest link of its best line; None where it has none, or only through a granted leaf.
    """

    id: str
    supported: bool
    status: Status
    grade: Grade | None
    _evaluation: Evaluation = field(eq=False, repr=False)

    @property
    def why(self) -> Why:
        """Give the reason."""
        return self._evaluation.reasons.why(self._position)

    @cached_property
    def modifiers(self) -> tuple[str, ...]:
        """Give the words that qualify the status, in this order.

        ============================  =============================================================================
        ``conditional``               accepted, but not on citations alone; see `conditional_on`
        ``open-challenge``            accepted, but not if uncited objections were granted; see `challenges`
        ``would-stand``               unsupported, but accepted if leaves were granted; see `would_stand_if`
        ``circular``                  unsupported, and supported if going round in a circle counted
        ``either-way``                undecided, but accepted in every preferred reading
        ``on-some-readings``          undecided, and accepted in some preferred reading, but not in all
        ``on-none``                   undecided, and accepted in no preferred reading
        ``undetermined``              undecided, and the search for readings ended at its budget
        ``contested``                 something supported attacks it or a line that supports it
        ============================  =============================================================================
        """
        return modifiers(self._evaluation, self._position)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Give the leaves that an unsupported statement lacks: with these grounded it would be supported.

        One small set, not always the smallest; empty for what only goes round in a circle. Where each line rests on a
        circle as well as on leaves, grounding the leaves is not enough.
        """
        return self._ids(self._evaluation.repairs.leaves(self._position))

    @cached_property
    def conditional_on(self) -> tuple[str, ...]:
        """Give the assumptions, and granted leaves, that an accepted statement rests on beside citations."""
        if "conditional" not in self.modifiers:
            return ()
        evaluation, limit = self._evaluation, LIMIT[Basis.CITED]
        return self._ids(relied_on(evaluation, self._position, limit, evaluation.known("conditional")))

    @cached_property
    def challenges(self) -> tuple[str, ...]:
        """Give the unsupported objections that would fell an accepted statement if uncited leaves were granted."""
        if "open-challenge" not in self.modifiers:
            return ()
        evaluation, granted = self._evaluation, self._evaluation.of(Basis.GRANTED)
        return self._ids(open_challenges(evaluation, granted, self._position, evaluation.known("open-challenge")))

    @cached_property
    def would_stand_if(self) -> tuple[str, ...]:
        """Give leaves that, once grounded, would make an unsupported statement accepted; empty if nothing would.

        Often the same as `missing`; more where an uncited answer to a standing objection is needed besides.
        """
        if "would-stand" not in self.modifiers:
            return ()
        evaluation, granted = self._evaluation, self._evaluation.of(Basis.GRANTED)
        return self._ids(relied_on(granted, self._position, evaluation.limit, evaluation.known("would-stand")))

    @property
    def _position(self) -> int:
        return self._evaluation.graph.index[self.id]

    def _ids(self, positions: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self._evaluation.graph.statements[position].id for position in positions)


@frozen(eq=False)
class Evaluation(Mapping[str, Verdict]):
    """The verdicts on the statements of a map, by id; questions have none.

    What is asked for is worked out then, and kept. Ids, statements and relations come in the order of the map.

    Attributes:
        grounding: How the statements are supported.
        basis: Which grounds are honoured.
    """

    grounding: Grounding = field(repr=False)
    basis: Basis
    _before: Evaluation | None = field(default=None, repr=False)
    _kin: dict[Basis, Evaluation] = field(factory=dict, repr=False)
    _verdicts: dict[str, Verdict] = field(factory=dict, init=False, repr=False)
    _known: dict[str, dict[int, tuple[int, ...]]] = field(factory=dict, init=False, repr=False)

    def __getitem__(self, statement: str) -> Verdict:
        """Give the verdict on a statement; raises `UnknownNameError`, a `LookupError`."""
        if statement not in self._places:
            raise UnknownNameError("statement", statement, self)
        if statement not in self._verdicts:
            place = self._places[statement]
            level = self.grounding.levels[place]
            grade = GRADE[level] if level <= self.limit else None
            self._verdicts[statement] = Verdict(statement, level <= self.limit, self.status(place), grade, self)
        return self._verdicts[statement]

    @overload
    def get(self, key: str, /) -> Verdict | None: ...
    @overload
    def get(self, key: str, /, default: Verdict | _T) -> Verdict | _T: ...
    def get(self, key: str, /, default: object = None) -> object:
        """Give the verdict on a statement, or the default for what has none."""
        return self[key] if key in self._places else default

    def __contains__(self, statement: object) -> bool:
        return statement in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def of(self, basis: Basis | str) -> Evaluation:
        """Give the evaluation of the same map under another basis."""
        basis = Basis(basis)
        self._kin[self.basis] = self
        if basis not in self._kin:
            before = None if self._before is None else self._before.of(basis)
            self._kin[basis] = Evaluation(self.grounding, basis, before, self._kin)
        return self._kin[basis]

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """Give the status of every statement that is no question."""
        return {name: self.status(place) for name, place in self._places.items()}

    @cached_property
    def circular(self) -> tuple[tuple[str, ...], ...]:
        """Give the circles: statements that support each other all round and that nothing else supports."""
        return tuple(tuple(self.graph.statements[place].id for place in loop) for loop in self.circles.loops)

    @cached_property
    def question_begging(self) -> tuple[str, ...]:
        """Give the ids of the supports some premise of which is supported only through their own conclusion.

        Dropping them all changes no label. Supports in a circle that nothing else supports are in `circular` instead.
        """
        parts = self.grounding.program.parts
        return tuple(part.relation.id for rule in sorted(self.needs.begging) if isinstance(part := parts[rule], Step))

    @cached_property
    def failure_points(self) -> Mapping[str, FailurePoints]:
        """Give the single points of failure of every supported statement, by id: without one, it is not supported."""
        levels = self.grounding.levels
        return {
            name: FailurePoints(self.needs, place)
            for name, place in self._places.items()
            if levels[place] <= self.limit
        }

    def without(self, source: str) -> Retraction:
        """Tell what changes when every ground of a source is dropped."""
        grounding = Grounding.of(self.grounding.program, self.grounding.ratings_without(source))
        return Retraction(source, self, Evaluation(grounding, self.basis, self))

    # What follows speaks of statements by their position in the graph.

    @property
    def graph(self) -> Graph:
        """Give the look-ups of the map."""
        return self.grounding.program.graph

    @cached_property
    def limit(self) -> int:
        """Give the last level of ground that is honoured."""
        return LIMIT[self.basis]

    def status(self, place: int) -> Status:
        """Give the status of the statement at a position."""
        if self.grounding.levels[place] > self.limit:
            return Status.UNSUPPORTED
        return _STATUS[self.labelling.values[place]]

    def known(self, word: str) -> dict[int, tuple[int, ...]]:
        """Give what was found so far on which statements a modifier depends, by position."""
        return self._known.setdefault(word, {})

    @cached_property
    def labelling(self) -> Labelling:
        """Give the well-founded model."""
        before = self._before
        if before is None and self.basis is not Basis.CITED:
            before = self.of(Basis.CITED if self.basis is Basis.DECLARED else Basis.DECLARED)
        if before is None:
            return well_founded(self.grounding, self.limit)
        return well_founded(self.grounding, self.limit, (before.grounding, before.limit, before.labelling))

    @cached_property
    def reasons(self) -> Reasons:
        """Give the reasons behind the labels."""
        return Reasons(self)

    @cached_property
    def circles(self) -> Circles:
        """Give what is supported only by going round."""
        return Circles.of(self.grounding, self.limit)

    @cached_property
    def repairs(self) -> Repairs:
        """Give what unsupported statements lack."""
        return Repairs.of(self.grounding, self.circles, self.limit)

    @cached_property
    def needs(self) -> Needs:
        """Give what each supported statement cannot do without."""
        return Needs.of(self.grounding, self.limit)

    @cached_property
    def readings(self) -> Readings:
        """Give the preferred readings of what is undecided."""
        return Readings.of(self.grounding, self.limit, self.labelling)

    @cached_property
    def contested(self) -> frozenset[int]:
        """Give the statements that something supported attacks, themselves or on a line that supports them."""
        return contested(self.grounding, self.limit)

    @cached_property
    def _places(self) -> dict[str, int]:
        statements = self.graph.statements
        return {s.id: place for place, s in enumerate(statements) if s.kind is not Kind.QUESTION}
