"""Tokens to a premise-conclusion structure: premises, inferences and conclusions."""

from __future__ import annotations

from argmap.formats.argdown.syntax import advice
from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.cursor import Cursor, UnexpectedError
from argmap.formats.argdown.syntax.elements import begin_element, fill_element, read_relations
from argmap.formats.argdown.syntax.tree import InferenceNode, Reconstruction

_FIRST = "(1)"


def read_reconstruction(cursor: Cursor, block: Reconstruction) -> None:
    """Read the rows of a structure, up to its last conclusion."""
    inference: InferenceNode | None = None
    number = _FIRST
    while True:
        if cursor.kind == t.NUMBER:
            if cursor.image() == _FIRST != number and block.rows[-1][1]:
                block.joined.append(len(block.rows))
            number = cursor.image()
            cursor.advance()
        elif inference and (cursor.kind in t.CONTENT or cursor.kind in t.TITLES):
            cursor.note(advice.NO_NUMBER, cursor.index)
        else:
            raise UnexpectedError(advice.NO_CONCLUSION)
        if cursor.kind in t.ARGUMENTS:
            raise UnexpectedError(advice.ARGUMENT_AS_ROW)
        element = begin_element(cursor)
        block.rows.append((element, inference))
        fill_element(cursor, element)
        if inference is None:
            _skip_empty_line(cursor)
        if cursor.kind == t.INFERENCE_START:
            inference = _inference(cursor)
        elif cursor.kind == t.NUMBER:
            inference = None
        elif block.rows[-1][1] is None:
            raise UnexpectedError(advice.NO_INFERENCE)
        else:
            return


def _skip_empty_line(cursor: Cursor) -> None:
    """Go past an empty line between the rows of a structure, which is noted."""
    if cursor.kind == t.EMPTYLINE and cursor.following in (t.NUMBER, t.INFERENCE_START):
        _, start, end = cursor.tokens[cursor.index + 1]
        if cursor.text[start:end] != _FIRST:
            cursor.advance()
            cursor.note(advice.PARTED_ROWS, cursor.index)


def _inference(cursor: Cursor) -> InferenceNode:
    inference = InferenceNode(cursor.tokens[cursor.index][1])
    cursor.advance()
    if cursor.kind == t.NEWLINE and cursor.tokens[cursor.index + 1][0] in t.WORDS:
        cursor.advance()
    if cursor.kind in t.WORDS:
        inference.rules.append(_rule(cursor))
        while cursor.kind == t.COMMA:
            cursor.advance()
            if cursor.kind not in t.WORDS:
                raise UnexpectedError("a comma between inference rules must be followed by another rule")
            inference.rules.append(_rule(cursor))
    cursor.option(t.NEWLINE)
    if cursor.kind == t.DATA:
        inference.data = cursor.data()
    if cursor.kind != t.INFERENCE_END:
        raise UnexpectedError(advice.NO_INFERENCE_END)
    inference.end = cursor.tokens[cursor.index][2]
    cursor.advance()
    if cursor.kind == t.EMPTYLINE and cursor.following == t.NUMBER:
        _skip_empty_line(cursor)
        return inference
    if cursor.kind != t.NEWLINE:
        raise UnexpectedError("the conclusion must begin on the line below the inference, with its number")
    cursor.advance()
    if cursor.kind == t.INDENT:
        read_relations(cursor, inference)
    return inference


def _rule(cursor: Cursor) -> str:
    parts: list[str] = []
    while cursor.kind in t.WORDS:
        parts.append(cursor.words())
        cursor.advance()
    return "".join(parts).strip()
