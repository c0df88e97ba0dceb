r"""Flat ABA theories as text, in the notation of ICCMA 2023.

The header ``p aba 8`` says how many atoms there are; they are the numbers from 1 on. ``a 1`` makes one an assumption,
``c 1 6`` says that 6 is the contrary of 1, and ``r 4 5 1`` is a rule that concludes 4 from 5 and 1. A line that begins
with ``#`` is a comment; argmap writes the name of an atom in one, as in ``# 4 wet``, and reads it again.
"""

from __future__ import annotations

import re

from attrs import define, field

from argmap.flaws import Flaws
from argmap.frameworks.structured.aba import AbaTheory
from argmap.model.findings import Rule
from argmap.rules.syntax import RULE as SYNTAX
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.text import Span
from argmap.unseen import visible
from argmap.wording import counted, quoted

MOST = 1_000_000
"""Atoms of a theory; a header that promises more is a fault."""

_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"[0-9]{1,9}")
_NAME = re.compile(r"# ([1-9][0-9]{0,8}) (\S.*)")
_SHAPES = {"a": ("a 1", 2, 2), "c": ("c 1 2", 3, 3), "r": ("r 3 1 2", 2, None)}
_MEANS = {"a": "1 is an assumption", "c": "2 is the contrary of 1", "r": "3 follows from 1 and 2"}


def is_meant(text: str) -> bool:
    """Tell a theory by its header, below comments at most."""
    for line in _LINE.finditer(text):
        words = line[1].split(None, 2)
        if words and not words[0].startswith("#"):
            return words[:2] == ["p", "aba"]
    return False


def read_aba(text: str, flaws: Flaws, places: dict[str, Span] | None = None) -> AbaTheory:
    r"""Read a theory.

    Args:
        text: The whole file.
        flaws: Where to add what is wrong in it.
        places: Where to put the place at which each atom is first named.

    Returns:
        What could be read, with atoms by their names in comments, or their numbers.

    Example:
        >>> theory = read_aba("p aba 3\n# 3 wet\na 1\na 2\nc 1 3\nr 3 2\n", Flaws())
        >>> theory.assumptions, theory.contraries, theory.rules
        (('1', '2'), {'1': 'wet'}, (('wet', ('2',)),))
    """
    reader = _Reader(flaws)
    for line in _LINE.finditer(text):
        words = [(found[0], Span(*found.span())) for found in _WORD.finditer(text, line.start(), line.end(1))]
        if words and words[0][0].startswith("#"):
            reader.comment(line[1].strip())
        elif words:
            reader.line(words, Span(words[0][1].start, words[-1][1].end))
    if places is not None:
        places.update(reader.places)
    return reader.theory()


def write_aba(theory: AbaTheory) -> str:
    """Write a theory, with the names of its atoms in comments where they are no numbers from 1 on.

    Example:
        >>> print(write_aba(AbaTheory(("a",), {"a": "p"}, (("p", ()),))))
        p aba 2
        # 1 a
        # 2 p
        a 1
        c 1 2
        r 2
        <BLANKLINE>
    """
    told = (*theory.contraries.values(), *(atom for head, body in theory.rules for atom in (head, *body)))
    number = {atom: place for place, atom in enumerate(dict.fromkeys((*theory.assumptions, *told)), 1)}
    names = [f"# {place} {visible(atom)}" for atom, place in number.items() if atom != str(place)]
    assumed = [f"a {number[atom]}" for atom in theory.assumptions]
    contraries = [f"c {number[atom]} {number[other]}" for atom, other in theory.contraries.items()]
    rules = [" ".join(["r", *(str(number[atom]) for atom in (head, *body))]) for head, body in theory.rules]
    return "\n".join([f"p aba {len(number)}", *names, *assumed, *contraries, *rules, ""])


