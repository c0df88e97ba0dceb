"""What may be unfair about a quotation whose words are in the source."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from argmap.text import Span


class Misuse(StrEnum):
    """In which way a true quotation misleads."""

    DENIAL = "denial"
    CONDITION = "condition"
    ELLIPSIS = "ellipsis"
    VOICE = "voice"
    HEDGE = "hedge"
    SCOPE = "scope"


@frozen
class Dispute:
    """Why a citation is no ground until a person has looked.

    Attributes:
        misuse: In which way it misleads. *denial*: the sentence denies, doubts or turns round what is quoted;
            *condition*: it goes on with a *but*, *unless*, *if*, or begins with one; *ellipsis*: what stands between
            the quoted phrases denies or limits them, or changes the subject; *voice*: it reports what others say;
            *hedge*: it says *may*, *suggests*, *preliminary*; *scope*: it speaks of some, of a part, of an average.
        words: The words that do so, in the source's text.
        sentence: The sentence or sentences that they and the passage stand in.
        fair: The passage that would be fair to quote.
    """

    misuse: Misuse
    words: Span
    sentence: Span
    fair: Span
