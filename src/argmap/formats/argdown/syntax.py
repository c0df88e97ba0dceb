"""Tokens to a syntax tree, and the errors on the way.

The grammar is that of the reference implementation. An error ends its paragraph: what was read of it stays in the
tree, and reading goes on behind the next empty line, so that all errors of a file are found at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field, frozen

from argmap.formats.argdown import scanner as t
from argmap.formats.argdown.data import BrokenData, load_data, load_front_matter
from argmap.formats.argdown.shortcodes import SHORTCODES

Ranges = tuple[tuple[str, str, int, int], ...]

_CONTENT = frozenset(
    {t.TEXT, t.ESCAPED, t.SPECIAL, t.LINK, t.TAG, t.STATEMENT_MENTION, t.ARGUMENT_MENTION, t.NEWLINE, t.RANGE_START}
)
_RULE_TEXT = frozenset({t.TEXT, t.ESCAPED, t.SPECIAL})
_RANGE_NAMES = {"**": "bold", "__": "bold", "*": "italic", "_": "italic"}
_IN_WORDS = {
    t.NEWLINE: "a line break",
    t.RANGE_END: "the end of a bold or italic range",
    t.EMPTYLINE: "an empty line",
    t.INDENT: "indentation",
    t.DEDENT: "the end of an indented block",
    t.HEADING: "a heading",
    t.NUMBER: "a numbered statement",
    t.ORDERED: "a list item",
    t.BULLET: "a list item",
    t.RELATION: "a relation",
    t.INFERENCE_START: "an inference",
    t.INFERENCE_END: "the end of an inference",
    t.COMMA: "a comma",
    t.DATA: "data in braces",
    t.FRONT_MATTER: "front matter",
    t.STATEMENT_DEFINITION: "the definition of a statement",
    t.STATEMENT_REFERENCE: "a reference to a statement",
    t.ARGUMENT_DEFINITION: "the definition of an argument",
    t.ARGUMENT_REFERENCE: "a reference to an argument",
    t.END: "the end of the file",
}


@define(eq=False)
class Element:
    """One occurrence of a statement or of an argument.

    Attributes:
        is_argument: Whether it is an argument.
        start: Offset of its first character.
        end: Offset behind its last one, without its relations.
        title: What stands between its brackets; None for a statement that has none.
        is_reference: Whether it names the title only.
        text: Its words, without the marks of bold, italic and links.
        tags: In order, without repetition.
        ranges: Kind, target, start and last index in the text, as the reference implementation counts them.
        data: What stands in its braces.
        relations: What is indented below it.
    """

    is_argument: bool
    start: int
    end: int = 0
    title: str | None = None
    is_reference: bool = False
    text: str = ""
    tags: list[str] = field(factory=list)
    ranges: Ranges = ()
    data: Any = None
    relations: list[RelationNode] = field(factory=list)


@define(eq=False)
class RelationNode:
    """A relation as it is written: the mark and what stands behind it."""

    mark: str
    start: int
    element: Element


@define(eq=False)
class InferenceNode:
    """What stands between the premises and a conclusion."""

    start: int
    end: int = 0
    rules: list[str] = field(factory=list)
    data: Any = None
    relations: list[RelationNode] = field(factory=list)


@define(eq=False)
class Heading:
    """A heading: the beginning of a section."""

    level: int
    start: int
    end: int = 0
    text: str = ""
    tags: list[str] = field(factory=list)
    data: Any = None


@define(eq=False)
class Reconstruction:
    """A premise-conclusion structure: each statement with the inference it is drawn by, None for a premise."""

    start: int
    rows: list[tuple[Element, InferenceNode | None]] = field(factory=list)


@define(eq=False)
class ItemList:
    """An ordered or unordered list of statements and arguments."""

    items: list[Element] = field(factory=list)


Block = Element | Heading | Reconstruction | ItemList


@frozen(eq=False)
class SyntaxFinding:
    """An error of the text, with its place and what to write instead.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last one.
        message: What was found and what would be right.
        is_data: Whether it is the YAML inside the text that cannot be read.
    """

    start: int
    end: int
    message: str
    is_data: bool = False


@define(eq=False)
class Tree:
    """A parsed text.

    Attributes:
        text: The whole text.
        front_matter: The YAML at its beginning; None where there is none.
        front_matter_span: Where that stands.
        blocks: What the empty lines separate.
        findings: The errors, in order of their places.
        comments: Start and end of each comment.
    """

    text: str
    front_matter: Any = None
    front_matter_span: tuple[int, int] | None = None
    blocks: list[Block] = field(factory=list)
    findings: list[SyntaxFinding] = field(factory=list)
    comments: list[tuple[int, int]] = field(factory=list)


class _UnexpectedError(Exception):
    """Inside this module: the current token cannot stand where it stands."""


def parse(text: str) -> Tree:
    """Give the syntax tree of a text; never raises.

    Example:
        >>> tree = parse("[A]: Rain.\\n  + <B>\\n")
        >>> tree.blocks[0].title, tree.blocks[0].relations[0].mark
        ('A', '+')
    """
    return _Parser(text).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        scanner = t.Scanner(text)
        self.text = text
        self.tokens = scanner.scan()
        self.place = 0
        self.kind = self.tokens[0][0]
        self.tree = Tree(text, comments=scanner.comments)
        self.tree.findings.extend(SyntaxFinding(*error) for error in scanner.errors)
        self.remove_tags = False
        self.shortcodes: Mapping[str, str] = SHORTCODES

    def parse(self) -> Tree:
        self._option(t.NEWLINE)
        self._option(t.EMPTYLINE)
        self._guarded(self._front_matter)
        while True:
            self._guarded(self._block)
            if self.kind == t.END:
                break
            self._advance()
        self.tree.findings.sort(key=lambda finding: finding.start)
        return self.tree

    def _guarded(self, production: Any) -> None:
        """Read something; on an error, note it and go to the next empty line."""
        try:
            production()
        except _UnexpectedError as error:
            self._note(str(error))
            while self.kind not in (t.EMPTYLINE, t.END):
                self._advance()

    def _note(self, message: str) -> None:
        _, start, end = self.tokens[self.place]
        if self.kind in (t.INDENT, t.DEDENT, t.EMPTYLINE, t.NEWLINE) or start == end:
            start, end = self._visible_place()
        self.tree.findings.append(SyntaxFinding(start, end, message))

    def _visible_place(self) -> tuple[int, int]:
        """Give the next token with something to see, or else the last one."""
        for place in (self.place + 1, self.place + 2, self.place - 1, self.place - 2):
            if 0 <= place < len(self.tokens):
                kind, start, end = self.tokens[place]
                if kind not in (t.INDENT, t.DEDENT, t.EMPTYLINE, t.NEWLINE, t.END):
                    return start, end
        _, start, end = self.tokens[self.place]
        return start, end

    def _advance(self) -> None:
        self.place += 1
        self.kind = self.tokens[self.place][0]

    def _option(self, kind: int) -> None:
        if self.kind == kind:
            self._advance()

    def _image(self) -> str:
        _, start, end = self.tokens[self.place]
        return self.text[start:end]

    def _front_matter(self) -> None:
        if self.kind != t.FRONT_MATTER:
            return
        _, start, end = self.tokens[self.place]
        self.tree.front_matter_span = (start, end)
        self.tree.front_matter = self._load(load_front_matter)
        self._use_settings()
        self._advance()
        self._option(t.NEWLINE)
        if self.kind != t.EMPTYLINE:
            raise _UnexpectedError("the front matter must be followed by an empty line and a statement")
        self._advance()

    def _use_settings(self) -> None:
        data = self.tree.front_matter
        model = data.get("model") if isinstance(data, dict) else None
        if not isinstance(model, dict):
            return
        self.remove_tags = bool(model.get("removeTagsFromText"))
        own = model.get("shortcodes")
        if isinstance(own, dict):
            self.shortcodes = {**SHORTCODES} | {
                str(name): str(entry["unicode"])
                for name, entry in own.items()
                if isinstance(entry, dict) and "unicode" in entry
            }

    def _load(self, load: Any) -> Any:
        try:
            return load(self._image())
        except BrokenData as error:
            _, start, _ = self.tokens[self.place]
            self.tree.findings.append(SyntaxFinding(start + error.start, start + error.end, str(error), is_data=True))
            return error

    def _block(self) -> None:
        kind = self.kind
        following = self.tokens[min(self.place + 1, len(self.tokens) - 1)][0]
        if kind == t.HEADING:
            self._heading()
        elif kind == t.NUMBER:
            self._reconstruction()
        elif kind == t.INDENT and following in (t.ORDERED, t.BULLET):
            self._list(following)
        elif kind in _CONTENT or t.STATEMENT_DEFINITION <= kind <= t.ARGUMENT_REFERENCE:
            element = self._new_element()
            self.tree.blocks.append(element)
            self._fill(element)
        else:
            raise _UnexpectedError(self._bad_start(following))
        if self.kind not in (t.EMPTYLINE, t.END):
            raise _UnexpectedError(self._bad_end())

    def _bad_start(self, following: int) -> str:
        kind = self.kind
        if kind == t.RELATION or (kind == t.INDENT and following == t.RELATION):
            return (
                "a relation cannot begin a paragraph: write it below its statement or argument, indented and "
                "without an empty line between"
            )
        if kind == t.INFERENCE_START:
            return "an inference needs premises: number the statements above it, '(1) …', without an empty line between"
        if kind == t.END:
            return "there is no statement, argument or heading here: an Argdown file needs at least one"
        return (
            f"a paragraph cannot begin with {_IN_WORDS.get(kind, 'this')}: begin it with text, '[Title]: text', "
            "'<Title>: text', '(1) premise', a list item or a heading"
        )

    def _bad_end(self) -> str:
        kind = self.kind
        if kind == t.RELATION:
            return "a relation must be indented more than the statement or argument it belongs to: put blanks before it"
        if kind == t.INDENT:
            return "what is indented here belongs to nothing: only statements and arguments have relations below them"
        if kind in (t.INFERENCE_START, t.NUMBER):
            return "numbered statements and inferences form a paragraph of their own: put an empty line before them"
        if kind in (t.STATEMENT_DEFINITION, t.STATEMENT_REFERENCE, t.ARGUMENT_DEFINITION, t.ARGUMENT_REFERENCE):
            return (
                f"{_IN_WORDS[kind]} must begin its line: put an empty line before it, "
                "or write '@' before the bracket to mention it in a text"
            )
        if kind in _CONTENT:
            return (
                "text cannot follow a reference or data: to give the title a text write '[Title]: text' with a colon, "
                "to begin a new paragraph leave an empty line"
            )
        return f"{_IN_WORDS.get(kind, 'this')} cannot stand here: put an empty line before it"

    def _heading(self) -> None:
        _, start, end = self.tokens[self.place]
        heading = Heading(end - start - 1, start)
        self._advance()
        self.tree.blocks.append(heading)
        if self.kind not in _CONTENT:
            raise _UnexpectedError("a heading needs a text behind '#'")
        heading.text, heading.tags, _ = self._content()
        heading.end = self.tokens[self.place - 1][2]
        if self.kind == t.DATA:
            heading.data = self._load(load_data)
            self._advance()
            self._option(t.NEWLINE)

    def _list(self, kind: int) -> None:
        items = ItemList()
        self.tree.blocks.append(items)
        self._advance()
        while self.kind == kind:
            self._advance()
            element = self._new_element()
            items.items.append(element)
            self._fill(element)
        if self.kind != t.DEDENT:
            raise _UnexpectedError(
                f"a list holds statements and arguments only, each behind a mark of the same sort; "
                f"{_IN_WORDS.get(self.kind, 'this')} cannot stand in it"
            )
        self._advance()

    def _reconstruction(self) -> None:
        """Read premises, inferences and conclusions."""
        block = Reconstruction(self.tokens[self.place][1])
        self.tree.blocks.append(block)
        inference: InferenceNode | None = None
        while True:
            if self.kind != t.NUMBER:
                raise _UnexpectedError("the inference needs a conclusion: write a numbered statement behind it")
            self._advance()
            if self.kind in (t.ARGUMENT_DEFINITION, t.ARGUMENT_REFERENCE):
                raise _UnexpectedError(
                    "an argument cannot be a premise or a conclusion: write a statement, '[Title]' or '[Title]: text'"
                )
            element = self._new_element()
            block.rows.append((element, inference))
            self._fill(element)
            if self.kind == t.INFERENCE_START:
                inference = self._inference()
            elif self.kind == t.NUMBER:
                inference = None
            elif block.rows[-1][1] is None:
                raise _UnexpectedError(
                    "numbered statements need an inference and a conclusion: write '----' and then '(2) …', "
                    "without an empty line between"
                )
            else:
                return

    def _inference(self) -> InferenceNode:
        inference = InferenceNode(self.tokens[self.place][1])
        self._advance()
        if self.kind == t.NEWLINE and self.tokens[self.place + 1][0] in _RULE_TEXT:
            self._advance()
        if self.kind in _RULE_TEXT:
            inference.rules.append(self._rule())
            while self.kind == t.COMMA:
                self._advance()
                if self.kind not in _RULE_TEXT:
                    raise _UnexpectedError("a comma between inference rules must be followed by another rule")
                inference.rules.append(self._rule())
        self._option(t.NEWLINE)
        if self.kind == t.DATA:
            inference.data = self._load(load_data)
            self._advance()
            self._option(t.NEWLINE)
        if self.kind != t.INFERENCE_END:
            raise _UnexpectedError(
                "the inference has no proper end: write '----', or '--', the rules in one line and '--' again"
            )
        inference.end = self.tokens[self.place][2]
        self._advance()
        if self.kind != t.NEWLINE:
            raise _UnexpectedError("the conclusion must begin in the line below the inference, with its number")
        self._advance()
        if self.kind == t.INDENT:
            self._relations(inference)
        return inference

    def _rule(self) -> str:
        parts: list[str] = []
        while self.kind in _RULE_TEXT:
            self._words(parts)
            self._advance()
        return "".join(parts).strip()

    def _new_element(self) -> Element:
        kind, start, end = self.tokens[self.place]
        if kind in (t.STATEMENT_DEFINITION, t.ARGUMENT_DEFINITION):
            return Element(kind == t.ARGUMENT_DEFINITION, start, end, self.text[start + 1 : end - 2])
        if kind in (t.STATEMENT_REFERENCE, t.ARGUMENT_REFERENCE):
            title = self.text[start + 1 : end - 1]
            if title[0] in "\n\r":
                return Element(kind == t.ARGUMENT_REFERENCE, start, end)
            return Element(kind == t.ARGUMENT_REFERENCE, start, end, title, is_reference=True)
        if kind in _CONTENT:
            return Element(False, start, end)
        raise _UnexpectedError(
            "a text is missing here: write some words, '[Title]' to refer to a statement or '<Title>' to an argument"
        )

    def _fill(self, element: Element) -> None:
        """Read an element behind its title, and everything below it."""
        self._fill_one(element)
        if self.kind == t.INDENT:
            self._relations(element)

    def _fill_one(self, element: Element) -> None:
        kind = self.kind
        if kind in (t.STATEMENT_REFERENCE, t.ARGUMENT_REFERENCE):
            self._advance()
            while self.kind == t.TAG:
                self._tag(element.tags)
                element.end = self.tokens[self.place][2]
                self._advance()
            self._option(t.NEWLINE)
        else:
            if kind in (t.STATEMENT_DEFINITION, t.ARGUMENT_DEFINITION):
                self._advance()
                if self.kind not in _CONTENT:
                    raise _UnexpectedError(
                        "the title with a colon needs a text behind it, without an empty line between; "
                        "without the colon it refers to a text given elsewhere"
                    )
            element.text, element.tags, element.ranges = self._content()
            before = self.place - 1
            if self.tokens[before][0] == t.NEWLINE:
                before -= 1
            element.end = max(element.end, self.tokens[before][2])
        if self.kind == t.DATA:
            element.data = self._load(load_data)
            element.end = self.tokens[self.place][2]
            self._advance()
            self._option(t.NEWLINE)

    def _relations(self, owner: Element | InferenceNode) -> None:
        """Read the tree of relations below something, however deep."""
        owners = [owner]
        self._advance()
        if self.kind != t.RELATION:
            raise _UnexpectedError(
                self._bad_end()
                if self.kind != t.ORDERED and self.kind != t.BULLET
                else "a list cannot stand inside a paragraph: leave an empty line before it"
            )
        while owners:
            if self.kind == t.RELATION:
                element = self._relation(owners[-1])
                if self.kind == t.INDENT:
                    self._advance()
                    if self.kind != t.RELATION:
                        raise _UnexpectedError(self._bad_end())
                    owners.append(element)
            elif self.kind == t.DEDENT:
                self._advance()
                owners.pop()
            else:
                raise _UnexpectedError(self._bad_end())

    def _relation(self, owner: Element | InferenceNode) -> Element:
        _, start, _ = self.tokens[self.place]
        mark = self._image()
        if isinstance(owner, InferenceNode) and mark not in ("<_", "_"):
            raise _UnexpectedError("only an undercut can stand below an inference: write '<_' and what undercuts it")
        self._advance()
        if mark == "><" and self.kind in (t.ARGUMENT_DEFINITION, t.ARGUMENT_REFERENCE):
            raise _UnexpectedError("only statements contradict each other: write a statement behind '><', or use '->'")
        element = self._new_element()
        owner.relations.append(RelationNode(mark, start, element))
        self._fill_one(element)
        return element

    def _tag(self, tags: list[str]) -> str:
        """Note the tag of the current token."""
        image = self._image()
        stripped = image.rstrip(" \t")
        tag = stripped[2:-1] if stripped.startswith("#(") and stripped.endswith(")") else stripped[1:]
        if tag not in tags:
            tags.append(tag)
        return tag

    def _words(self, parts: list[str]) -> None:
        """Add the words of the current token to a text."""
        image = self._image()
        if self.kind == t.ESCAPED:
            image = image[1:]
        elif self.kind == t.SPECIAL and (char := self.shortcodes.get(image.strip())):
            image = char + (" " if image.endswith(" ") else "")
        parts.append(image)

    def _content(self) -> tuple[str, list[str], Ranges]:
        """Read text up to what is none; give it with its tags and ranges."""
        _, start, end = self.tokens[self.place]
        following = self.tokens[self.place + 1][0]
        if self.kind == t.TEXT and following not in _CONTENT:
            self._advance()
            return self.text[start:end], [], ()
        if self.kind == t.TEXT and following == t.NEWLINE and self.tokens[self.place + 2][0] not in _CONTENT:
            self._advance()
            self._advance()
            return self.text[start:end], [], ()
        return _Content(self).read()


class _Content:
    """A text with marks in it on its way to words and ranges."""

    def __init__(self, parser: _Parser) -> None:
        self.parser = parser
        self.parts: list[str] = []
        self.length = 0
        self.tags: list[str] = []
        self.ranges: list[list[Any]] = []
        self.open: list[int] = []
        self.pending: list[int | None] = []

    def read(self) -> tuple[str, list[str], Ranges]:
        parser = self.parser
        while True:
            kind = parser.kind
            if kind in (t.TEXT, t.ESCAPED, t.SPECIAL):
                parser._words(self.parts)
                self._measure(1)
                if kind == t.SPECIAL and parser._image().strip() in parser.shortcodes:
                    self.pending.append(None)
            elif kind == t.NEWLINE:
                following = parser.tokens[parser.place + 1][0]
                if following in _CONTENT and not (self.parts and self.parts[-1].endswith(" ")):
                    self._say(" ")
            elif kind == t.RANGE_START:
                self.open.append(len(self.ranges))
                self.pending.append(len(self.ranges))
                self.ranges.append([_RANGE_NAMES[parser._image()], "", self.length, self.length])
            elif kind == t.RANGE_END and self.open:
                self._close()
            elif kind in (t.LINK, t.TAG, t.STATEMENT_MENTION, t.ARGUMENT_MENTION):
                self._mark(kind)
            else:
                break
            parser._advance()
        if self.open:
            self._unclosed()
        return "".join(self.parts), self.tags, tuple((kind, target, a, b) for kind, target, a, b in self.ranges)

    def _say(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _measure(self, count: int) -> None:
        self.length += sum(map(len, self.parts[-count:]))

    def _close(self) -> None:
        self.open.pop()
        closed = self.pending.pop()
        if closed is not None:
            self.ranges[closed][3] = self.length - 1
        if self.parser._image().endswith(" "):
            self._say(" ")

    def _unclosed(self) -> None:
        parser = self.parser
        name, _, _, _ = self.ranges[self.open[-1]]
        mark = {"bold": "'**' or '__'", "italic": "'*' or '_'"}[name]
        raise _UnexpectedError(
            f"the {name} range has no end: close it with the {mark} it began with, "
            "or write a backslash before the mark to mean the character itself"
        )

    def _mark(self, kind: int) -> None:
        parser = self.parser
        image = parser._image()
        bare = image.rstrip(" \t")
        blank = " " if image.endswith(" ") else ""
        if kind == t.LINK:
            cut = bare.rindex("](")
            self.ranges.append(["link", bare[cut + 2 : -1], self.length, self.length + cut - 2])
            self._say(bare[1:cut] + blank)
        elif kind == t.TAG:
            tag = parser._tag(self.tags)
            if not parser.remove_tags:
                self.ranges.append(["tag", tag, self.length, self.length + len(image) - 1])
                self._say(image)
        else:
            name = "statement-mention" if kind == t.STATEMENT_MENTION else "argument-mention"
            self.ranges.append([name, bare[2:-1], self.length, self.length + len(image) - 1])
            self._say(image)
