"""An argument graph as it stands: segments, joints, units and arrows, read and written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats._xml import elements, in_attribute
from argmap.text import Span

_NOWHERE = Span(0, 0)


@frozen
class Item:
    """An element of a graph.

    Attributes:
        tag: ``edu`` for a segment of the text, ``joint`` for segments that belong together, ``adu`` for a unit of the
            argument, ``edge`` for an arrow.
        attributes: Its attributes.
        text: The words of a segment.
        at: Its place in the file.
    """

    tag: str
    attributes: Mapping[str, str]
    text: str = ""
    at: Span = field(default=_NOWHERE, eq=False)

    @property
    def id(self) -> str:
        """Return its id."""
        return self.attributes.get("id", "")

    @property
    def type(self) -> str:
        """Return what it is: ``pro`` or ``opp`` of a unit, ``sup``, ``exa``, ``add``, ``reb``, ``und`` or ``seg``."""
        return self.attributes.get("type", "")

    @property
    def source(self) -> str:
        """Return the id of what an arrow leads from."""
        return self.attributes.get("src", "")

    @property
    def target(self) -> str:
        """Return the id of what an arrow leads to."""
        return self.attributes.get("trg", "")


@frozen
class Graph:
    """An argument graph.

    Attributes:
        attributes: Its id, and the id of its topic and the author's stance on it where they are given.
        items: What is in it, in order.
    """

    attributes: Mapping[str, str]
    items: tuple[Item, ...]

    def each(self, tag: str) -> list[Item]:
        """Return the items of a sort."""
        return [item for item in self.items if item.tag == tag]

    @cached_property
    def edges(self) -> dict[str, Item]:
        """Return the arrows between units, and from units to arrows, by id; of several with one id the first."""
        found: dict[str, Item] = {}
        for item in self.each("edge"):
            if item.type != "seg":
                found.setdefault(item.id, item)
        return found

    @cached_property
    def segments(self) -> dict[str, list[Item]]:
        """Return the segments of each unit, in the order of the text, through joints."""
        into: dict[str, list[str]] = {}
        for item in self.each("edge"):
            if item.type == "seg":
                into.setdefault(item.target, []).append(item.source)
        edus = {item.id: i for i, item in enumerate(self.each("edu"))}
        joints = {item.id for item in self.each("joint")}
        every = self.each("edu")
        return {
            adu.id: [every[i] for i in sorted(_reached(into.get(adu.id, []), into, edus, joints))]
            for adu in self.each("adu")
        }

    def base(self, edge: Item) -> Item | None:
        """Return the arrow to which another adds a premise, also through others that add some; None where none is."""
        seen = {edge.id}
        while edge.type == "add":
            found = self.edges.get(edge.target)
            if found is None or found.id in seen:
                return None
            seen.add(found.id)
            edge = found
        return edge


def _reached(
    names: Iterable[str], into: Mapping[str, list[str]], edus: Mapping[str, int], joints: set[str]
) -> set[int]:
    found: set[int] = set()
    seen: set[str] = set()
    todo = list(names)
    while todo:
        name = todo.pop()
        if name in edus:
            found.add(edus[name])
        elif name in joints and name not in seen:
            seen.add(name)
            todo += into.get(name, [])
    return found


def parse(flaws: Flaws) -> Graph:
    """Read a graph; what is wrong with its XML is noted as a flaw.

    Raises:
        ConvertError: The outermost element is no ``arggraph``.

    Example:
        >>> graph = parse(Flaws('<arggraph id="g"><edu id="e1">It is dry.</edu><adu id="a1" type="pro"/></arggraph>'))
        >>> [(item.tag, item.id, item.text) for item in graph.items]
        [('edu', 'e1', 'It is dry.'), ('adu', 'a1', '')]
    """
    found = elements(flaws)
    if not found or found[0].name != "arggraph":
        reason = f" ({flaws.found[0].message})" if flaws.found and not found else ""
        raise ConvertError(f"this is no argument graph: its outermost element is not <arggraph>{reason}")
    items = (Item(each.name, each.attributes, each.text if each.name == "edu" else "", each.at) for each in found[1:])
    return Graph(found[0].attributes, tuple(items))


def serialise(graph: Graph) -> str:
    """Return the text of a file that holds a graph.

    Example:
        >>> print(serialise(Graph({"id": "g"}, (Item("edu", {"id": "e1"}, "It is dry."),))), end="")
        <?xml version='1.0' encoding='UTF-8'?>
        <arggraph id="g">
          <edu id="e1"><![CDATA[It is dry.]]></edu>
        </arggraph>
    """
    lines = [f"<arggraph{_attributes(graph.attributes)}>", *map(_line, graph.items), "</arggraph>"]
    return "\n".join(["<?xml version='1.0' encoding='UTF-8'?>", *lines, ""])


def _line(item: Item) -> str:
    start = f"  <{item.tag}{_attributes(item.attributes)}"
    if item.tag != "edu":
        return f"{start}/>"
    text = item.text.replace("]]>", "]]]]><![CDATA[>").replace("\r", "]]>&#13;<![CDATA[")
    return f"{start}><![CDATA[{text}]]></edu>"


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{in_attribute(value)}"' for name, value in attributes.items())


def implicit(item: Item) -> bool:
    """Tell whether a segment does not stand in the text, though the argument needs it."""
    return item.attributes.get("implicit", "").lower() in ("true", "1", "yes")


def joined(segments: Iterable[Item]) -> Iterator[tuple[Item, Span]]:
    """Go through segments with where each stands in their text, joined by blanks; not through implicit ones."""
    at = 0
    for segment in segments:
        if not implicit(segment):
            yield segment, Span(at, at + len(segment.text))
            at += len(segment.text) + 1
