"""What the styles of a Word document say of a paragraph: whether it is hidden, and whether Word numbers it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from argmap.sources.extract.docx.equations import is_on
from argmap.sources.extract.docx.xml import Attributes, parse

_UNNUMBERED = ("bullet", "none")


@define
class Styles:
    """The styles and the lists of a document.

    Attributes:
        hidden: The styles whose text is hidden.
        lists: For each style that makes a paragraph an item of a list, the list.
        formats: For each list, how it numbers the items of its levels.
    """

    hidden: set[str] = field(factory=set)
    lists: dict[str, str] = field(factory=dict)
    formats: dict[str, dict[str, str]] = field(factory=dict)

    def is_numbered(self, style: str, number: str, level: str) -> bool:
        """Return whether Word puts a number before a paragraph of a style, and of a list that it names itself."""
        levels = self.formats.get(number or self.lists.get(style, ""), {})
        return levels.get(level, "none") not in _UNNUMBERED


def read_styles(pieces: Iterable[bytes], styles: Styles) -> None:
    """Read the part with the styles; a style is like the one it is based on."""
    based: dict[str, str] = {}
    style = ""

    def start(name: str, attributes: Attributes) -> None:
        nonlocal style
        value = attributes.get("w:val", "")
        match name:
            case "w:style":
                style = attributes.get("w:styleId", "")
            case "w:basedOn":
                based[style] = value
            case "w:numId":
                styles.lists[style] = value
            case "w:vanish" if is_on(attributes.get("w:val")) and style:
                styles.hidden.add(style)

    parse(pieces, start, lambda: None)
    for name in based:
        ancestors = [name]
        while (above := based.get(ancestors[-1])) and len(ancestors) < _LONGEST_LINE:
            ancestors.append(above)
        styles.hidden |= {name} if styles.hidden.intersection(ancestors) else set()
        styles.lists.setdefault(name, next((styles.lists[each] for each in ancestors if each in styles.lists), ""))


_LONGEST_LINE = 20


def read_lists(pieces: Iterable[bytes], styles: Styles) -> None:
    """Read the part with the lists."""
    kinds: dict[str, dict[str, str]] = {}
    levels: dict[str, str] = {}
    level = number = ""

    def start(name: str, attributes: Attributes) -> None:
        nonlocal level, levels, number
        value = attributes.get("w:val", "")
        match name:
            case "w:abstractNum":
                levels = kinds.setdefault(attributes.get("w:abstractNumId", ""), {})
            case "w:lvl":
                level = attributes.get("w:ilvl", "0")
            case "w:numFmt":
                levels[level] = value
            case "w:num":
                number = attributes.get("w:numId", "")
            case "w:abstractNumId":
                styles.formats[number] = levels = dict(kinds.get(value, {}))

    parse(pieces, start, lambda: None)
