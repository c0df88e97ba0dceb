"""The marks inside a line, and inside an inference, to tokens."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from attrs import define, field

from argmap.flaws import Flaw
from argmap.formats.argdown.syntax import patterns
from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.data import BrokenData, load_data
from argmap.formats.argdown.syntax.lookahead import NextLineEnd, NextMark
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Span

#: The method that takes a mark, by the mark's first character.
_METHODS = {
    "=": "_front_matter",
    "/": "_slash",
    "{": "_data",
    "\\": "_escape",
    ".": "_special",
    ":": "_special",
    "[": "_square",
    "<": "_angle",
    "@": "_at",
    "#": "_hash",
    "*": "_range",
    "_": "_range",
}
_MOST_UNCLOSED = 100
"""Up to how many missing braces are looked for, for each takes a look at all that might be data."""
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


def _is_broken(image: str) -> bool:
    try:
        load_data(image)
    except BrokenData:
        return True
    return False


@define(eq=False)
class Marks:
    """Takes the marks of a text, in ascending order; what it finds it adds to the lists it is given.

    Attributes:
        text: The whole text.
        tokens: Kind, start and end of each token so far.
        flaws: What is not a token.
        comments: Start and end of each comment.
    """

    text: str
    tokens: list[t.Token]
    flaws: list[Flaw]
    comments: list[tuple[int, int]]
    _ranges: list[str] = field(init=False, factory=list)
    _unclosed: int = field(init=False, default=0)

    def take(self, offset: int) -> int:
        """Take what begins at an offset, or skip white space or a comment; return the offset after it."""
        char = self.text[offset]
        if char in " \t":
            found = patterns.SPACES.match(self.text, offset)
            return found.end() if found else offset + 1
        take = _METHODS.get(char)
        end: int = getattr(self, take)(offset) if take else 0
        return end or self._word(offset)

    def _word(self, offset: int) -> int:
        found = patterns.WORD.match(self.text, offset)
        if not found:
            self._flaw(offset, 1, "a backslash ends the line: write '\\\\' for a backslash, or drop it")
        return self._add(t.TEXT, offset, found.end() if found else offset + 1)

    def _flaw(self, start: int, length: int, message: str) -> None:
        self.flaws.append(Flaw(message, Span(start, start + length), rule=SYNTAX))

    def _add(self, kind: int, start: int, end: int) -> int:
        self.tokens.append((kind, start, end))
        return end

    def _comment(self, offset: int) -> int:
        text = self.text
        if text.startswith("<!--", offset):
            end = self._comment_ends["-->"](offset + 4) + 3
        elif text.startswith("/*", offset):
            end = self._comment_ends["*/"](offset + 2) + 2
        else:
            end = self._line_ends["//"](offset)
            end = end if end < len(text) else end + 1
        if end > len(text):
            return 0
        self.comments.append((offset, end))
        last = self.tokens[-1][0] if self.tokens else t.END
        if last == t.EMPTYLINE:
            breaks = patterns.BREAKS_AFTER_COMMENT.match(text, end)
        elif last == t.NEWLINE:
            breaks = patterns.BREAK_AFTER_COMMENT.match(text, end)
        else:
            return end
        return breaks.end() if breaks else end

    def _slash(self, offset: int) -> int:
        return self._comment(offset) if self.text.startswith(("//", "/*"), offset) else 0

    def _front_matter(self, offset: int) -> int:
        found = patterns.FRONT_MATTER.match(self.text, offset)
        return self._add(t.FRONT_MATTER, offset, found.end()) if found else 0

    def _escape(self, offset: int) -> int:
        found = patterns.ESCAPED.match(self.text, offset)
        return self._add(t.ESCAPED, offset, found.end()) if found else 0

    def _special(self, offset: int) -> int:
        found = patterns.SPECIAL.match(self.text, offset)
        return self._add(t.SPECIAL, offset, found.end()) if found else 0

    def _data(self, offset: int) -> int:
        ends, hard_ends, stops = self._data_marks
        limit = len(self.text)
        for marks in (hard_ends, stops):
            index = bisect_right(marks, offset)
            if index < len(marks):
                limit = min(limit, marks[index])
        index = bisect_right(ends, limit) - 1
        if index < 0 or ends[index] <= offset:
            return 0
        end = ends[index] + 1
        may_be_broken = self._unclosed < _MOST_UNCLOSED and _EMPTY_LINE.search(self.text, offset, end)
        if may_be_broken and _is_broken(self.text[offset:end]):  # a brace is missing: the next one is of other data
            self._unclosed += 1
            end = self._line_ends["{"](offset)
        return self._add(t.DATA, offset, end)

    @cached_property
    def _data_marks(self) -> tuple[list[int], list[int], list[int]]:
        """Where data may end, where it must end, and what it cannot hold."""
        text = self.text
        return (
            [found.start() for found in patterns.DATA_END.finditer(text)],
            [found.start() for found in patterns.DATA_HARD_END.finditer(text)],
            [found.start() for found in patterns.DATA_STOP.finditer(text)],
        )

    @cached_property
    def _line_ends(self) -> dict[str, NextLineEnd]:
        return {opening: NextLineEnd(self.text) for opening in ("[", "<", "@[", "@<", "//", "{")}

    @cached_property
    def _closings(self) -> dict[str, NextMark]:
        marks = ("]:", "]", ">:", ">")
        return {mark: NextMark(self.text, mark) for mark in marks} | {
            "@[": NextMark(self.text, "]"),
            "@<": NextMark(self.text, ">"),
            "[](": NextMark(self.text, "]"),
            "[]()": NextMark(self.text, ")"),
            "#(": NextMark(self.text, ")"),
        }

    @cached_property
    def _comment_ends(self) -> dict[str, NextMark]:
        return {mark: NextMark(self.text, mark) for mark in ("-->", "*/")}

    def _square(self, offset: int) -> int:
        """Take a link, or the definition of or a reference to a statement."""
        text, closings = self.text, self._closings
        closing = closings["[]("](offset + 1)
        if closing > offset + 1 and text.startswith("(", closing + 1) and not text.startswith(")", closing + 2):
            end = closings["[]()"](closing + 2) + 1
            if end <= len(text):
                return self._add(t.LINK, offset, self._blank(end))
        return self._title(offset, "[", "]", t.STATEMENT_DEFINITION, t.STATEMENT_REFERENCE)

    def _angle(self, offset: int) -> int:
        """Take a comment, or the definition of or a reference to an argument."""
        if self.text.startswith("<!--", offset) and (end := self._comment(offset)):
            return end
        return self._title(offset, "<", ">", t.ARGUMENT_DEFINITION, t.ARGUMENT_REFERENCE)

    def _title(self, offset: int, opening: str, closing: str, definition: int, reference: int) -> int:
        text, closings = self.text, self._closings
        if offset + 2 >= len(text):
            return 0
        line_end = self._line_ends[opening](offset + 2)
        first = text[offset + 1]
        if first not in "\n\r":
            end = closings[closing + ":"](offset + 2)
            if end < line_end:
                return self._add(definition, offset, end + 2)
        end = closings[closing](offset + 2)
        if first != "-" and end < line_end:
            return self._add(reference, offset, end + 1)
        return 0

    def _at(self, offset: int) -> int:
        """Take a mention."""
        opening = self.text[offset : offset + 2]
        if opening not in ("@[", "@<") or offset + 3 >= len(self.text) or self.text[offset + 2] in "\n\r":
            return 0
        end = self._closings[opening](offset + 3)
        if end >= self._line_ends[opening](offset + 3):
            return 0
        return self._add(t.STATEMENT_MENTION if opening == "@[" else t.ARGUMENT_MENTION, offset, self._blank(end + 1))

    def _hash(self, offset: int) -> int:
        """Take a tag."""
        text = self.text
        if text.startswith("#(", offset) and not text.startswith(")", offset + 2):
            end = self._closings["#("](offset + 2) + 1
            if end <= len(text):
                return self._add(t.TAG, offset, self._blank(end))
        found = patterns.TAG.match(text, offset)
        return self._add(t.TAG, offset, found.end()) if found else 0

    def _blank(self, offset: int) -> int:
        """Take one blank, if there is one."""
        return offset + 1 if self.text.startswith((" ", "\t"), offset) else offset

    def _range(self, offset: int) -> int:
        """Take the beginning or the end of a bold or italic range."""
        text, char = self.text, self.text[offset]
        if self._ranges and self._ranges[-1][0] == char:
            found = patterns.RANGE_END[self._ranges[-1]].match(text, offset)
            if found:
                self._ranges.pop()
                return self._add(t.RANGE_END, offset, found.end())
        for mark in (char * 2, char):
            found = patterns.RANGE_START[mark].match(text, offset)
            if found:
                self._ranges.append(mark)
                return self._add(t.RANGE_START, offset, found.end())
        return 0

    def take_inference(self, offset: int) -> int:
        """Take an inference from after its opening hyphens to after its closing ones."""
        text = self.text
        opening = offset - 2
        while offset < len(text):
            char = text[offset]
            if found := patterns.NEWLINE.match(text, offset):
                if patterns.NEWLINE.match(text, found.end()):
                    break
                offset = self._add(t.NEWLINE, offset, found.end())
            elif char in " \t":
                offset += 1
            elif text.startswith("--", offset):
                hyphens = patterns.HYPHENS.match(text, offset)
                return self._add(t.INFERENCE_END, offset, hyphens.end() if hyphens else offset + 2)
            elif char == ",":
                offset = self._add(t.COMMA, offset, offset + 1)
            else:
                offset = self._in_inference(offset)
        self._flaw(opening, 2, "the inference has no end: write '--' after its rules")
        return offset

    def _in_inference(self, offset: int) -> int:
        text, char = self.text, self.text[offset]
        end = 0
        if char in "/<" and text.startswith(("//", "/*", "<!--"), offset):
            end = self._comment(offset)
        elif char in "\\.:{":
            end = getattr(self, _METHODS[char])(offset)
        return end or self._word(offset)
