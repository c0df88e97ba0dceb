"""What holds a statement up: how its support hangs together with some elements, such as sources or single grounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import field, frozen

from argmap.evaluation.program import Program


@frozen(eq=False)
class Support:
    """The lines of reasons for a statement, and which elements each ground needs; objections are left aside.

    Statements and rules are numbered anew, as far as the statement rests on them; its own number is 0.

    Attributes:
        heads: The statement that each rule concludes.
        premises: How many premises each rule has.
        needs: The elements that each rule needs, as bits: none for a support, or for a ground that is taken as given.
        rules_with: For each statement, the rules it is a premise of.
        grounds: The rules without premises.
    """

    heads: list[int] = field(repr=False)
    premises: list[int] = field(repr=False)
    needs: list[int] = field(repr=False)
    rules_with: list[list[int]] = field(repr=False)
    grounds: list[int] = field(repr=False)

    @classmethod
    def of(
        cls, program: Program, statement: int, lines: Callable[[int], Iterable[int]], elements: Mapping[int, int]
    ) -> Support:
        """Collect what a statement rests on.

        Args:
            program: The rules.
            statement: The statement.
            lines: Returns the rules for a statement that are to be taken into account.
            elements: The elements that a rule needs, as bits; a rule that is not there needs none.
        """
        numbers = {statement: 0}
        reached, rules = [statement], list[int]()
        for at in reached:
            for rule in lines(at):
                rules.append(rule)
                for premise in program.positive[rule]:
                    if premise not in numbers:
                        numbers[premise] = len(reached)
                        reached.append(premise)
        rules_with: list[list[int]] = [[] for _ in reached]
        for number, rule in enumerate(rules):
            for premise in program.positive[rule]:
                rules_with[numbers[premise]].append(number)
        premises = [len(program.positive[rule]) for rule in rules]
        return cls(
            [numbers[program.heads[rule]] for rule in rules],
            premises,
            [elements.get(rule, 0) for rule in rules],
            rules_with,
            [number for number, count in enumerate(premises) if not count],
        )

    @property
    def size(self) -> int:
        """Return how many rules and premises there are to go through."""
        return len(self.heads) + sum(self.premises)

    @property
    def elements(self) -> int:
        """Return the elements that occur, as bits."""
        found = 0
        for bits in self.needs:
            found |= bits
        return found

    @property
    def takes_for_granted(self) -> bool:
        """Tell whether some ground needs no element."""
        return any(not self.needs[rule] for rule in self.grounds)

    def proof(self, present: int) -> int | None:
        """Return some elements that hold the statement up, of those that are present; None if it falls all the same.

        Unit propagation in linear time (Dowling & Gallier 1984), which ends as soon as the statement is reached.
        """
        heads, needs, absent = self.heads, self.needs, ~present
        waiting = self.premises.copy()
        used: dict[int, int] = {}
        collected = needs.copy()
        todo = self.grounds.copy()
        for rule in todo:
            head = heads[rule]
            if head in used or needs[rule] & absent:
                continue
            if not head:
                return collected[rule]
            used[head] = collected[rule]
            for following in self.rules_with[head]:
                collected[following] |= used[head]
                waiting[following] -= 1
                if not waiting[following]:
                    todo.append(following)
        return None
