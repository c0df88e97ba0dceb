"""What is below a card, or inside it, and is not drawn: how much of each kind, and how much in trouble."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import Factory, frozen

from argmap.evaluation.verdict import Evaluation
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind
from argmap.renderers._diagram import standing

_KINDS = {
    Kind.RECOMMENDATION: ("recommendation", "recommendations"),
    Kind.CLAIM: ("claim", "claims"),
    Kind.PREMISE: ("premise", "premises"),
    Kind.ARGUMENT: ("argument", "arguments"),
    Kind.EVIDENCE: ("evidence", "evidence"),
    Kind.ASSUMPTION: ("assumption", "assumptions"),
    Kind.OBJECTION: ("objection", "objections"),
    Kind.QUESTION: ("question", "questions"),
}
_TROUBLES = ("unsupported", "circular", "rejected", "undecided", "to weigh", "disputed")


@frozen
class Below:
    """What is not drawn for a card, in figures.

    Attributes:
        statements: How many statements.
        kinds: How many of each kind, as words.
        troubles: How many have each word for a bad standing; an objection that is rejected is not in trouble.
    """

    statements: int = 0
    kinds: tuple[str, ...] = ()
    troubles: Mapping[str, int] = Factory(dict)

    @property
    def bare(self) -> int:
        """Return how many rest on nothing."""
        return sum(number for word, number in self.troubles.items() if standing.is_bare(word))

    def told(self, what: str) -> str:
        """Say how much there is.

        Example:
            >>> Below(11, ("9 evidence", "2 objections")).told("below")
            '11 below: 9 evidence, 2 objections'
        """
        return f"{self.statements:,} {what}" + (f": {', '.join(self.kinds)}" if self.kinds else "")

    @property
    def trouble(self) -> str:
        r"""Say how much is in trouble; nothing if nothing is.

        Example:
            >>> Below(3, (), {"unsupported": 1, "to weigh": 2}).trouble
            '1\xa0unsupported, 2\xa0to weigh'
        """
        return ", ".join(f"{number:,}\u00a0{word}" for word, number in self.troubles.items())


NOTHING = Below()


def below(names: Iterable[str], m: ArgumentMap, evaluation: Evaluation) -> Below:
    """Count what is not drawn.

    Args:
        names: The ids of the statements.
        m: The whole map.
        evaluation: How they stand.
    """
    statements = [m[name] for name in names]
    kinds = Counter(s.kind for s in statements)
    words = Counter(
        word
        for s in statements
        for word in standing.words(evaluation.get(s.id))
        if not (s.kind is Kind.OBJECTION and word == "rejected")
    )
    told = (_counted(kinds[kind], *nouns) for kind, nouns in _KINDS.items() if kinds[kind])
    return Below(len(statements), tuple(told), {word: words[word] for word in _TROUBLES if words[word]})


def _counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun, which stay on one line."""
    return f"{number:,}\u00a0{one if number == 1 else many}"
