"""Tokens to a syntax tree, and the errors on the way.

The grammar is that of the reference implementation. Where an error has one likely cause, such as an empty line that is
missing, reading goes on as if it were mended, so that nothing is reported that merely follows. Any other error ends its
paragraph: what was read of it stays in the tree, and reading goes on below, so that all errors are found at once.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from argmap.formats.argdown.syntax import advice
from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.content import read_content
from argmap.formats.argdown.syntax.cursor import Cursor, UnexpectedError
from argmap.formats.argdown.syntax.data import load_front_matter
from argmap.formats.argdown.syntax.elements import begin_element, fill_element, read_relations
from argmap.formats.argdown.syntax.reconstructions import read_reconstruction
from argmap.formats.argdown.syntax.shortcodes import SHORTCODES
from argmap.formats.argdown.syntax.tree import Element, Heading, ItemList, Reconstruction, Tree

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
    _guarded(_block, cursor, tree)
    while _next_paragraph(cursor):
        _guarded(_block, cursor, tree)
    for message, index in cursor.unclosed:
        cursor.note(message, index)
    tree.flaws.sort(key=attrgetter("span.start"))
    return tree


def _guarded(production: _Production, cursor: Cursor, tree: Tree) -> None:
    """Read something; on an error, note it and go to the end of the paragraph."""
    try:
        production(cursor, tree)
    except UnexpectedError as error:
        cursor.note(str(error), cursor.index if error.index is None else error.index)
        while cursor.kind not in t.PARAGRAPH_ENDS:
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
    if cursor.kind not in t.PARAGRAPH_ENDS:
        cursor.note(advice.TEXT_AFTER_FRONT_MATTER, cursor.index)
    elif cursor.kind != t.END:
        _next_paragraph(cursor)


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
    following = cursor.following
    if kind == t.HEADING:
        _heading(cursor, tree)
    elif kind == t.NUMBER:
        block = Reconstruction(cursor.tokens[cursor.index][1])
        tree.blocks.append(block)
        read_reconstruction(cursor, block)
    elif kind == t.INDENT and following in (t.ORDERED, t.BULLET):
        _list(cursor, tree, following)
    elif kind in t.CONTENT or kind in t.TITLES:
        _paragraph(cursor, tree)
    elif kind == t.INDENT and following == t.RELATION and (owner := _last_element(tree)):
        cursor.note(advice.PARTED_RELATION, cursor.index)
        read_relations(cursor, owner)
    else:
        if kind == t.RELATION and cursor.text.startswith("--", cursor.tokens[cursor.index][1]):
            kind = t.INFERENCE_START
        raise UnexpectedError(advice.on_start(kind, following))
    if cursor.kind not in t.PARAGRAPH_ENDS:
        raise UnexpectedError(advice.on_end(cursor.kind))


def _next_paragraph(cursor: Cursor) -> bool:
    """Go past an empty line, or the place where one is missing; tell whether there is another paragraph."""
    if cursor.kind == t.GAP:
        kind, first, end = cursor.tokens[cursor.index + (2 if cursor.following == t.INDENT else 1)]
        before = [token for token, _, _ in cursor.tokens[max(cursor.index - 2, 0) : cursor.index]]
        is_blank = len(before) > 1 and before[0] in (t.EMPTYLINE, t.NEWLINE) and before[1] == t.NEWLINE
        is_indented = cursor.text[first - 1 : first] in (" ", "\t")
        message = advice.on_gap(kind, cursor.text[first:end], is_indented=is_indented)
        cursor.note(advice.BLANKS_AFTER_COMMENT if is_blank else message, cursor.index)
    if cursor.kind == t.END:
        return False
    cursor.advance()
    return True


def _last_element(tree: Tree) -> Element | None:
    """Return the statement or argument that the text so far ends with."""
    last = tree.blocks[-1] if tree.blocks else None
    if isinstance(last, Reconstruction):
        return last.rows[-1][0] if last.rows else None
    if isinstance(last, ItemList):
        return last.items[-1] if last.items else None
    return last if isinstance(last, Element) else None


def _paragraph(cursor: Cursor, tree: Tree) -> None:
    kind = cursor.kind
    element = begin_element(cursor)
    tree.blocks.append(element)
    fill_element(cursor, element)
    if kind == t.NEWLINE and cursor.kind == t.GAP and not element.text.strip():
        tree.blocks.pop()


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
