"""The syntax of gsn2x: YAML whose keys are the ids of elements, each with its attributes.

As https://jonasthewolf.github.io/gsn2x describes it for version 4, and the Goal Structuring Notation Community
Standard, version 3, what it means. A single id may stand for a list of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from argmap.flaws import Flaws
from argmap.native import tree
from argmap.native.tree import BARE, Node, Scalar, Sequence
from argmap.native.yaml.layout import lay_out
from argmap.native.yaml.tree import parse as parse_yaml
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
_ABOUT = ("module", "meta")
_BARE = re.compile(r"(?:true|false|[-+]?\d{1,9})\Z", re.ASCII)
_UNTYPED = (
    "undeveloped",
    "defeated",
    "rankIncrement",
    "horizontalIndex",
    "relative",
    "absolute",
    "wordWrap",
    "charWrap",
)


class Type(StrEnum):
    """What an element is."""

    GOAL = "Goal"
    STRATEGY = "Strategy"
    SOLUTION = "Solution"
    CONTEXT = "Context"
    ASSUMPTION = "Assumption"
    JUSTIFICATION = "Justification"
    COUNTER_GOAL = "CounterGoal"
    COUNTER_SOLUTION = "CounterSolution"


_PREFIXES = {
    "CSn": Type.COUNTER_SOLUTION,
    "CG": Type.COUNTER_GOAL,
    "Sn": Type.SOLUTION,
    "G": Type.GOAL,
    "S": Type.STRATEGY,
    "C": Type.CONTEXT,
    "A": Type.ASSUMPTION,
    "J": Type.JUSTIFICATION,
}


def implied(name: str) -> Type | None:
    """Return the type that an id implies by its beginning.

    Example:
        >>> implied("Sn1"), implied("S1"), implied("x")
        (<Type.SOLUTION: 'Solution'>, <Type.STRATEGY: 'Strategy'>, None)
    """
    return next((found for prefix, found in _PREFIXES.items() if name.startswith(prefix)), None)


@frozen
class Element:
    """An element of a case.

    Attributes:
        id: Its key.
        attributes: What stands below, as texts, lists and mappings; None for an attribute without a value.
        span: Its key.
        places: Where each attribute stands.
    """

    id: str
    attributes: Mapping[str, Value]
    span: Span = field(default=Span(0, 0), eq=False, repr=False)
    places: Mapping[str, Span] = field(factory=dict, eq=False, repr=False)

    def ids(self, name: str) -> list[str]:
        """Return the ids that an attribute lists."""
        value = self.attributes.get(name)
        listed = value if isinstance(value, list) else [] if value in (None, "") else [value]
        return [each for each in listed if isinstance(each, str)]

    def text(self, name: str) -> str | None:
        """Return the text of an attribute; None where it has none."""
        value = self.attributes.get(name)
        return value if isinstance(value, str) else None

    @property
    def type(self) -> Type | None:
        """Return what it is: as it says, or as its id begins."""
        written = self.text("nodeType")
        return Type(written) if written in list(Type) else implied(self.id)

    def place(self, name: str) -> Span:
        """Return where an attribute stands, or else the element."""
        return self.places.get(name, self.span)


@frozen
class Case:
    """A case, or one of its modules.

    Attributes:
        about: What stands under ``module``.
        elements: In the order of the file.
    """

    about: Mapping[str, Value] = field(factory=dict)
    elements: tuple[Element, ...] = ()


def parse(flaws: Flaws) -> Case | None:
    r"""Read a case; None where the text is no YAML, or no mapping.

    Example:
        >>> case = parse(Flaws("module: {name: Mill}\nG1:\n  text: It turns.\n  supportedBy: Sn1\n"))
        >>> case.about, case.elements[0].ids("supportedBy")
        ({'name': 'Mill'}, ['Sn1'])
    """
    root = parse_yaml(flaws)
    if not isinstance(root, tree.Mapping):
        return None
    about: Mapping[str, Value] = {}
    elements = []
    seen = set()
    for key, value in root.pairs:
        name = key.value or ""
        if name in seen:
            flaws.add(DUPLICATE_ID, f"there are two elements {name}; only the first is read", tree.span(key))
            continue
        seen.add(name)
        element = _element(key, value, flaws)
        if element is None:
            continue
        if name in _ABOUT and not {"text", "nodeType"} & element.attributes.keys():
            about = element.attributes
        else:
            elements.append(element)
    return Case(about, tuple(elements))


def _element(key: Scalar, value: Node, flaws: Flaws) -> Element | None:
    if isinstance(value, Scalar) and not value.value:
        return Element(key.value or "", {}, tree.span(key))
    if not isinstance(value, tree.Mapping):
        message = f"{key.value} is {tree.describe(value)}: an element has attributes below it, such as 'text: …'"
        flaws.add(WRONG_VALUE, message, tree.span(key))
        return None
    attributes: dict[str, Value] = {}
    places: dict[str, Span] = {}
    for name, each in value.pairs:
        if name.value in attributes:
            flaws.add(DUPLICATE_ID, f"{name.value} stands twice; only the first is read", tree.span(name))
            continue
        attributes[name.value or ""] = _value(each)
        places[name.value or ""] = Span(name.start, each.end)
    return Element(key.value or "", attributes, tree.span(key), places)


def _value(node: Node) -> Value:
    """Return a node as plain values; the tree is never deep."""
    if isinstance(node, Scalar):
        return node.value if node.value or node.style else None
    if isinstance(node, Sequence):
        return [_value(item) for item in node.items]
    return {key.value or "": _value(value) for key, value in node.pairs}


def serialise(case: Case) -> str:
    """Write a case.

    Example:
        >>> print(serialise(Case(elements=(Element("G1", {"text": "Wet: yes.", "undeveloped": "true"}),))), end="")
        G1:
          text: "Wet: yes."
          undeveloped: true
    """
    return "\n".join(_blocks(case)) if case.about or case.elements else "{}\n"


def _blocks(case: Case) -> Iterator[str]:
    if case.about:
        yield _block("module", case.about)
    for element in case.elements:
        yield _block(element.id, element.attributes)


def _block(name: str, attributes: Mapping[str, Value]) -> str:
    below = _node(dict(attributes), "")
    return lay_out(tree.Mapping([(Scalar(name, 0, 0), below)], 0, 0))


def _node(value: Value, name: str) -> Node:
    if isinstance(value, dict):
        pairs = [(Scalar(key, 0, 0), _node(each, key)) for key, each in value.items()]
        return tree.Mapping(pairs, 0, 0, flow=not pairs)
    if isinstance(value, list):
        return Sequence([_node(each, name) for each in value], 0, 0, flow=True)
    is_bare = value is not None and name in _UNTYPED and _BARE.match(value)
    return Scalar(value, 0, 0, BARE if is_bare else '"' if value == "" else "")
