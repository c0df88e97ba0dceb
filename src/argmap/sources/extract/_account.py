"""The account of what an extractor leaves out, as it reads."""

from __future__ import annotations

from attrs import define, field

from argmap.sources.extract import LeftOut
from argmap.text import count_words, first_words

_FIRST = 8


@define
class Account:
    """What was left out so far, kind by kind, in the order in which the kinds were met.

    Example:
        >>> account = Account()
        >>> account.add("comments", "Is this still so?")
        >>> account.add("comments", "Yes.")
        >>> account.left_out()
        (LeftOut(kind='comments', places=2, words=5, most=4, first='Is this still so?'),)
    """

    _kinds: dict[str, LeftOut] = field(factory=dict, init=False)

    def add(self, kind: str, text: str = "", places: int = 1) -> None:
        """Add what was left out at a place: of which kind, and the text that a reader sees there."""
        words = count_words(text)
        so_far = self._kinds.get(kind) or LeftOut(kind, 0)
        self._kinds[kind] = LeftOut(
            kind,
            so_far.places + places,
            so_far.words + words,
            max(so_far.most, words),
            so_far.first or first_words(text, _FIRST),
        )

    def left_out(self) -> tuple[LeftOut, ...]:
        """Return it all."""
        return tuple(self._kinds.values())
