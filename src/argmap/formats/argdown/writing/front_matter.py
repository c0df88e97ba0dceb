"""The front matter of a written file."""

from __future__ import annotations

from argmap.formats.argdown.writing.braces import flow, scalar
from argmap.formats.argdown.writing.picture_data import map_settings
from argmap.formats.argdown.writing.record import record_of
from argmap.model.document import ArgumentMap
from argmap.model.expectations import Expectation

_USUAL_DEPTH = 2


def front_matter(m: ArgumentMap, *, strict: bool, groups: bool, depth: int) -> str | None:
    """Return the front matter of a map, or None where it needs none.

    Args:
        m: The map.
        strict: Whether the file is in Argdown's strict mode.
        groups: Whether to list the groups, because headings alone would not make them.
        depth: How many levels of groups there are.
    """
    lines = [
        f"{key}: {scalar(value)}"
        for key, value in (("title", m.title or None), ("description", m.description), ("about", m.about))
        if value is not None
    ]
    if m.expectations:
        lines.append("expect:")
        lines += [f"  {scalar(each.statement)}: {flow(_words(each))}" for each in m.expectations]
    if m.orders:
        lines.append("orders:")
        lines += [
            f"  {scalar(order.id)}: {flow(_one_or_all([' > '.join(c) for c in order.chains]))}" for order in m.orders
        ]
    if strict:
        lines.append("model: {mode: strict}")
    if drawn := map_settings(m):
        lines.append(f"map: {flow(drawn)}")
    if depth > _USUAL_DEPTH:
        lines.append(f"group: {{groupDepth: {depth}}}")
    if groups:
        lines.append("groups:")
        for group in m.groups:
            value = group.title if group.parent is None else {"title": group.title, "in": group.parent}
            lines.append(f"  {scalar(group.id)}: {flow(value)}")
    if m.sources:
        lines.append("sources:")
        lines += [f"  {scalar(source.id)}: {flow(record_of(source))}" for source in m.sources]
    if m.annex:
        lines.append("annex:")
        lines += [f"  {scalar(name)}: {scalar(text)}" for name, text in m.annex.items()]
    return "\n".join(["===", *lines, "==="]) if lines else None


def _words(expectation: Expectation) -> str | list[str]:
    return _one_or_all(list(map(str, expectation.standings)))


def _one_or_all(texts: list[str]) -> str | list[str]:
    return texts[0] if len(texts) == 1 else texts