@define(eq=False)
class _Reader:
    """What was read so far.

    Attributes:
        flaws: What is wrong.
        atoms: How many there are; None as long as there is no header.
        assumptions: The numbers of the assumptions.
        contraries: The contrary of each, with the place of the line.
        rules: The rules, with the places of their conclusions.
        names: What comments call atoms; a name is for one atom, and no number.
        named: The same names.
        first: Where each atom is first named.
    """

    flaws: Flaws
    atoms: int | None = None
    assumptions: dict[int, None] = field(factory=dict)
    contraries: dict[int, tuple[int, Span]] = field(factory=dict)
    rules: list[tuple[int, tuple[int, ...], Span]] = field(factory=list)
    names: dict[int, str] = field(factory=dict)
    named: set[str] = field(factory=set)
    first: dict[int, Span] = field(factory=dict)

    def line(self, words: list[tuple[str, Span]], span: Span) -> None:
        """Read a line that is no comment."""
        letter = words[0][0]
        if letter == "p":
            self._header(words, span)
            return
        if self.atoms is None:
            self._add("the header is missing: begin with 'p aba 8', with the number of atoms", span)
            self.atoms = MOST
        if letter not in _SHAPES:
            self._add(f"{quoted(letter)} begins no line of a theory: write 'a', 'c', 'r' or '#'", words[0][1])
            return
        shape, least, most = _SHAPES[letter]
        if len(words) < least or (most and len(words) > most):
            self._add(f"this has {counted(len(words) - 1, 'number')}: write it as '{shape}' ({_MEANS[letter]})", span)
            return
        numbers = [self._atom(*word) for word in words[1:]]
        known = [number for number in numbers if number is not None]
        if len(known) == len(numbers):
            self._take(letter, known, span)

    def comment(self, text: str) -> None:
        """Take the name of an atom from a comment."""
        found = _NAME.fullmatch(text)
        if found and not found[2].isdecimal() and found[2] not in self.named and int(found[1]) not in self.names:
            self.names[int(found[1])] = found[2]
            self.named.add(found[2])

    def theory(self) -> AbaTheory:
        """Return what was read, without what is against the rules, which is told."""
        for number, (_, span) in list(self.contraries.items()):
            if number not in self.assumptions:
                self._add(f"{number} is no assumption, and has no contrary: write 'a {number}' too", span)
                del self.contraries[number]
        for head, _, span in self.rules:
            if head in self.assumptions:
                self._add(f"a rule concludes the assumption {head}: only flat theories are read", span)
        rules = [(head, body) for head, body, _ in self.rules if head not in self.assumptions]
        return AbaTheory(
            tuple(map(self._name, self.assumptions)),
            {self._name(number): self._name(other) for number, (other, _) in self.contraries.items()},
            tuple((self._name(head), tuple(map(self._name, body))) for head, body in rules),
        )

    @property
    def places(self) -> dict[str, Span]:
        """Return where each atom is first named, by its name."""
        return {self._name(number): place for number, place in self.first.items()}

    def _header(self, words: list[tuple[str, Span]], span: Span) -> None:
        if self.atoms is not None:
            self._add("there is a header already: leave this one out", span)
            return
        number = words[2][0] if len(words) == 3 else ""
        is_good = words[1:2] and words[1][0] == "aba" and _NUMBER.fullmatch(number) and int(number) <= MOST
        if not is_good:
            self._add(f"this is no header: write 'p aba 8', with the number of atoms, up to {MOST:,}", span)
        self.atoms = int(number) if is_good else MOST

    def _atom(self, word: str, span: Span) -> int | None:
        number = int(word) if _NUMBER.fullmatch(word) else 0
        if not number:
            self._add(f"{quoted(word)} is no atom: atoms are the numbers from 1 on", span)
        elif number > (self.atoms or 0):
            self._add(
                f"there is no atom {word}: 'p aba {self.atoms}' has those from 1 to {self.atoms}",
                span,
                UNKNOWN_REFERENCE,
            )
        else:
            self.first.setdefault(number, span)
            return number
        return None

    def _take(self, letter: str, numbers: list[int], span: Span) -> None:
        if letter == "a":
            self.assumptions[numbers[0]] = None
        elif letter == "r":
            self.rules.append((numbers[0], tuple(dict.fromkeys(numbers[1:])), span))
        elif self.contraries.get(numbers[0], (numbers[1], span))[0] != numbers[1]:
            self._add(f"{numbers[0]} has a contrary already: it is {self.contraries[numbers[0]][0]}", span)
        else:
            self.contraries[numbers[0]] = numbers[1], span

    def _name(self, number: int) -> str:
        return self.names.get(number, str(number))

    def _add(self, message: str, span: Span, rule: Rule = SYNTAX) -> None:
        self.flaws.add(rule, message, span)
