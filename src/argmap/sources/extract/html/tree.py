"""The tree of a page as lists, in the order of the page, so that no walk over it is recursive.

The parser is Lexbor, which follows the HTML standard (https://html.spec.whatwg.org/#parsing); it comes with selectolax,
in the extra ``web``.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from attrs import define, field

from argmap.errors import MissingExtraError
from argmap.sources.extract.html.nesting import made_shallow

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_TEXT = "-text"
_OPAQUE = frozenset("script style template".split())
_NONE: dict[str, str] = {}


@define
class Tree:
    """Elements and texts of a page, each with an index; what is inside an element follows it.

    Attributes:
        tags: Name of each element; empty for a text.
        attributes: Of each element, names in small letters; an attribute without a value has an empty one.
        texts: Of each text; empty for an element.
        ends: For each, the index after the last that is inside it.
        shallow: Whether parts were nested so deeply that the deepest were taken as one.
    """

    tags: list[str] = field(factory=list)
    attributes: list[dict[str, str]] = field(factory=list)
    texts: list[str] = field(factory=list)
    ends: array[int] = field(factory=lambda: array("L"))
    shallow: bool = False

    def children(self, of: int) -> list[int]:
        """Return the indices of what is directly inside an element."""
        found, at = [], of + 1
        while at < self.ends[of]:
            found.append(at)
            at = self.ends[at]
        return found

    def text(self, of: int) -> str:
        """Return all text inside an element, as it stands there."""
        return "".join(self.texts[of : self.ends[of]])


def parse(markup: str) -> tuple[Tree, str | None]:
    """Parse a page, and return it with its title; raises `MissingExtraError`.

    Example:
        >>> tree, title = parse("<title>Rain</title><p>It <b>rained</b>.")
        >>> tree.tags[-5:], tree.texts[-4:], title
        (['p', '', 'b', '', ''], ['It ', '', 'rained', '.'], 'Rain')
    """
    shallow = made_shallow(markup)
    parser = parsed(shallow)
    tree = _as_lists(parser.root)
    tree.shallow = shallow is not markup
    title = parser.css_first("head title")
    return tree, " ".join(title.text().split()) or None if title else None


def parsed(markup: str) -> LexborHTMLParser:
    """Return what Lexbor makes of a page; raises `MissingExtraError`."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise MissingExtraError("reading web pages", "selectolax", "web") from None
    return LexborHTMLParser(markup)


def _as_lists(root: LexborNode | None) -> Tree:
    tree = Tree()
    tags, ends, node = tree.tags, tree.ends, root
    inside: list[int] = []
    while node is not None:
        at, tag = len(tags), node.tag or ""
        _append(tree, node, tag)
        child = None if tag in _OPAQUE or tag == _TEXT else node.first_child
        if child is not None:
            inside.append(at)
            node = child
            continue
        while inside and node is not None and node.next is None:
            node = node.parent
            ends[inside.pop()] = len(tags)
        node = node.next if inside and node is not None else None
    return tree


def _append(tree: Tree, node: LexborNode, tag: str) -> None:
    is_element = tag[:1].isalpha()
    tree.tags.append(tag if is_element else "")
    found = node.attributes if is_element else None
    tree.attributes.append({name: value or "" for name, value in found.items()} if found else _NONE)
    tree.texts.append(node.text_content or "" if tag == _TEXT else "")
    tree.ends.append(len(tree.tags))
