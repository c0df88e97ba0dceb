"""How much a regular expression goes back: a matcher that counts its steps, and texts that make it go back most.

The matcher takes Python's own parse of a pattern and tries what Python's `re` tries, in the same order; a step is one
character looked at. The texts repeat what the pattern itself can tell apart, after what leads to each of its parts and
before what lets it fail. Nothing is timed: a pattern whose steps more than triple when the text doubles is too slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import product
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

Rest = Callable[[int], bool]
Part = Callable[[int, Rest], bool]

ONE_CHARACTER = {_constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.IN}
LOOKS = {_constants.ASSERT, _constants.ASSERT_NOT}
REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}
PLAIN = "a \n\t\r0A_-.,:;!?\"'()[]{}<>/\\|#*@=~`\x00é中’"
MOST_STEPS = 500
"""A character, more than which no linear pattern takes."""
FEW = 4
TOO_STEEP = 3.0
"""By which factor steps may grow when a text doubles: 2 is linear, 4 quadratic."""


class EndlessError(Exception):
    """More steps than any linear pattern takes."""


class Attack(NamedTuple):
    """A text of any length: a beginning, a middle so many times, an end."""

    before: str
    repeated: str
    after: str

    def text(self, times: int) -> str:
        """Return the text with the middle repeated."""
        return self.before + self.repeated * times + self.after


class Pattern:
    """A regular expression, matched as `re` matches it, counting."""

    def __init__(self, pattern: str | bytes, flags: int = 0, *, anchored: bool = False, once: bool = False) -> None:
        """Take the pattern: an anchored one is tried at the start only, one looked for once until it is found."""
        text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        self.tree = _parser.parse(text, flags)
        self.anchored, self.once = anchored, once
        self.steps = 0
        self.text = ""
        self._groups: dict[int, tuple[int, int]] = {}
        self._tests: dict[str, Callable[[str], bool]] = {}
        self._match = self._sequence(list(self.tree))

    def count(self, text: str) -> int:
        """Return how many steps it takes to look through a text."""
        self.matches(text)
        return self.steps

    def matches(self, text: str) -> list[tuple[int, int]]:
        """Return where it matches, each from its start to its end."""
        self.text, self.steps = text, 0
        found: list[tuple[int, int]] = []
        at = 0
        while at <= len(text) and not (found and self.once):
            self._groups.clear()
            ends: list[int] = []
            if self._match(at, lambda end, ends=ends: not ends.append(end)):
                found.append((at, ends[0]))
            at = max(ends[0], at + 1) if ends else at + 1
            if self.anchored:
                break
        return found

    def slow(self) -> Attack | None:
        """Return a text whose doubling more than triples the steps, if there is one among those that are tried."""
        for attack in self.attacks():
            if all(self._steep(attack, times) for times in (8, 48, 384)):
                return attack
        return None

    def _steep(self, attack: Attack, times: int) -> bool:
        try:
            return self.count(attack.text(2 * times)) > TOO_STEEP * self.count(attack.text(times))
        except EndlessError:
            return True

    # The matcher

    def _step(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS * (len(self.text) + 1):
            raise EndlessError

    def _sequence(self, nodes: list[Any]) -> Part:
        parts = [self._part(node) for node in nodes]

        def match(at: int, rest: Rest, index: int = 0) -> bool:
            if index == len(parts):
                return rest(at)
            return parts[index](at, lambda end: match(end, rest, index + 1))

        return parts[0] if len(parts) == 1 else match

    def _part(self, node: Any) -> Part:
        kind, value = node
        if kind in ONE_CHARACTER:
            return self._character(self._accepts(node))
        if kind is _constants.AT:
            return self._position(self._compiled(node))
        if kind in REPEATS:
            return self._repeat(kind, *value)
        if kind in LOOKS:
            return self._look(kind is _constants.ASSERT, *value)
        return self._composed(kind, value)

    def _composed(self, kind: Any, value: Any) -> Part:
        if kind is _constants.BRANCH:
            branches = [self._sequence(list(branch)) for branch in value[1]]
            return lambda at, rest: any(branch(at, rest) for branch in branches)
        if kind is _constants.ATOMIC_GROUP:
            return self._atomic(self._sequence(list(value)))
        if kind is _constants.SUBPATTERN:
            return self._group(value[0], self._sequence(list(value[3])))
        if kind is _constants.GROUPREF:
            return self._again(value)
        if kind is _constants.GROUPREF_EXISTS:
            yes, no = self._sequence(list(value[1])), self._sequence(list(value[2] or ()))
            return lambda at, rest: yes(at, rest) if value[0] in self._groups else no(at, rest)
        return lambda _at, _rest: False

    def _character(self, accepts: Callable[[str], bool]) -> Part:
        def character(at: int, rest: Rest) -> bool:
            self._step()
            return at < len(self.text) and accepts(self.text[at]) and rest(at + 1)

        return character

    def _position(self, place: re.Pattern[str]) -> Part:
        def position(at: int, rest: Rest) -> bool:
            self._step()
            return place.match(self.text, at) is not None and rest(at)

        return position

    def _repeat(self, kind: Any, least: int, most: int, body: Any) -> Part:
        nodes = list(body)
        part = self._sequence(nodes)
        lazy = kind is _constants.MIN_REPEAT

        def more(at: int, rest: Rest, done: int) -> bool:
            again = lambda end: (end > at or done < least) and more(end, rest, done + 1)  # noqa: E731
            if done < least:
                return part(at, again)
            if lazy:
                return rest(at) or (done < most and part(at, again))
            return (done < most and part(at, again)) or rest(at)

        def run(at: int, rest: Rest) -> bool:
            end, accepts = at, self._accepts(nodes[0])
            while end - at < most and end < len(self.text) and accepts(self.text[end]):
                self._step()
                end += 1
            return any(rest(place) for place in range(end, at + least - 1, -1))

        simple = len(nodes) == 1 and nodes[0][0] in ONE_CHARACTER and not lazy
        repeated: Part = run if simple else lambda at, rest: more(at, rest, 0)
        return self._atomic(repeated) if kind is _constants.POSSESSIVE_REPEAT else repeated

    def _atomic(self, part: Part) -> Part:
        def match(at: int, rest: Rest) -> bool:
            ends: list[int] = []
            return part(at, lambda end: not ends.append(end)) and rest(ends[0])

        return match

    def _look(self, wanted: bool, direction: int, body: Any) -> Part:
        part = self._sequence(list(body))
        back = body.getwidth()[0] if direction < 0 else 0

        def match(at: int, rest: Rest) -> bool:
            self._step()
            return (at >= back and part(at - back, lambda _: True)) is wanted and rest(at)

        return match

    def _group(self, number: int | None, part: Part) -> Part:
        def match(at: int, rest: Rest) -> bool:
            def close(end: int) -> bool:
                before = self._groups.get(number)
                self._groups[number] = at, end
                if rest(end):
                    return True
                self._groups.pop(number)
                if before:
                    self._groups[number] = before
                return False

            return part(at, close)

        return part if number is None else match

    def _again(self, number: int) -> Part:
        def match(at: int, rest: Rest) -> bool:
            self._step()
            start, end = self._groups.get(number, (0, -1))
            return end >= start and self.text.startswith(self.text[start:end], at) and rest(at + end - start)

        return match

    def _compiled(self, node: Any) -> re.Pattern[str]:
        tree = _parser.SubPattern(self.tree.state, [node])
        return _compiler.compile(tree, self.tree.state.flags)  # type: ignore[no-any-return]

    def _accepts(self, node: Any) -> Callable[[str], bool]:
        name = str(node)
        if name not in self._tests:
            self._tests[name] = self._test(node)
        return self._tests[name]

    def _test(self, node: Any) -> Callable[[str], bool]:
        known: dict[str, bool] = {}
        pattern = self._compiled(node)

        def accepts(character: str) -> bool:
            if character not in known:
                known[character] = pattern.match(character) is not None
            return known[character]

        return accepts

    # The texts

    def attacks(self) -> Iterator[Attack]:
        """Return the texts to try: after what leads to each repeat, what it or the pattern repeats, and an end."""
        ends = ("", *self._fewest(), "\n\n")
        pairs = ["".join(pair) for pair in product(self.alphabet[:FEW], repeat=2)]
        tried: set[Attack] = set()
        for before, body in self._led_to(self.tree):
            bodies = self._samples(body)
            for repeated in dict.fromkeys((*bodies, before, before + bodies[0], *self.alphabet, *pairs)):
                for after in ends:
                    attack = Attack(before, repeated, after)
                    if repeated and attack not in tried:
                        tried.add(attack)
                        yield attack

    @cached_property
    def alphabet(self) -> list[str]:
        """One character of each kind that the repeats tell apart, and of those that are told apart by no letter."""
        repeated = [node for _, body in self._repeats(self.tree) for node in self._characters(body)]
        others = [node for node in self._characters(self.tree) if not _is_letter(node)]
        tests = list({str(node): self._accepts(node) for node in (*repeated, *others)}.values())
        alike: dict[tuple[bool, ...], str] = {}
        for character in (*PLAIN, *self._literals(self.tree)):
            alike.setdefault(tuple(test(character) for test in tests), character)
        return list(alike.values())

    def _fewest(self) -> list[str]:
        tests = [self._accepts(node) for node in self._characters(self.tree)]
        return [min(self.alphabet, key=lambda character: sum(test(character) for test in tests))]

    def _characters(self, tree: Any) -> Iterator[Any]:
        for node in self._nodes(tree):
            if node[0] in ONE_CHARACTER:
                yield node

    def _literals(self, tree: Any) -> Iterator[str]:
        for kind, value in self._characters(tree):
            for inner, what in value if kind is _constants.IN else [(kind, value)]:
                if inner in {_constants.LITERAL, _constants.NOT_LITERAL}:
                    yield chr(what)
                elif inner is _constants.RANGE:
                    yield chr(what[0])

    def _nodes(self, tree: Any) -> Iterator[Any]:
        for node in tree:
            yield node
            for inner in _inside(node):
                yield from self._nodes(inner)

    def _repeats(self, tree: Any) -> Iterator[tuple[Any, Any]]:
        """Return each repeat without an end, with what it repeats."""
        for node in self._nodes(tree):
            if node[0] in REPEATS and node[1][1] > len(PLAIN):
                yield node, node[1][2]

    def _led_to(self, tree: Any, before: str = "") -> Iterator[tuple[str, Any]]:
        """Return what each repeat without an end repeats, after a text that leads to it."""
        for node in tree:
            if node[0] in REPEATS and node[1][1] > len(PLAIN):
                yield before, node[1][2]
            for inner in _inside(node):
                yield from self._led_to(inner, before)
            before += self._samples([node])[0]

    def _samples(self, tree: Any) -> list[str]:
        """Return some texts that match a part, the shortest first: each way of a choice, few repeats."""
        samples = [""]
        for kind, value in tree:
            ways = [""]
            if kind in ONE_CHARACTER:
                accepts = self._accepts((kind, value))
                ways = [next(filter(accepts, (*self._literals([(kind, value)]), *self.alphabet)), "")]
            elif kind is _constants.BRANCH:
                ways = [sample for branch in value[1] for sample in self._samples(branch)]
            elif kind in REPEATS:
                once = self._samples(value[2])
                ways = [sample * value[0] for sample in once] + ([] if value[0] else once)
            elif kind in {_constants.SUBPATTERN, _constants.ATOMIC_GROUP}:
                ways = self._samples(value[3] if kind is _constants.SUBPATTERN else value)
            samples = [sample + way for sample in samples for way in dict.fromkeys(ways)][:8]
        return samples


def _is_letter(node: Any) -> bool:
    return node[0] is _constants.LITERAL and chr(node[1]).isalnum()


def _inside(node: Any) -> list[Any]:
    kind, value = node
    if kind in REPEATS:
        return [value[2]]
    if kind is _constants.SUBPATTERN:
        return [value[3]]
    if kind is _constants.BRANCH:
        return list(value[1])
    if kind is _constants.ATOMIC_GROUP:
        return [value]
    if kind is _constants.GROUPREF_EXISTS:
        return [part for part in value[1:] if part]
    return [value[1]] if kind in LOOKS else []
