"""Tokens to a syntax tree, and the errors on the way.

The grammar is that of the reference implementation. An error ends its paragraph: what was read of it stays in the
tree, and reading goes on after the next empty line, so that all errors of a file are found at once.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from argmap.formats.argdown.syntax import advice
from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.content import read_content
from argmap.formats.argdown.syntax.cursor import Cursor, UnexpectedError
from argmap.formats.argdown.syntax.data import load_front_matter
from argmap.formats.argdown.syntax.elements import begin_element, fill_element
from argmap.formats.argdown.syntax.reconstructions import read_reconstruction
from argmap.formats.argdown.syntax.shortcodes import SHORTCODES
from argmap.formats.argdown.syntax.tree import Heading, ItemList, Reconstruction, Tree

_Production = Callable[[Cursor, Tree], None]


def parse(text: str) -> Tree:
    r"""Return the syntax tree of a text; never raises.

    Example:
        >>> tree = parse("[A]: Rain.\n  + <B>\n")
        >>> tree.blocks[0].title, tree.blocks[0].relations[0].mark
        ('A', '+')
    """
    cursor = Cursor(text)
    tree = Tree(text, comments=cursor.comments, flaws=cursor.flaws, broken_data=cursor.broken_data)
    cursor.option(t.NEWLINE)
    cursor.option(t.EMPTYLINE)
    _guarded(_front_matter, cursor, tree)
    while True:
        _guarded(_block, cursor, tree)
        if cursor.kind == t.END:
            break
        cursor.advance()
    for message, index in cursor.unclosed:
        cursor.note(message, index)
    tree.flaws.sort(key=attrgetter("span.start"))
    return tree


def _guarded(production: _Production, cursor: Cursor, tree: Tree) -> None:
    """Read something; on an error, note it and go to the next empty line."""
    try:
        production(cursor, tree)
    except UnexpectedError as error:
        cursor.note(str(error), cursor.index if error.index is None else error.index)
        while cursor.kind not in (t.EMPTYLINE, t.END):
            cursor.advance()


def _front_matter(cursor: Cursor, tree: Tree) -> None:
    if cursor.kind != t.FRONT_MATTER:
        return
    _, start, end = cursor.tokens[cursor.index]
    tree.front_matter_span = (start, end)
    tree.front_matter = cursor.load(load_front_matter)
    _use_settings(cursor, tree)
    cursor.advance()
    cursor.option(t.NEWLINE)
    if cursor.kind == t.EMPTYLINE:
        cursor.advance()
    elif cursor.kind != t.END:
        cursor.note("the front matter must be followed by an empty line and a statement", cursor.index)


def _use_settings(cursor: Cursor, tree: Tree) -> None:
    data = tree.front_matter
    model = data.get("model") if isinstance(data, dict) else None
    if not isinstance(model, dict):
        return
    cursor.remove_tags = bool(model.get("removeTagsFromText"))
    own = model.get("shortcodes")
    if isinstance(own, dict):
        cursor.shortcodes = SHORTCODES | {
            str(name): str(entry["unicode"])
            for name, entry in own.items()
            if isinstance(entry, dict) and "unicode" in entry
        }


def _block(cursor: Cursor, tree: Tree) -> None:
    kind = cursor.kind
    following = cursor.tokens[min(cursor.index + 1, len(cursor.tokens) - 1)][0]
    if kind == t.HEADING:
        _heading(cursor, tree)
    elif kind == t.NUMBER:
        block = Reconstruction(cursor.tokens[cursor.index][1])
        tree.blocks.append(block)
        read_reconstruction(cursor, block)
    elif kind == t.INDENT and following in (t.ORDERED, t.BULLET):
        _list(cursor, tree, following)
    elif kind in t.CONTENT or t.STATEMENT_DEFINITION <= kind <= t.ARGUMENT_REFERENCE:
        _paragraph(cursor, tree)
    else:
        if kind == t.RELATION and cursor.text.startswith("--", cursor.tokens[cursor.index][1]):
            kind = t.INFERENCE_START
        raise UnexpectedError(advice.on_start(kind, following))
    if cursor.kind not in (t.EMPTYLINE, t.END):
        raise UnexpectedError(_unexpected(cursor))


def _unexpected(cursor: Cursor) -> str:
    """Say what to write where a paragraph does not end as it should."""
    for index, say in ((cursor.index, advice.bracket), (cursor.index - 1, advice.text_after_bracket)):
        kind, start, end = cursor.tokens[index]
        if kind in t.REFERENCES and cursor.text[start:end] not in cursor.titles:
            return say(cursor.text[start:end])
    return advice.on_end(cursor.kind)


def _paragraph(cursor: Cursor, tree: Tree) -> None:
    kind = cursor.kind
    element = begin_element(cursor)
    tree.blocks.append(element)
    fill_element(cursor, element)
    is_blank = kind == t.NEWLINE and not element.text.strip()
    if is_blank and t.STATEMENT_DEFINITION <= cursor.kind <= t.ARGUMENT_REFERENCE:
        raise UnexpectedError(advice.BLANKS_AFTER_COMMENT)


def _heading(cursor: Cursor, tree: Tree) -> None:
    _, start, end = cursor.tokens[cursor.index]
    heading = Heading(end - start - 1, start)
    cursor.advance()
    tree.blocks.append(heading)
    if cursor.kind not in t.CONTENT:
        raise UnexpectedError("a heading needs a text after '#'")
    heading.text, heading.tags, _ = read_content(cursor)
    heading.end = cursor.tokens[cursor.index - 1][2]
    if cursor.kind == t.DATA:
        heading.data = cursor.data()


def _list(cursor: Cursor, tree: Tree, kind: int) -> None:
    items = ItemList()
    tree.blocks.append(items)
    cursor.advance()
    while cursor.kind == kind:
        cursor.advance()
        element = begin_element(cursor)
        items.items.append(element)
        fill_element(cursor, element)
    if cursor.kind != t.DEDENT:
        raise UnexpectedError(advice.in_list(cursor.kind))
    cursor.advance()
