"""Tokens to statements and arguments, with the tree of relations below each."""

from __future__ import annotations

from argmap.formats.argdown.syntax import advice
from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.content import read_content
from argmap.formats.argdown.syntax.cursor import INVISIBLE, Cursor, UnexpectedError
from argmap.formats.argdown.syntax.tree import Element, InferenceNode, RelationNode


def begin_element(cursor: Cursor) -> Element:
    """Return the element that the current token begins, still empty.

    It goes into the tree before `fill_element` reads the rest, so that an error inside does not lose it.
    """
    if cursor.kind == t.NEWLINE and cursor.following in t.TITLES:
        cursor.advance()
        cursor.note(advice.TITLE_BELOW_MARK, cursor.index)
    kind, start, end = cursor.tokens[cursor.index]
    if kind in t.DEFINITIONS:
        return Element(kind == t.ARGUMENT_DEFINITION, start, end, cursor.text[start + 1 : end - 2])
    if kind in t.REFERENCES:
        title = cursor.text[start + 1 : end - 1]
        if title[0] in "\n\r":
            return Element(kind == t.ARGUMENT_REFERENCE, start, end)
        return Element(kind == t.ARGUMENT_REFERENCE, start, end, title, is_reference=True)
    if kind in t.CONTENT:
        return Element(False, start, end)
    raise UnexpectedError(advice.NO_TEXT, cursor.index - 1 if kind in INVISIBLE else None)


def fill_element(cursor: Cursor, element: Element) -> None:
    """Read an element after its title, and everything below it."""
    _fill(cursor, element)
    while cursor.kind in (t.INDENT, t.RELATION):
        read_relations(cursor, element)


def _fill(cursor: Cursor, element: Element) -> None:
    """Read an element after its title, without the relations below it."""
    kind = cursor.kind
    if kind in t.REFERENCES:
        cursor.advance()
        while cursor.kind == t.TAG:
            cursor.tag(element.tags)
            element.end = cursor.tokens[cursor.index][2]
            cursor.advance()
        cursor.option(t.NEWLINE)
        if cursor.kind in t.WORDS:
            _text_after_title(cursor, element)
    else:
        if kind in t.DEFINITIONS:
            cursor.advance()
            if cursor.kind not in t.CONTENT:
                raise UnexpectedError(advice.NO_TEXT_AFTER_TITLE)
        element.text, element.tags, element.ranges = read_content(cursor)
        last, _, end = cursor.tokens[cursor.index - 1]
        if last == t.NEWLINE:
            end = cursor.tokens[cursor.index - 2][2]
        element.end = max(element.end, end)
    if cursor.kind == t.DATA:
        element.end = cursor.tokens[cursor.index][2]
        element.data = cursor.data()
        if cursor.kind in t.WORDS:
            cursor.note(advice.TEXT_AFTER_DATA, cursor.index)
            text, tags, _ = read_content(cursor)
            element.text += f" {text}"
            element.tags += tags


def _text_after_title(cursor: Cursor, element: Element) -> None:
    """Read a text that no colon parts from its title; it is only kept where the title has no other."""
    opening, closing = "<>" if element.is_argument else "[]"
    title = f"{opening}{element.title}{closing}"
    is_defined = title in cursor.titles
    cursor.note(advice.TEXT_AFTER_REFERENCE if is_defined else advice.text_after_bracket(title), cursor.index)
    text, tags, _ = read_content(cursor)
    if not is_defined:
        element.is_reference, element.text = False, text
        element.tags += tags


def read_relations(cursor: Cursor, owner: Element | InferenceNode) -> None:
    """Read the tree of relations below an element or an inference, however deep."""
    owners = [owner]
    at_margin = cursor.kind == t.RELATION
    if at_margin:
        cursor.note(advice.RELATION_AT_MARGIN, cursor.index)
    else:
        cursor.advance()
    if cursor.kind != t.RELATION:
        raise UnexpectedError(advice.on_end(cursor.kind))
    while owners:
        if cursor.kind == t.RELATION:
            element = _relation(cursor, owners[-1])
            if cursor.kind == t.INDENT:
                cursor.advance()
                if cursor.kind != t.RELATION:
                    raise UnexpectedError(advice.on_end(cursor.kind))
                owners.append(element)
        elif cursor.kind == t.DEDENT:
            cursor.advance()
            owners.pop()
        elif at_margin and len(owners) == 1:
            return
        else:
            raise UnexpectedError(advice.on_end(cursor.kind))


def _relation(cursor: Cursor, owner: Element | InferenceNode) -> Element:
    _, start, _ = cursor.tokens[cursor.index]
    mark = cursor.image()
    if isinstance(owner, InferenceNode) and mark not in ("<_", "_"):
        raise UnexpectedError(advice.ONLY_UNDERCUTS)
    cursor.advance()
    if mark == "><" and cursor.kind in t.ARGUMENTS:
        raise UnexpectedError(advice.NO_CONTRADICTION)
    element = begin_element(cursor)
    owner.relations.append(RelationNode(mark, start, element))
    _fill(cursor, element)
    return element
