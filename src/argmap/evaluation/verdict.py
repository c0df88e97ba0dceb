"""What an evaluation says: the verdict on each statement, the evaluation as a whole, and what a source changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, overload

from attrs import field, frozen

from argmap import collector
from argmap.errors import UnknownNameError
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Grade, Standing
from argmap.evaluation.necessity import FailurePoints
from argmap.evaluation.prospects.answers import Answers, answers
from argmap.evaluation.prospects.dependence import Challenges, Reliance
from argmap.evaluation.prospects.gaps import Gaps
from argmap.evaluation.prospects.modifiers import modifiers
from argmap.evaluation.prospects.retraction import Flip, flips
from argmap.evaluation.prospects.trials import Trials
from argmap.evaluation.reasons import Reasons
from argmap.evaluation.solution import Solution
from argmap.evaluation.solutions import Solutions
from argmap.evaluation.tally import Tally
from argmap.evaluation.translation import DISPUTED, GRADE, LIMIT
from argmap.evaluation.weighing import Judgement, ToWeigh, balance, judgements, outweighed, spent
from argmap.evaluation.why import Why
from argmap.graph import Graph, Step
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind

if TYPE_CHECKING:
    from argmap.evaluation.certificate.claims import Claims, Outcome, Remarks

_T = TypeVar("_T")


@frozen
class Verdict:
    """What is said of a statement.

    Attributes:
        id: Of the statement.
        supported: Whether a complete chain of reasons reaches a ground, objections left aside.
        standing: Whether it stands.
        grade: The weakest link of its best line; None where it has none, or only through a granted leaf. *Disputed* for
            an unsupported statement too, if disputed citations are what its best line lacks.
    """

    id: str
    supported: bool
    standing: Standing
    grade: Grade | None
    _evaluation: Evaluation = field(eq=False, repr=False)

    @cached_property
    def stands_on(self) -> Grade | None:
        """Return the weakest link of the best of its lines that stand; None for what is rejected or unsupported.

        It is worse than the grade where the best line of all is one that does not stand. Of an undecided statement, the
        lines count that have not fallen.
        """
        return GRADE[self._evaluation.solution.level_standing(self._index)]

    @property
    def ground(self) -> Grade | None:
        """Return the grade to tell of it in one word: of what it stands on, or at best would."""
        return self.stands_on if self.standing in (Standing.ACCEPTED, Standing.UNDECIDED) else self.grade

    @property
    def why(self) -> Why:
        """Return the reason."""
        return self._evaluation.reasons.why(self._index)

    @cached_property
    def modifiers(self) -> tuple[str, ...]:
        """Return the words that qualify the standing, in this order.

        ============================  =============================================================================
        ``conditional``               accepted, but not on citations alone; see `conditional_on`
        ``open-challenge``            accepted, but not if uncited objections were granted; see `challenges`
        ``would-stand``               unsupported, but accepted if leaves were granted; see `would_stand_if`
        ``circular``                  unsupported, and supported if going round in a circle counted
        ``either-way``                undecided, but accepted in every preferred reading
        ``on-some-readings``          undecided, and accepted in some preferred reading, but not in all
        ``on-none``                   undecided, and accepted in no preferred reading
        ``undetermined``              undecided, and the search for readings ended at its budget
        ``to-weigh``                  undecided, as reasons for and against it stand and nobody weighed them; see
                                      `to_weigh`
        ``contested``                 something supported attacks it or a line that supports it
        ============================  =============================================================================
        """
        evaluation = self._evaluation
        return modifiers(evaluation.solutions, evaluation.basis, self._index)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Return the leaves that an unsupported statement lacks: with these grounded it would be supported.

        One small set, not always the smallest; empty for what only goes round in a circle. Where each line rests on a
        circle as well as on leaves, grounding the leaves is not enough.
        """
        return self._ids(self._evaluation.solution.repairs.leaves(self._index))

    @cached_property
    def conditional_on(self) -> tuple[str, ...]:
        """Return the assumptions, and granted leaves, that an accepted statement rests on beside citations."""
        if "conditional" not in self.modifiers:
            return ()
        return self._ids(self._evaluation.beyond_citations.of(self._index))

    @cached_property
    def challenges(self) -> tuple[str, ...]:
        """Return the objections that would fell an accepted statement if uncited leaves were granted.

        They are unsupported, or cite something for them that does not count; on independent grounds alone, they may be
        citations against a statement, by their ids.
        """
        if "open-challenge" not in self.modifiers:
            return ()
        return self._ids(self._evaluation.open_challenges.to(self._index))

    @cached_property
    def would_stand_if(self) -> tuple[str, ...]:
        """Return leaves that, once grounded, would make an unsupported statement accepted; empty if nothing would.

        Often the same as `missing`; more where an uncited answer to a standing objection is needed besides; on
        independent grounds alone, this may be a citation against the objection, by its id.
        """
        if "would-stand" not in self.modifiers:
            return ()
        return self._ids(self._evaluation.wanted.of(self._index))

    @cached_property
    def to_weigh(self) -> ToWeigh | None:
        """Return what is to be weighed for and against a statement, if that is what keeps it undecided."""
        found = balance(self._evaluation.solution, self._index)
        if found is None:
            return None
        whys = self._evaluation.reasons.why_rule
        return ToWeigh(tuple(whys(rule).id for rule in found.pros), tuple(whys(rule).id for rule in found.cons))

    @cached_property
    def answers(self) -> Answers | None:
        """Return which single answers to attacks would decide an undecided statement; None for any other."""
        if self.standing is not Standing.UNDECIDED:
            return None
        return answers(self._evaluation.solution, self._index)

    @property
    def _index(self) -> int:
        return self._evaluation.graph.index_of[self.id]

    def _ids(self, indices: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(map(self._evaluation.solution.program.name, indices))


@frozen(eq=False)
class Evaluation(Mapping[str, Verdict]):
    """The verdicts on the statements of a map, by id; questions have none.

    What is asked for is worked out then, and kept. Ids, statements and relations come in the order of the map.

    Attributes:
        basis: Which grounds are honoured.
        solutions: What is found on each basis, by index.
    """

    basis: Basis
    solutions: Solutions = field(repr=False)
    _kin: dict[Basis, Evaluation] = field(factory=dict, repr=False)
    _verdicts: dict[str, Verdict] = field(factory=dict, init=False, repr=False)

    def __getitem__(self, statement: str) -> Verdict:
        """Return the verdict on a statement; raises `UnknownNameError`, a `LookupError`."""
        if statement not in self._indices:
            raise UnknownNameError("statement", statement, self)
        if statement not in self._verdicts:
            index, solution = self._indices[statement], self.solution
            is_supported = solution.is_supported(index)
            level = solution.grounding.levels[index]
            grade = GRADE[level] if is_supported or level == DISPUTED else None
            self._verdicts[statement] = Verdict(statement, is_supported, solution.standing(index), grade, self)
        return self._verdicts[statement]

    @overload
    def get(self, key: str, /) -> Verdict | None: ...
    @overload
    def get(self, key: str, /, default: Verdict | _T) -> Verdict | _T: ...
    def get(self, key: str, /, default: object = None) -> object:
        """Return the verdict on a statement, or the default for what has none."""
        return self[key] if key in self._indices else default

    def __contains__(self, statement: object) -> bool:
        return statement in self._indices

    def __iter__(self) -> Iterator[str]:
        return iter(self._indices)

    def __len__(self) -> int:
        return len(self._indices)

    def of(self, basis: Basis | str) -> Evaluation:
        """Return the evaluation of the same map on another basis."""
        basis = Basis(basis)
        self._kin[self.basis] = self
        if basis not in self._kin:
            self._kin[basis] = Evaluation(basis, self.solutions, self._kin)
        return self._kin[basis]

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Return the standing of every statement that is no question."""
        standings = self.solution.standings
        return {name: standings[index] for name, index in self._indices.items()}

    @cached_property
    def tally(self) -> Tally:
        """Return how many statements are supported, by grade."""
        limit, levels = self.solution.limit, self.solution.grounding.levels
        found = Counter(levels[index] for index in self._indices.values())
        disputed = 0 if limit >= DISPUTED else found[DISPUTED]
        return Tally({GRADE[level]: found[level] for level in range(limit + 1)}, disputed)

    @cached_property
    def outweighed(self) -> Mapping[str, tuple[str, ...]]:
        """Return, by the id of each attack that is outweighed, the statements of the first reason that does so."""
        return outweighed(self.solution)

    @cached_property
    def judgements(self) -> Mapping[str, tuple[Judgement, ...]]:
        """Return the author's judgements on what outweighs an attack, by its id, in order."""
        return judgements(self.solution)

    @cached_property
    def spent(self) -> frozenset[str]:
        """Return the ids of the steps and undercuts that come to nothing, as a premise falls or they are undercut."""
        return spent(self.solution)

    @cached_property
    def circular(self) -> tuple[tuple[str, ...], ...]:
        """Return the circles: statements that support each other all round and that nothing else supports."""
        return tuple(tuple(self.graph.statements[index].id for index in loop) for loop in self.solution.circles.loops)

    @cached_property
    def question_begging(self) -> tuple[str, ...]:
        """Return the ids of the supports some premise of which is supported only through their own conclusion.

        Dropping them all changes no label. Supports in a circle that nothing else supports are in `circular` instead.
        """
        begging, parts = sorted(self.solution.needs.begging), self.solution.program.parts
        return tuple(part.relation.id for rule in begging if isinstance(part := parts[rule], Step))

    @cached_property
    def failure_points(self) -> Mapping[str, FailurePoints]:
        """Return the single points of failure of every supported statement, by id: without one, it is not supported."""
        solution = self.solution
        return {
            name: FailurePoints(solution.needs, index)
            for name, index in self._indices.items()
            if solution.is_supported(index)
        }

    def without(self, *sources: str) -> Retraction:
        """Tell what changes when every ground of one or several sources is dropped."""
        return Retraction(sources, self, Evaluation(self.basis, self.solutions.without(sources)))

    def certify(self, m: ArgumentMap, grades: Grades | None = None, reasons: Iterable[Why] = ()) -> list[str]:
        """Check all labels and grades, and some reasons, by code that shares nothing with what found them.

        Args:
            m: The map.
            grades: How good its citations are, where that was known when it was evaluated.
            reasons: Reasons for verdicts; all that they rest on is checked too.

        Returns:
            What is wrong, in a sentence each; empty if all is right.
        """
        return list(self.certified(m, grades, reasons).wrong)

    def certified(
        self,
        m: ArgumentMap,
        grades: Grades | None = None,
        reasons: Iterable[Why] = (),
        *,
        remarks: bool = False,
        answered: Iterable[str] = (),
    ) -> Outcome:
        """Check what `certify` does, and tell how much was checked.

        Args:
            m: The map.
            grades: How good its citations are, where that was known when it was evaluated.
            reasons: Reasons for verdicts; all that they rest on is checked too.
            remarks: Whether the words that qualify the standings are checked too, for which other bases are evaluated.
            answered: The undecided statements whose deciding answers are checked too.
        """
        from argmap.evaluation.certificate.certify import certify

        with collector.paused():
            return certify(m, self._claims(remarks=remarks, answered=answered), grades, reasons)

    # What follows speaks of statements by their index in the graph.

    @property
    def graph(self) -> Graph:
        """Return the look-ups of the map."""
        return self.solutions.grounding.program.graph

    @cached_property
    def solution(self) -> Solution:
        """Return what is found on this basis."""
        return self.solutions.of(self.basis)

    @cached_property
    def reasons(self) -> Reasons:
        """Return the reasons behind the labels."""
        return Reasons(self.solution)

    @cached_property
    def beyond_citations(self) -> Reliance:
        """Return the assumptions and granted leaves that proofs use."""
        return Reliance(self.solution, LIMIT[Basis.CITED])

    @cached_property
    def gaps(self) -> Gaps:
        """Return where support is missing in the first place, and what sources there would support."""
        return Gaps(self.solution)

    def trials(self, statements: Sequence[int]) -> Trials:
        """Return a way to find out what changes with a ground for any of some statements, or without what strikes."""
        return Trials.of(self.solution, statements)

    @cached_property
    def wanted(self) -> Reliance:
        """Return the leaves that proofs would use if all were granted."""
        return Reliance(self.solutions.of(Basis.GRANTED), self.solution.limit)

    @cached_property
    def open_challenges(self) -> Challenges:
        """Return the objections without a ground that would undo what is accepted."""
        return Challenges(self.solution, self.solutions.of(Basis.GRANTED))

    @cached_property
    def _indices(self) -> dict[str, int]:
        statements = self.graph.statements
        return {s.id: index for index, s in enumerate(statements) if s.kind is not Kind.QUESTION}

    def _claims(self, *, remarks: bool, answered: Iterable[str] = ()) -> Claims:
        from argmap.evaluation.certificate.claims import Claims, Supposed

        grades = {name: verdict.grade for name, verdict in self.items()}
        tried = (self[name].answers for name in answered)
        supposed = tuple(
            Supposed(each.statement, answer.standing, answer.dropped, answer.after.settled)
            for each in tried
            if each
            for answer in each.deciding
        )
        words = self._remarks if remarks else None
        upright = {name: verdict.stands_on for name, verdict in self.items()}
        return Claims(self.basis, self.solution.settled, self.standings, grades, words, supposed, upright)

    def _remarks(self) -> Remarks:
        from argmap.evaluation.certificate.claims import Claims, Remarks

        words = {name: verdict.modifiers for name, verdict in self.items()}
        others = (self.of(basis) for basis in (Basis.CITED, Basis.GRANTED) if basis is not self.basis)
        return Remarks(words, {o.basis: Claims(o.basis, o.solution.settled, o.standings) for o in others})


@frozen(eq=False)
class Retraction:
    """What changes when every ground of one or several sources is dropped.

    Attributes:
        sources: Ids of the sources.
        before: The evaluation with them.
        after: The evaluation without them.
    """

    sources: tuple[str, ...]
    before: Evaluation = field(repr=False)
    after: Evaluation = field(repr=False)

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """Return the statements whose standing changes, in the order of the map."""
        return flips(self.before.standings, self.after.standings)
