"""Argdown text to tokens, each with its exact place, in one pass.

The tokens are those of the reference implementation (npm ``@argdown/core``), except that a stretch of plain words is
one token. Time is linear on any text: a mark that closes nothing is looked for once, not once for every opening.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from attrs import define, field

from argmap.formats.argdown.syntax import patterns
from argmap.formats.argdown.syntax import tokens as t

#: What takes a mark inside a line: the method for the character it begins with.
_MARKS = {
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


class _Ahead:
    """The next place of a mark; places must be asked for in ascending order."""

    def __init__(self, text: str, mark: str) -> None:
        self._text, self._mark, self._at = text, mark, -1

    def __call__(self, place: int) -> int:
        if self._at < place:
            found = self._text.find(self._mark, place)
            self._at = len(self._text) if found < 0 else found
        return self._at


class _LineEnds:
    """The next end of a line; places must be asked for in ascending order."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, -1

    def __call__(self, place: int) -> int:
        if self._at < place:
            found = patterns.LINE_END.search(self._text, place)
            self._at = found.start() if found else len(self._text)
        return self._at


@define(eq=False)
class Scanner:
    """A text on its way to tokens.

    Attributes:
        text: The whole text.
        tokens: Kind, start and end of each token found so far; the last one is `t.END`.
        errors: Start, end and message of what is no token.
        comments: Start and end of each comment.
    """

    text: str
    tokens: list[t.Token] = field(factory=list)
    errors: list[tuple[int, int, str]] = field(factory=list)
    comments: list[tuple[int, int]] = field(factory=list)
    _indents: list[int] = field(factory=lambda: [0])
    _ranges: list[str] = field(factory=list)

    def scan(self) -> list[t.Token]:
        """Give all tokens."""
        text, tokens, length = self.text, self.tokens, len(self.text)
        common_line = patterns.COMMON_LINE.match
        line_start, plain, newline = patterns.LINE_START.match, patterns.PLAIN.match, patterns.NEWLINE.match
        place = 0
        while place < length:
            last = tokens[-1][0] if tokens else t.EMPTYLINE
            at_start = last == t.NEWLINE or last == t.EMPTYLINE  # noqa: PLR1714
            if at_start and (found := common_line(text, place)) and found.end() > place:
                place = self._take_common_line(found)
            elif at_start and (found := line_start(text, place)):
                place = self._begin_line(found, after_text=last == t.NEWLINE or not tokens)
            elif found := newline(text, place):
                place = self._end_line(place, found.end(), last if tokens else t.END)
            elif found := plain(text, place):
                tokens.append((t.TEXT, found.start(1), found.end()))
                place = found.end()
            else:
                place = self._mark(place)
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
        """Take what may only stand at the beginning of a line."""
        kind, start, end = found.lastgroup, found.start(), found.end()
        if kind == "relation" or (kind == "inference" and not after_text):
            if kind == "inference":
                end -= 1
            self._indent(start, found.end("indent") - start)
            self.tokens.append((t.RELATION, found.end("indent"), end))
        elif kind == "inference":
            self._dedent(start)
            self.tokens.append((t.INFERENCE_START, found.end("indent"), end))
            end = self._inference(end)
        elif kind == "heading":
            self.tokens.append((t.HEADING, start, end))
        elif kind == "number":
            self._dedent(start)
            self.tokens.append((t.NUMBER, found.end("indent"), end))
        else:
            self._indent(start, found.end("indent") - start + 1)
            self.tokens.append((t.ORDERED if kind == "ordered" else t.BULLET, found.end("indent"), end))
        return end

    def _end_line(self, place: int, end: int, last: int) -> int:
        if last != t.EMPTYLINE and (found := patterns.EMPTYLINE.match(self.text, place)):
            if found.end() < len(self.text):
                self._dedent(place)
            self.tokens.append((t.EMPTYLINE, place, found.end()))
            return found.end()
        self.tokens.append((t.NEWLINE, place, end))
        return end

    def _indent(self, place: int, level: int) -> None:
        indents = self._indents
        if level > indents[-1]:
            indents.append(level)
            self.tokens.append((t.INDENT, place, place + level))
        while level < indents[-1]:
            indents.pop()
            self.tokens.append((t.DEDENT, place, place))

    def _dedent(self, place: int) -> None:
        self.tokens.extend([(t.DEDENT, place, place)] * (len(self._indents) - 1))
        del self._indents[1:]

    def _mark(self, place: int) -> int:
        """Take a mark inside a line, or skip white space or a comment."""
        char = self.text[place]
        if char in " \t":
            found = patterns.SPACES.match(self.text, place)
            return found.end() if found else place + 1
        take = _MARKS.get(char)
        end: int = getattr(self, take)(place) if take else 0
        return end or self._word(place)

    def _word(self, place: int) -> int:
        found = patterns.WORD.match(self.text, place)
        if not found:
            self.errors.append(
                (place, place + 1, "a backslash ends the line: write '\\\\' for a backslash, or drop it")
            )
        return self._add(t.TEXT, place, found.end() if found else place + 1)

    def _add(self, kind: int, start: int, end: int) -> int:
        self.tokens.append((kind, start, end))
        return end

    def _comment(self, place: int) -> int:
        text = self.text
        if text.startswith("<!--", place):
            end = self._comment_ends["-->"](place + 4) + 3
        elif text.startswith("/*", place):
            end = self._comment_ends["*/"](place + 2) + 2
        else:
            end = self._line_ends["//"](place)
            end = end if end < len(text) else end + 1
        if end > len(text):
            return 0
        self.comments.append((place, end))
        last = self.tokens[-1][0] if self.tokens else t.END
        if last == t.EMPTYLINE:
            breaks = patterns.BREAKS_AFTER_COMMENT.match(text, end)
        elif last == t.NEWLINE:
            breaks = patterns.BREAK_AFTER_COMMENT.match(text, end)
        else:
            return end
        return breaks.end() if breaks else end

    def _slash(self, place: int) -> int:
        return self._comment(place) if self.text.startswith(("//", "/*"), place) else 0

    def _front_matter(self, place: int) -> int:
        found = patterns.FRONT_MATTER.match(self.text, place)
        return self._add(t.FRONT_MATTER, place, found.end()) if found else 0

    def _escape(self, place: int) -> int:
        found = patterns.ESCAPED.match(self.text, place)
        return self._add(t.ESCAPED, place, found.end()) if found else 0

    def _special(self, place: int) -> int:
        found = patterns.SPECIAL.match(self.text, place)
        return self._add(t.SPECIAL, place, found.end()) if found else 0

    def _data(self, place: int) -> int:
        ends, hard_ends, stops = self._data_marks
        limit = len(self.text)
        for marks in (hard_ends, stops):
            index = bisect_right(marks, place)
            if index < len(marks):
                limit = min(limit, marks[index])
        index = bisect_right(ends, limit) - 1
        if index < 0 or ends[index] <= place:
            return 0
        return self._add(t.DATA, place, ends[index] + 1)

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
    def _line_ends(self) -> dict[str, _LineEnds]:
        return {opening: _LineEnds(self.text) for opening in ("[", "<", "@[", "@<", "//")}

    @cached_property
    def _closings(self) -> dict[str, _Ahead]:
        marks = ("]:", "]", ">:", ">")
        return {mark: _Ahead(self.text, mark) for mark in marks} | {
            "@[": _Ahead(self.text, "]"),
            "@<": _Ahead(self.text, ">"),
            "[](": _Ahead(self.text, "]"),
            "[]()": _Ahead(self.text, ")"),
            "#(": _Ahead(self.text, ")"),
        }

    @cached_property
    def _comment_ends(self) -> dict[str, _Ahead]:
        return {mark: _Ahead(self.text, mark) for mark in ("-->", "*/")}

    def _square(self, place: int) -> int:
        """Take a link, or the definition of or a reference to a statement."""
        text, closings = self.text, self._closings
        closing = closings["[]("](place + 1)
        if closing > place + 1 and text.startswith("(", closing + 1) and not text.startswith(")", closing + 2):
            end = closings["[]()"](closing + 2) + 1
            if end <= len(text):
                return self._add(t.LINK, place, self._blank(end))
        return self._title(place, "[", "]", t.STATEMENT_DEFINITION, t.STATEMENT_REFERENCE)

    def _angle(self, place: int) -> int:
        """Take a comment, or the definition of or a reference to an argument."""
        if self.text.startswith("<!--", place) and (end := self._comment(place)):
            return end
        return self._title(place, "<", ">", t.ARGUMENT_DEFINITION, t.ARGUMENT_REFERENCE)

    def _title(self, place: int, opening: str, closing: str, definition: int, reference: int) -> int:
        text, closings = self.text, self._closings
        if place + 2 >= len(text):
            return 0
        line_end = self._line_ends[opening](place + 2)
        first = text[place + 1]
        if first not in "\n\r":
            end = closings[closing + ":"](place + 2)
            if end < line_end:
                return self._add(definition, place, end + 2)
        end = closings[closing](place + 2)
        if first != "-" and end < line_end:
            return self._add(reference, place, end + 1)
        return 0

    def _at(self, place: int) -> int:
        """Take a mention."""
        opening = self.text[place : place + 2]
        if opening not in ("@[", "@<") or place + 3 >= len(self.text) or self.text[place + 2] in "\n\r":
            return 0
        end = self._closings[opening](place + 3)
        if end >= self._line_ends[opening](place + 3):
            return 0
        return self._add(t.STATEMENT_MENTION if opening == "@[" else t.ARGUMENT_MENTION, place, self._blank(end + 1))

    def _hash(self, place: int) -> int:
        """Take a tag."""
        text = self.text
        if text.startswith("#(", place) and not text.startswith(")", place + 2):
            end = self._closings["#("](place + 2) + 1
            if end <= len(text):
                return self._add(t.TAG, place, self._blank(end))
        found = patterns.TAG.match(text, place)
        return self._add(t.TAG, place, found.end()) if found else 0

    def _blank(self, place: int) -> int:
        """Take one blank, if there is one."""
        return place + 1 if self.text.startswith((" ", "\t"), place) else place

    def _range(self, place: int) -> int:
        """Take the beginning or the end of a bold or italic range."""
        text, char = self.text, self.text[place]
        if self._ranges and self._ranges[-1][0] == char:
            found = patterns.RANGE_END[self._ranges[-1]].match(text, place)
            if found:
                self._ranges.pop()
                return self._add(t.RANGE_END, place, found.end())
        for mark in (char * 2, char):
            found = patterns.RANGE_START[mark].match(text, place)
            if found:
                self._ranges.append(mark)
                return self._add(t.RANGE_START, place, found.end())
        return 0

    def _inference(self, place: int) -> int:
        """Take an inference from behind its opening hyphens to behind its closing ones."""
        text = self.text
        opening = place - 2
        while place < len(text):
            char = text[place]
            if found := patterns.NEWLINE.match(text, place):
                if patterns.NEWLINE.match(text, found.end()):
                    break
                place = self._add(t.NEWLINE, place, found.end())
            elif char in " \t":
                place += 1
            elif text.startswith("--", place):
                hyphens = patterns.HYPHENS.match(text, place)
                return self._add(t.INFERENCE_END, place, hyphens.end() if hyphens else place + 2)
            elif char == ",":
                place = self._add(t.COMMA, place, place + 1)
            else:
                place = self._mark_in_inference(place)
        self.errors.append((opening, opening + 2, "the inference has no end: write '--' behind its rules"))
        return place

    def _mark_in_inference(self, place: int) -> int:
        text, char = self.text, self.text[place]
        end = 0
        if char in "/<" and text.startswith(("//", "/*", "<!--"), place):
            end = self._comment(place)
        elif char in "\\.:{":
            end = getattr(self, _MARKS[char])(place)
        return end or self._word(place)
