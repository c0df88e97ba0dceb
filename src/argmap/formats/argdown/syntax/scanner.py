"""Argdown text to tokens, each with its exact place, in one pass.

The tokens are those of the reference implementation (npm ``@argdown/core``), except that a stretch of plain words is
one token, and that a gap is noted before what can only begin a paragraph and follows a line of another: the reference
rejects such a text, and a reader goes on there. Time is linear for any text.
"""

from __future__ import annotations

import re

from attrs import define, field

from argmap.flaws import Flaw
from argmap.formats.argdown.syntax import patterns
from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.marks import Marks


@define(eq=False)
class Scanner:
    """Turns a text into tokens.

    Attributes:
        text: The whole text.
        tokens: Kind, start and end of each token found so far; the last one is `t.END`.
        flaws: What is not a token.
        comments: Start and end of each comment.
    """

    text: str
    tokens: list[t.Token] = field(factory=list)
    flaws: list[Flaw] = field(factory=list)
    comments: list[tuple[int, int]] = field(factory=list)
    _indents: list[int] = field(factory=lambda: [0])
    _paragraph: int = 0
    _after_rows: bool = False
    _marks: Marks = field(init=False)

    @_marks.default
    def _new_marks(self) -> Marks:
        return Marks(self.text, self.tokens, self.flaws, self.comments)

    def scan(self) -> list[t.Token]:
        """Return all tokens."""
        text, tokens, length = self.text, self.tokens, len(self.text)
        common_line = patterns.COMMON_LINE.match
        line_start, plain, newline = patterns.LINE_START.match, patterns.PLAIN.match, patterns.NEWLINE.match
        take_mark = self._marks.take
        offset = 0
        while offset < length:
            last = tokens[-1][0] if tokens else t.EMPTYLINE
            at_start = last == t.NEWLINE or last == t.EMPTYLINE or last == t.GAP  # noqa: PLR1714
            if last == t.NEWLINE and self._begins_paragraph(offset):
                self._gap(offset)
            elif at_start and (found := common_line(text, offset)) and found.end() > offset:
                offset = self._take_common_line(found)
            elif at_start and (found := line_start(text, offset)):
                offset = self._begin_line(found, after_text=last == t.NEWLINE or not tokens)
            elif found := newline(text, offset):
                offset = self._end_line(offset, found.end(), last if tokens else t.END)
            elif found := plain(text, offset):
                tokens.append((t.TEXT, found.start(1), found.end()))
                offset = found.end()
            else:
                offset = take_mark(offset)
        if tokens and tokens[-1][0] == t.EMPTYLINE:
            tokens.pop()
        self._dedent(length)
        tokens.append((t.END, length, length))
        return tokens

    def _take_common_line(self, found: re.Match[str]) -> int:
        tokens, text = self.tokens, self.text
        start, end = found.span(2)
        if end > 0:
            level = start - found.start()
            if level != self._indents[-1]:
                self._indent(found.start(), level)
            tokens.append((t.RELATION, start, end))
        start, end = found.span(3)
        if end > 0:
            tokens.append((t.STATEMENT_DEFINITION if text[start] == "[" else t.ARGUMENT_DEFINITION, start, end))
        else:
            start, end = found.span(4)
            if end > 0:
                tokens.append((t.STATEMENT_REFERENCE if text[start] == "[" else t.ARGUMENT_REFERENCE, start, end))
        start, end = found.span(5)
        if end > 0:
            tokens.append((t.TEXT, start, end))
        start, end = found.span(6)
        if end > 0:
            tokens.append((t.NEWLINE, start, end))
        return found.end()

    def _begin_line(self, found: re.Match[str], *, after_text: bool) -> int:
        """Take what may only begin a line."""
        kind, start, end = found.lastgroup, found.start(), found.end()
        if after_text and self._begins_another(kind or ""):
            self._gap(start)
        if kind == "relation" or (kind == "inference" and not after_text and not self._after_rows):
            if kind == "inference":
                end -= 1
            self._indent(start, found.end("indent") - start)
            self.tokens.append((t.RELATION, found.end("indent"), end))
        elif kind == "inference":
            self._dedent(start)
            self.tokens.append((t.INFERENCE_START, found.end("indent"), end))
            end = self._marks.take_inference(end)
        elif kind == "heading":
            self.tokens.append((t.HEADING, start, end))
        elif kind == "number":
            self._dedent(start)
            self.tokens.append((t.NUMBER, found.end("indent"), end))
        else:
            self._indent(start, found.end("indent") - start + 1)
            self.tokens.append((t.ORDERED if kind == "ordered" else t.BULLET, found.end("indent"), end))
        return end

    def _begins_paragraph(self, offset: int) -> bool:
        """Tell whether a line begins with a title, or with words below what no words can follow."""
        if patterns.TITLE_LINE.match(self.text, offset):
            return self._is_inside()
        return (
            self.tokens[-2:-1] != []
            and self.tokens[-2][0] in t.CLOSED
            and patterns.WORDS_LINE.match(self.text, offset) is not None
        )

    def _begins_another(self, kind: str) -> bool:
        """Tell whether a line with such a mark cannot stand in the paragraph of the line above it."""
        if kind == "heading":
            return self._is_inside()
        if kind == "number":
            return self._is_inside() and self._opening() != t.NUMBER
        return kind in ("ordered", "bullet") and self._is_inside() and self._opening() not in (t.ORDERED, t.BULLET)

    def _opening(self) -> int:
        """Return the kind of the token that the paragraph begins with, line breaks and indentation aside."""
        kinds = [kind for kind, _, _ in self.tokens[self._paragraph : self._paragraph + 3]]
        return next((kind for kind in kinds if kind not in (t.NEWLINE, t.INDENT)), t.END)

    def _is_inside(self) -> bool:
        """Tell whether a paragraph was begun above, and the last line of it says something."""
        return len(self.tokens) > 1 and self.tokens[-2][0] not in t.AWAITING

    def _gap(self, offset: int) -> None:
        self._dedent(offset)
        self.tokens.append((t.GAP, offset, offset))
        self._paragraph = len(self.tokens)

    def _end_line(self, offset: int, end: int, last: int) -> int:
        if last != t.EMPTYLINE and (found := patterns.EMPTYLINE.match(self.text, offset)):
            if found.end() < len(self.text):
                self._dedent(offset)
            self._after_rows = self._opening() == t.NUMBER
            self.tokens.append((t.EMPTYLINE, offset, found.end()))
            self._paragraph = len(self.tokens)
            return found.end()
        self.tokens.append((t.NEWLINE, offset, end))
        return end

    def _indent(self, offset: int, level: int) -> None:
        indents = self._indents
        if level > indents[-1]:
            indents.append(level)
            self.tokens.append((t.INDENT, offset, offset + level))
        while level < indents[-1]:
            indents.pop()
            self.tokens.append((t.DEDENT, offset, offset))

    def _dedent(self, offset: int) -> None:
        self.tokens.extend([(t.DEDENT, offset, offset)] * (len(self._indents) - 1))
        del self._indents[1:]
