"""A position in the tokens of a text, moving forward."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from argmap.flaws import Flaw
from argmap.formats.argdown.syntax import advice
from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.data import BrokenData, load_data
from argmap.formats.argdown.syntax.scanner import Scanner
from argmap.formats.argdown.syntax.shortcodes import SHORTCODES
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Span

#: Tokens that nobody can see.
INVISIBLE = frozenset({t.INDENT, t.DEDENT, t.EMPTYLINE, t.GAP, t.NEWLINE, t.END})


class UnexpectedError(Exception):
    """A token cannot be where it is; caught where its paragraph is read.

    Attributes:
        index: Number of the token; None for the current one.
    """

    def __init__(self, message: str, index: int | None = None) -> None:
        super().__init__(message)
        self.index = index


class Cursor:
    """The tokens of a text, and the current one.

    Attributes:
        text: The whole text.
        tokens: Kind, start and end of each token.
        comments: Start and end of each comment.
        index: Number of the current token.
        kind: Kind of the current token.
        remove_tags: Whether tags are left out of texts.
        shortcodes: What shortcodes stand for.
        unclosed: What is wrong with ranges that have no end, and the numbers of the tokens they begin with.
        flaws: The syntax errors so far.
        broken_data: The data so far that is not YAML.
    """

    def __init__(self, text: str) -> None:
        scanner = Scanner(text)
        self.text = text
        self.tokens = scanner.scan()
        self.comments = scanner.comments
        self.index = 0
        self.kind = self.tokens[0][0]
        self.remove_tags = False
        self.shortcodes: Mapping[str, str] = SHORTCODES
        self.unclosed: list[tuple[str, int]] = []
        self.flaws = scanner.flaws
        self.broken_data: list[Flaw] = []

    @cached_property
    def titles(self) -> frozenset[str]:
        """Return the titles, in their brackets, that the text defines."""
        return frozenset(self.text[start : end - 1] for kind, start, end in self.tokens if kind in t.DEFINITIONS)

    def advance(self, count: int = 1) -> None:
        """Go to the next token, or to a later one."""
        self.index += count
        self.kind = self.tokens[self.index][0]

    def option(self, kind: int) -> None:
        """Skip a token that may stand here."""
        if self.kind == kind:
            self.advance()

    @property
    def following(self) -> int:
        """Return the kind of the next token; past the end, that of the last one."""
        return self.tokens[min(self.index + 1, len(self.tokens) - 1)][0]

    def image(self) -> str:
        """Return the characters of the current token."""
        _, start, end = self.tokens[self.index]
        return self.text[start:end]

    def takes_bracket(self) -> bool:
        """Tell whether a reference stands inside a text, which is noted; what was meant is then a text.

        A line that holds only a reference begins a paragraph, if its title is one or if something hangs from it.
        """
        index = self.index + (self.kind == t.GAP)
        kind, start, end = self.tokens[index]
        if kind not in t.REFERENCES:
            return False
        image = self.text[start:end]
        is_title = image in self.titles
        below = {token for token, _, _ in self.tokens[index + 1 : index + 4]}
        if self.kind == t.GAP and (is_title or below & {t.INDENT, t.NUMBER}):
            return False
        self.advance(index - self.index)
        self.note(advice.MENTION if is_title else advice.bracket(image), index)
        after = [token for token, _, _ in self.tokens[index + 1 : index + 4]]
        if after[:2] == [t.NEWLINE, t.GAP] and after[2] in t.CONTENT:  # the bracket ends a line, and the text goes on
            _, start, end = self.tokens[index + 2]
            self.tokens[index + 2] = (t.NEWLINE, start, end)
        return True

    def tag(self, tags: list[str]) -> str:
        """Add the tag of the current token to some tags, and return it."""
        image = self.image().rstrip(" \t")
        tag = image[2:-1] if image.startswith("#(") and image.endswith(")") else image[1:]
        if tag not in tags:
            tags.append(tag)
        return tag

    def words(self) -> str:
        """Return the words that the current token stands for."""
        image = self.image()
        if self.kind == t.ESCAPED:
            return image[1:]
        if self.kind == t.SPECIAL and (char := self.shortcodes.get(image.strip())):
            return char + (" " if image.endswith(" ") else "")
        return image

    def data(self) -> Any:
        """Read the data of the current token, and go past it."""
        value = self.load(load_data)
        self.advance()
        self.option(t.NEWLINE)
        return value

    def load(self, load: Any) -> Any:
        """Return the value of the current token's YAML; where it is broken, the error, which is noted."""
        try:
            return load(self.image())
        except BrokenData as error:
            start = self.tokens[self.index][1]
            span = Span(start + error.start, start + error.end)
            self.broken_data.append(Flaw(str(error), span, rule=SYNTAX))
            return error

    def note(self, message: str, index: int) -> None:
        """Note an error at a token, or at the nearest one where that cannot be seen."""
        step = 1 if self.tokens[index][0] in (t.INDENT, t.DEDENT, t.GAP) else -1
        seen = index
        while 0 <= seen < len(self.tokens) and self.tokens[seen][0] in INVISIBLE:
            seen += step
        _, start, end = self.tokens[seen if 0 <= seen < len(self.tokens) else index]
        self.flaws.append(Flaw(message, Span(start, end), rule=SYNTAX))
