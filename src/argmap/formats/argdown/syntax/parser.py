"""Tokens to a syntax tree, and the errors on the way.

The grammar is that of the reference implementation. An error ends its paragraph: what was read of it stays in the
tree, and reading goes on behind the next empty line, so that all errors of a file are found at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.formats.argdown.syntax import advice
from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.content import read_content
from argmap.formats.argdown.syntax.cursor import Cursor, UnexpectedError
from argmap.formats.argdown.syntax.data import BrokenData, load_data, load_front_matter
from argmap.formats.argdown.syntax.shortcodes import SHORTCODES
from argmap.formats.argdown.syntax.tree import (
    Element,
    Heading,
    InferenceNode,
    ItemList,
    Reconstruction,
    RelationNode,
    SyntaxFinding,
    Tree,
)

_INVISIBLE = frozenset({t.INDENT, t.DEDENT, t.EMPTYLINE, t.NEWLINE, t.END})


def parse(text: str) -> Tree:
    r"""Give the syntax tree of a text; never raises.

    Example:
        >>> tree = parse("[A]: Rain.\n  + <B>\n")
        >>> tree.blocks[0].title, tree.blocks[0].relations[0].mark
        ('A', '+')
    """
    return _Parser(text).parse()


class _Parser(Cursor):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.tree = Tree(text, comments=self.scanner.comments)
        self.tree.findings.extend(SyntaxFinding(*error) for error in self.scanner.errors)

    def parse(self) -> Tree:
        self.option(t.NEWLINE)
        self.option(t.EMPTYLINE)
        self._guarded(self._front_matter)
        while True:
            self._guarded(self._block)
            if self.kind == t.END:
                break
            self.advance()
        for message, place in self.unclosed:
            self._note(message, place)
        self.tree.findings.sort(key=lambda finding: finding.start)
        return self.tree

    def _guarded(self, production: Callable[[], None]) -> None:
        """Read something; on an error, note it and go to the next empty line."""
        try:
            production()
        except UnexpectedError as error:
            self._note(str(error), self.place if error.place is None else error.place)
            while self.kind not in (t.EMPTYLINE, t.END):
                self.advance()

    def _note(self, message: str, place: int) -> None:
        """Note an error at a token, or at the one beside it where it is nothing to be seen."""
        step = 1 if self.tokens[place][0] in (t.INDENT, t.DEDENT) else -1
        seen = place
        while 0 <= seen < len(self.tokens) and self.tokens[seen][0] in _INVISIBLE:
            seen += step
        _, start, end = self.tokens[seen if 0 <= seen < len(self.tokens) else place]
        self.tree.findings.append(SyntaxFinding(start, end, message))

    def _front_matter(self) -> None:
        if self.kind != t.FRONT_MATTER:
            return
        _, start, end = self.tokens[self.place]
        self.tree.front_matter_span = (start, end)
        self.tree.front_matter = self._load(load_front_matter)
        self._use_settings()
        self.advance()
        self.option(t.NEWLINE)
        if self.kind == t.EMPTYLINE:
            self.advance()
        elif self.kind != t.END:
            self._note("the front matter must be followed by an empty line and a statement", self.place)

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
            return load(self.image())
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
        elif kind in t.CONTENT or t.STATEMENT_DEFINITION <= kind <= t.ARGUMENT_REFERENCE:
            element = self._new_element()
            self.tree.blocks.append(element)
            self._fill(element)
            is_blank = kind == t.NEWLINE and not element.text.strip()
            if is_blank and t.STATEMENT_DEFINITION <= self.kind <= t.ARGUMENT_REFERENCE:
                raise UnexpectedError(advice.BLANKS_BEHIND_COMMENT)
        else:
            if kind == t.RELATION and self.text.startswith("--", self.tokens[self.place][1]):
                kind = t.INFERENCE_START
            raise UnexpectedError(advice.on_start(kind, following))
        if self.kind not in (t.EMPTYLINE, t.END):
            raise UnexpectedError(advice.on_end(self.kind))

    def _heading(self) -> None:
        _, start, end = self.tokens[self.place]
        heading = Heading(end - start - 1, start)
        self.advance()
        self.tree.blocks.append(heading)
        if self.kind not in t.CONTENT:
            raise UnexpectedError("a heading needs a text behind '#'")
        heading.text, heading.tags, _ = read_content(self)
        heading.end = self.tokens[self.place - 1][2]
        if self.kind == t.DATA:
            heading.data = self._load(load_data)
            self.advance()
            self.option(t.NEWLINE)

    def _list(self, kind: int) -> None:
        items = ItemList()
        self.tree.blocks.append(items)
        self.advance()
        while self.kind == kind:
            self.advance()
            element = self._new_element()
            items.items.append(element)
            self._fill(element)
        if self.kind != t.DEDENT:
            raise UnexpectedError(
                f"a list holds statements and arguments only, each behind a mark of the same sort; "
                f"{advice.IN_WORDS.get(self.kind, 'this')} cannot stand in it"
            )
        self.advance()

    def _reconstruction(self) -> None:
        """Read premises, inferences and conclusions."""
        block = Reconstruction(self.tokens[self.place][1])
        self.tree.blocks.append(block)
        inference: InferenceNode | None = None
        while True:
            if self.kind != t.NUMBER:
                raise UnexpectedError("the inference needs a conclusion: write a numbered statement behind it")
            self.advance()
            if self.kind in t.ARGUMENTS:
                raise UnexpectedError(
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
                raise UnexpectedError(
                    "numbered statements need an inference and a conclusion: write '----' and then '(2) …', "
                    "without an empty line between"
                )
            else:
                return

    def _inference(self) -> InferenceNode:
        inference = InferenceNode(self.tokens[self.place][1])
        self.advance()
        if self.kind == t.NEWLINE and self.tokens[self.place + 1][0] in t.WORDS:
            self.advance()
        if self.kind in t.WORDS:
            inference.rules.append(self._rule())
            while self.kind == t.COMMA:
                self.advance()
                if self.kind not in t.WORDS:
                    raise UnexpectedError("a comma between inference rules must be followed by another rule")
                inference.rules.append(self._rule())
        self.option(t.NEWLINE)
        if self.kind == t.DATA:
            inference.data = self._load(load_data)
            self.advance()
            self.option(t.NEWLINE)
        if self.kind != t.INFERENCE_END:
            raise UnexpectedError(
                "the inference has no proper end: write '----', or '--', the rules in one line and '--' again"
            )
        inference.end = self.tokens[self.place][2]
        self.advance()
        if self.kind != t.NEWLINE:
            raise UnexpectedError("the conclusion must begin in the line below the inference, with its number")
        self.advance()
        if self.kind == t.INDENT:
            self._relations(inference)
        return inference

    def _rule(self) -> str:
        parts: list[str] = []
        while self.kind in t.WORDS:
            parts.append(self.words())
            self.advance()
        return "".join(parts).strip()

    def _new_element(self) -> Element:
        kind, start, end = self.tokens[self.place]
        if kind in t.DEFINITIONS:
            return Element(kind == t.ARGUMENT_DEFINITION, start, end, self.text[start + 1 : end - 2])
        if kind in t.REFERENCES:
            title = self.text[start + 1 : end - 1]
            if title[0] in "\n\r":
                return Element(kind == t.ARGUMENT_REFERENCE, start, end)
            return Element(kind == t.ARGUMENT_REFERENCE, start, end, title, is_reference=True)
        if kind in t.CONTENT:
            return Element(False, start, end)
        raise UnexpectedError(
            "a text is missing here: write some words, '[Title]' to refer to a statement or '<Title>' to an argument",
            self.place - 1 if kind in _INVISIBLE else None,
        )

    def _fill(self, element: Element) -> None:
        """Read an element behind its title, and everything below it."""
        self._fill_one(element)
        if self.kind == t.INDENT:
            self._relations(element)

    def _fill_one(self, element: Element) -> None:
        kind = self.kind
        if kind in t.REFERENCES:
            self.advance()
            while self.kind == t.TAG:
                self.tag(element.tags)
                element.end = self.tokens[self.place][2]
                self.advance()
            self.option(t.NEWLINE)
        else:
            if kind in t.DEFINITIONS:
                self.advance()
                if self.kind not in t.CONTENT:
                    raise UnexpectedError(
                        "the title with a colon needs a text behind it, without an empty line between; "
                        "without the colon it refers to a text given elsewhere"
                    )
            element.text, element.tags, element.ranges = read_content(self)
            last, _, end = self.tokens[self.place - 1]
            if last == t.NEWLINE:
                end = self.tokens[self.place - 2][2]
            element.end = max(element.end, end)
        if self.kind == t.DATA:
            element.data = self._load(load_data)
            element.end = self.tokens[self.place][2]
            self.advance()
            self.option(t.NEWLINE)

    def _relations(self, owner: Element | InferenceNode) -> None:
        """Read the tree of relations below something, however deep."""
        owners = [owner]
        self.advance()
        if self.kind != t.RELATION:
            raise UnexpectedError(
                advice.on_end(self.kind)
                if self.kind not in (t.ORDERED, t.BULLET)
                else "a list cannot stand inside a paragraph: leave an empty line before it"
            )
        while owners:
            if self.kind == t.RELATION:
                element = self._relation(owners[-1])
                if self.kind == t.INDENT:
                    self.advance()
                    if self.kind != t.RELATION:
                        raise UnexpectedError(advice.on_end(self.kind))
                    owners.append(element)
            elif self.kind == t.DEDENT:
                self.advance()
                owners.pop()
            else:
                raise UnexpectedError(advice.on_end(self.kind))

    def _relation(self, owner: Element | InferenceNode) -> Element:
        _, start, _ = self.tokens[self.place]
        mark = self.image()
        if isinstance(owner, InferenceNode) and mark not in ("<_", "_"):
            raise UnexpectedError("only an undercut can stand below an inference: write '<_' and what undercuts it")
        self.advance()
        if mark == "><" and self.kind in t.ARGUMENTS:
            raise UnexpectedError("only statements contradict each other: write a statement behind '><', or use '->'")
        element = self._new_element()
        owner.relations.append(RelationNode(mark, start, element))
        self._fill_one(element)
        return element
