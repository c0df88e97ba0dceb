"""Tree to source record."""

from __future__ import annotations

from argmap.native import fields, values
from argmap.native.slips import WRONG_VALUE, Slips
from argmap.native.tree import Mapping, Node, Scalar, describe, span
from argmap.model.sources import Reliability, Source, SourceKind
from argmap.text import Span

_TEXTS = {
    name: name.replace("-", "_")
    for name, (shape, _) in fields.SOURCE.items()
    if shape == "text" and name not in ("$schema", "id")
}


def read_source(name: str, place: Span | None, node: Node, slips: Slips) -> Source:
    """Read one record.

    Args:
        name: The id it bears unless it names another.
        place: What findings about it point to, where it stands inside a map.
        node: Its fields; a text alone is its title.
        slips: Where slips are noted.
    """
    if isinstance(node, Scalar) and node.value and place is not None:
        return Source(name, node.value, span=place)
    if not isinstance(node, Mapping):
        message = f"the record of source {name!r} has fields such as 'title:' and 'url:', and this is {describe(node)}"
        slips.add(WRONG_VALUE, message, place or span(node), name)
        return Source(name, span=place)
    found = values.record(node, fields.SOURCE, "a source record", slips, name)
    texts = {
        attribute: value
        for key, attribute in _TEXTS.items()
        if key in found and (value := values.text(*found[key], slips, name)) is not None
    }
    if "id" in found:
        given = found["id"][1]
        if isinstance(given, Scalar) and given.value:
            name = values.identifier(given, "a source", slips)
    return Source(
        id=name,
        authors=values.words(*found["authors"], slips, name) if "authors" in found else (),
        based_on=values.words(*found["based-on"], slips, name) if "based-on" in found else (),
        kind=values.choice(*found["kind"], SourceKind, slips, name) if "kind" in found else None,
        reliability=_reliability(*found["reliability"], slips, name) if "reliability" in found else None,
        span=place or Span(node.start, node.start),
        **texts,  # type: ignore[arg-type]
    )


def _reliability(key: Scalar, node: Node, slips: Slips, name: str) -> Reliability | None:
    if not isinstance(node, Mapping):
        note = values.text(key, node, slips, name)
        return Reliability(note=note) if note else None
    found = values.record(node, fields.RELIABILITY, "a reliability", slips, name)
    texts = {key: values.text(*pair, slips, name) for key, pair in found.items()}
    return Reliability(**texts) if any(texts.values()) else None
