"""The titles, headings and tags that settings name and the text does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.model import Interpretation, is_titled, mapping
from argmap.formats.argdown.settings.colours import tags_in_order
from argmap.formats.argdown.syntax.front_matter import span_of
from argmap.formats.argdown.syntax.tree import Tree
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE

_MOST_HINTS = 20


def check_names(tree: Tree, model: Interpretation, flaws: Flaws) -> None:
    """Note the titles, headings and tags that settings name and the text does not have."""
    named = [(what, setting, name) for what, setting, names in _named(model.settings) for name in names]
    if not named:
        return
    known = _known(model)
    unknown = [(what, setting, name) for what, setting, name in named if name not in known[what]]
    for index, (what, setting, name) in enumerate(unknown):
        hint = did_you_mean(name, sorted(known[what])) if index < _MOST_HINTS else None
        message = f"{setting!r} names the {what} {name!r}, which does not exist"
        span = span_of(tree, name, span_of(tree, setting).end, mark="")
        flaws.add(UNKNOWN_REFERENCE.leniently, f"{message}: {hint}" if hint else message, span)


def _known(model: Interpretation) -> dict[str, set[str]]:
    sections = list(model.all_sections())
    return {
        "statement": {title for title in model.statements if is_titled(title)},
        "argument": {title for title in model.arguments if is_titled(title)},
        "heading": {section.title for section in sections},
        "tag": {*tags_in_order(model), *(tag for section in sections for tag in section.tags)},
    }


def _named(settings: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    selection, colours, group = (mapping(settings, key) for key in ("selection", "color", "group"))
    for what, home, setting in (
        ("tag", selection, "selectedTags"),
        ("heading", selection, "selectedSections"),
        ("statement", selection, "includeStatements"),
        ("statement", selection, "excludeStatements"),
        ("argument", selection, "excludeArguments"),
        ("tag", colours, "tagColors"),
        ("statement", colours, "statementColors"),
        ("argument", colours, "argumentColors"),
        ("heading", colours, "groupColors"),
        ("heading", {} if group.get("regroup") else group, "sections"),
    ):
        value = home.get(setting)
        yield what, setting, _texts(list(value) if isinstance(value, dict) else value)
    stack = [group.get("regroup")]
    while stack:
        value = stack.pop()
        for entry in value if isinstance(value, list) else ():
            if isinstance(entry, dict):
                yield "statement", "regroup", _texts(entry.get("statements"))
                yield "argument", "regroup", _texts(entry.get("arguments"))
                stack.append(entry.get("children"))


def _texts(value: Any) -> list[str]:
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []
