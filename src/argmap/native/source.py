"""Tree to source record."""

from __future__ import annotations

import re

from argmap.flaws import Flaws
from argmap.model.sources import Intake, Reliability, Source, SourceKind
from argmap.native import fields, values
from argmap.native.tree import Mapping, Node, Scalar, describe, span
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_SHA_256 = re.compile(r"[0-9a-f]{64}")
_TEXTS = {
    name: name.replace("-", "_")
    for name, (shape, _) in fields.SOURCE.items()
    if shape in ("text", "date") and name not in ("$schema", "id")
}
_READ = {"text": values.text, "date": values.date}


def read_source(name: str, place: Span | None, node: Node, flaws: Flaws) -> Source:
    """Read one record.

    Args:
        name: The id it has unless it names another.
        place: What findings about it point to, where it stands inside a map.
        node: Its fields; a text alone is its title.
        flaws: Where flaws are noted.
    """
    if isinstance(node, Scalar) and node.value and place is not None:
        return Source(name, node.value, span=place)
    if not isinstance(node, Mapping):
        message = f"the record of source {name!r} has fields such as 'title:' and 'url:', and this is {describe(node)}"
        flaws.add(WRONG_VALUE, message, place or span(node), name)
        return Source(name, span=place)
    found = values.record(node, fields.SOURCE, "a source record", flaws, name)
    texts = {
        attribute: value
        for key, attribute in _TEXTS.items()
        if key in found and (value := _READ[fields.SOURCE[key][0]](*found[key], flaws, name)) is not None
    }
    if "id" in found:
        given = found["id"][1]
        if isinstance(given, Scalar) and given.value:
            name = values.identifier(given, "a source", flaws)
    return Source(
        id=name,
        authors=values.words(*found["authors"], flaws, name) if "authors" in found else (),
        based_on=values.words(*found["based-on"], flaws, name) if "based-on" in found else (),
        intake=_intake(*found["intake"], flaws, name) if "intake" in found else None,
        kind=values.choice(*found["kind"], SourceKind, flaws, name) if "kind" in found else None,
        reliability=_reliability(*found["reliability"], flaws, name) if "reliability" in found else None,
        span=place or Span(node.start, node.start),
        **texts,  # type: ignore[arg-type]
    )


def _intake(key: Scalar, node: Node, flaws: Flaws, name: str) -> Intake | None:
    if not isinstance(node, Mapping):
        message = f"'intake' is a record that argmap source writes, and this is {describe(node)}"
        flaws.add(WRONG_VALUE, message, span(node), name)
        return None
    found = values.record(node, fields.INTAKE, "an intake", flaws, name)
    extractor = values.text(*found["extractor"], flaws, name) if "extractor" in found else None
    file = _digest(*found["file"], flaws, name) if "file" in found else None
    kept = values.number(*found["kept"], flaws, name, least=0) if "kept" in found else None
    if extractor is None or file is None or kept is None:
        missing = next((part for part in ("extractor", "file", "kept") if part not in found), None)
        if missing:
            flaws.add(WRONG_VALUE, f"'intake' lacks {missing!r}: argmap source update writes it anew", span(key), name)
        return None
    return Intake(
        extractor,
        file,
        kept,
        visible=values.number(*found["visible"], flaws, name, least=0) if "visible" in found else None,
        left_out=values.words(*found["left-out"], flaws, name) if "left-out" in found else (),
        doubts=values.words(*found["doubts"], flaws, name) if "doubts" in found else (),
    )


def _digest(key: Scalar, node: Node, flaws: Flaws, name: str) -> str | None:
    value = values.text(key, node, flaws, name)
    if value is not None and not _SHA_256.fullmatch(value):
        message = f"{key.value!r} takes a SHA-256, which is 64 hexadecimal digits, and this is {values.shown(value)}"
        flaws.add(WRONG_VALUE, message, span(node), name)
        return None
    return value


def _reliability(key: Scalar, node: Node, flaws: Flaws, name: str) -> Reliability | None:
    if not isinstance(node, Mapping):
        note = values.text(key, node, flaws, name)
        return Reliability(note=note) if note else None
    found = values.record(node, fields.RELIABILITY, "a reliability", flaws, name)
    texts = {key: values.text(*pair, flaws, name) for key, pair in found.items()}
    return Reliability(**texts) if any(texts.values()) else None
