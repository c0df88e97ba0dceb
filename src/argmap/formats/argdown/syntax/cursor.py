"""A place in the tokens of a text, moving forward."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.scanner import Scanner
from argmap.formats.argdown.syntax.shortcodes import SHORTCODES


class UnexpectedError(Exception):
    """A token cannot stand where it stands; caught where its paragraph is read.

    Attributes:
        place: Number of the token; None for the current one.
    """

    def __init__(self, message: str, place: int | None = None) -> None:
        super().__init__(message)
        self.place = place


class Cursor:
    """The tokens of a text, and the current one.

    Attributes:
        text: The whole text.
        tokens: Kind, start and end of each token.
        place: Number of the current one.
        kind: Kind of the current one.
        remove_tags: Whether tags are left out of texts.
        shortcodes: What shortcodes stand for.
        unclosed: What is wrong with ranges that have no end, and the numbers of the tokens they begin with.
    """

    def __init__(self, text: str) -> None:
        self.scanner = Scanner(text)
        self.text = text
        self.tokens = self.scanner.scan()
        self.place = 0
        self.kind = self.tokens[0][0]
        self.remove_tags = False
        self.shortcodes: Mapping[str, str] = SHORTCODES
        self.unclosed: list[tuple[str, int]] = []

    def advance(self, count: int = 1) -> None:
        """Go to the next token, or to a later one."""
        self.place += count
        self.kind = self.tokens[self.place][0]

    def option(self, kind: int) -> None:
        """Pass a token that may stand here."""
        if self.kind == kind:
            self.advance()

    def image(self) -> str:
        """Give the characters of the current token."""
        _, start, end = self.tokens[self.place]
        return self.text[start:end]

    def tag(self, tags: list[str]) -> str:
        """Note the tag of the current token."""
        image = self.image().rstrip(" \t")
        tag = image[2:-1] if image.startswith("#(") and image.endswith(")") else image[1:]
        if tag not in tags:
            tags.append(tag)
        return tag

    def words(self) -> str:
        """Give the words that the current token stands for."""
        image = self.image()
        if self.kind == t.ESCAPED:
            return image[1:]
        if self.kind == t.SPECIAL and (char := self.shortcodes.get(image.strip())):
            return char + (" " if image.endswith(" ") else "")
        return image
