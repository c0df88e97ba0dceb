"""How many statements are supported, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from argmap.evaluation.labels import Grade

_WORDS = {
    Grade.INDEPENDENT: "independent",
    Grade.UNVERIFIED: "unverified",
    Grade.OWN_WORD: "on the author's word",
    Grade.ASSUMED: "assumed",
    Grade.DISPUTED: "disputed",
    None: "granted",
}


@frozen
class Tally:
    """How the statements of one or several maps are supported.

    Attributes:
        supported: The number of supported statements by grade; None for those that rest on a granted leaf.
        disputed: The number of unsupported statements that would be supported if disputed citations counted.
    """

    supported: Mapping[Grade | None, int]
    disputed: int = 0

    @classmethod
    def total(cls, tallies: Iterable[Tally]) -> Tally:
        """Add up several."""
        found = list(tallies)
        counts = {grade: sum(tally.supported.get(grade, 0) for tally in found) for grade in _WORDS}
        return cls(counts, sum(tally.disputed for tally in found))

    def __bool__(self) -> bool:
        """Tell whether anything is supported, or would be but for disputes."""
        return any(self.supported.values()) or self.disputed > 0

    def by_word(self) -> dict[str, int]:
        """Return the number of supported statements by the word for their grade, and of what is only disputed."""
        counts = {str(grade): self.supported.get(grade, 0) for grade in Grade}
        return {**counts, str(Grade.DISPUTED): counts[Grade.DISPUTED] + self.disputed}

    def __str__(self) -> str:
        """Say it in words.

        Example:
            >>> print(Tally({Grade.OWN_WORD: 48}))
            48 supported, all on the author's word
            >>> print(Tally({Grade.INDEPENDENT: 7, Grade.ASSUMED: 2}, disputed=3))
            9 supported: 7 independent, 2 assumed; 3 rest on disputed citations
        """
        counts = [(count, _WORDS[grade]) for grade, count in self.supported.items() if count]
        total = sum(count for count, _ in counts)
        told = f"{total or 'none'} supported"
        if len(counts) == 1:
            told += f", {'all ' if total > 1 else ''}{counts[0][1]}"
        elif counts:
            told += f": {', '.join(f'{count} {words}' for count, words in counts)}"
        rest = f"{self.disputed} {'rests' if self.disputed == 1 else 'rest'} on disputed citations"
        return f"{told}; {rest}" if self.disputed else told
