"""Statements: the sentences put forward, each of a kind."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from argmap.model.citations import Citation, Cited, Passage
from argmap.model.standards import Standard
from argmap.model.titles import in_words, is_alike, is_heading, spelled
from argmap.text import Span


class Kind(StrEnum):
    """What a statement is put forward as; claim, premise and recommendation are the core three."""

    CLAIM = "claim"
    PREMISE = "premise"
    RECOMMENDATION = "recommendation"
    EVIDENCE = "evidence"
    ASSUMPTION = "assumption"
    OBJECTION = "objection"
    QUESTION = "question"
    ARGUMENT = "argument"


class Voice(StrEnum):
    """Who stands behind a statement, as the analysed text tells it; an evaluation takes no notice of it.

    What an author *reports* others say; what an author *concedes* speaks against the author's own case.
    """

    AUTHOR = "author"
    REPORTED = "reported"
    CONCEDED = "conceded"


@frozen
class Statement:
    """A sentence put forward.

    Attributes:
        id: Unique in its map; letters, digits, ``-``, ``_`` and ``.``.
        kind: What it is put forward as.
        text: The sentence.
        title: A short name for pictures and lists; see `label`.
        group: Id of the section of the map that it stands in.
        passages: Where the analysed text puts it forward (``from``).
        citations: What is offered as evidence (``cite``).
        note: A remark of the map's author.
        tags: Free words.
        implicit: The analysed text does not say it, but needs it.
        standard: What it must meet to be accepted; None for the usual.
        voice: Who stands behind it in the analysed text; None where nobody has said.
        credence: How likely it is to the map's author before the reasons that the map has for and against it, from 0
            to 1; the strengths start there. None where nobody has said; an evaluation takes no notice of it.

    Example:
        >>> Statement("fewer-injuries", Kind.CLAIM, "Lower speeds would prevent serious injuries.").label
        'Fewer injuries'
    """

    id: str
    kind: Kind
    text: str
    title: str | None = None
    group: str | None = None
    passages: tuple[Passage, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None
    tags: tuple[str, ...] = ()
    implicit: bool = False
    span: Span | None = field(default=None, eq=False, repr=False)
    standard: Standard | None = field(default=None, kw_only=True)
    voice: Voice | None = field(default=None, kw_only=True)
    credence: float | None = field(default=None, kw_only=True)

    @property
    def marks(self) -> tuple[str, ...]:
        """Return the words that go before its kind: that it is implicit, and whose it is if not the author's.

        Example:
            >>> Statement("dear", Kind.CLAIM, "It costs money.", voice=Voice.CONCEDED).marks
            ('conceded',)
        """
        voice = self.voice if self.voice is not Voice.AUTHOR else None
        return (*["implicit"] * self.implicit, *([voice.value] if voice else ()))

    @property
    def cited(self) -> tuple[Cited, ...]:
        """Return the passages and citations, in order."""
        return (*self.passages, *self.citations)

    @property
    def label(self) -> str:
        """Return the title, or the id in words, spelled as the text spells them."""
        return self.title or spelled(self.id, self.text)

    @property
    def heading(self) -> str | None:
        """Return what can stand over the text, or for it: the title, or the id where that is made of words.

        Example:
            >>> Statement("c12", Kind.CLAIM, "Lower speeds would prevent serious injuries.").heading is None
            True
        """
        is_named = self.title or not self.text or is_heading(self.id, self.text)
        return self.label if is_named else None

    def is_called(self, name: str) -> bool:
        """Tell whether a name is its title, the id in words, or its text."""
        known = (self.title or in_words(self.id), self.text)
        return name in known or (is_alike(name, self.id) and name == self.label)
