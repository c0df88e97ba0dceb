"""Argdown's settings by section, each with the type that its value must have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from argmap.errors import did_you_mean
from argmap.formats.argdown.settings.colours import SCHEMES, colour

SettingType = Callable[[Any], Iterator[str]]
"""Tells what is wrong with a value; each message ends a sentence that begins with the setting's name."""

GENERATED = "iwanthue-"
"""How the names of those Argdown schemes begin whose colours argmap does not have."""


def flag(value: Any) -> Iterator[str]:
    """Tell what is wrong with what should be true or false."""
    if not isinstance(value, bool):
        yield f"is true or false, not {value!r}"


def _number(value: Any) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int):
        yield f"is a whole number, not {value!r}"


def _names(value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"takes a list, as in [{value}]" if isinstance(value, str) else "takes a list, as in [one, another]"
    elif not all(isinstance(entry, str) for entry in value):
        yield "takes a list of texts: put quotation marks around what is not a text"


def _one_of(*known: str) -> SettingType:
    def check(value: Any) -> Iterator[str]:
        if value not in known:
            hint = did_you_mean(str(value), known) or f"it must be one of {', '.join(known)}"
            yield f"cannot be {value!r}: {hint}"

    return check


def _record(keys: dict[str, SettingType]) -> SettingType:
    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"takes {', '.join(keys)}, as in {{{next(iter(keys))}: …}}"
            return
        for key, inner in value.items():
            if key not in keys:
                yield f"has no {key!r}: {did_you_mean(key, keys) or 'choose from ' + ', '.join(keys)}"
            else:
                yield from (f"has {key!r}, which {wrong}" for wrong in keys[key](inner))

    return check


def _each(inner: SettingType, what: str) -> SettingType:
    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"takes {what}, each with its value"
            return
        for key, entry in value.items():
            yield from (f"has {key!r}, which {wrong}" for wrong in inner(entry))

    return check


def _any(value: Any) -> Iterator[str]:  # noqa: ARG001  (a setting type)
    yield from ()


def shade(value: Any) -> Iterator[str]:
    """Tell what is wrong with what should be a colour."""
    is_index = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if not is_index and colour(value, ()) is None:
        yield f'is a colour such as "#1b9e77", or the number of one in the colour scheme, not {value!r}'


def _tag_shade(value: Any) -> Iterator[str]:
    yield from _record({"color": shade, "priority": _number})(value) if isinstance(value, dict) else shade(value)


def _shades(value: Any) -> Iterator[str]:
    if not isinstance(value, list) or not value:
        yield 'takes a list of colours, as in ["#1b9e77", "#d95f02"]'
        return
    wrong = [entry for entry in value if colour(entry, ()) is None]
    if wrong:
        yield f'takes colours such as "#1b9e77", not {wrong[0]!r}'


def _scheme(value: Any) -> Iterator[str]:
    if not isinstance(value, str):
        yield from _shades(value)
    elif value not in SCHEMES:
        yield f"cannot be {value!r}: {did_you_mean(value, SCHEMES) or 'choose from ' + ', '.join(SCHEMES)}"


def _regrouped(value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        yield "takes a list of groups, as in [{title: Costs, statements: [A]}]"
        return
    stack = list(reversed(value))
    while stack:
        entry = stack.pop()
        yield from _record(_REGROUPED)(entry)
        if isinstance(entry, dict) and isinstance(entry.get("children"), list):
            stack.extend(reversed(entry["children"]))


_REGROUPED: dict[str, SettingType] = {
    "title": _any,
    "statements": _names,
    "arguments": _names,
    "tags": _names,
    "isClosed": flag,
    "children": _any,
}
_LABELS = _one_of("hide-untitled", "title", "text", "none")
_TITLES = _each(shade, "titles")
_RELATIONS = ("support", "attack", "undercut", "entails", "contrary", "contradictory")

SETTINGS: dict[str, dict[str, SettingType]] = {
    "model": {
        "mode": _one_of("loose", "strict"),
        "removeTagsFromText": flag,
        "transformArgumentRelations": flag,
        "shortcodes": _any,
        "explodeArguments": flag,
    },
    "selection": {
        "excludeDisconnected": flag,
        "statementSelectionMode": _one_of(
            *("all", "top-level", "with-title", "with-relations"),
            *("with-more-than-one-relation", "not-used-in-argument"),
        ),
        "selectedTags": _names,
        "selectElementsWithoutTag": flag,
        "selectedSections": _names,
        "selectElementsWithoutSection": flag,
        "includeStatements": _names,
        "excludeStatements": _names,
        "excludeArguments": _names,
        "ignoreIsInMap": flag,
    },
    "map": {"statementLabelMode": _LABELS, "argumentLabelMode": _LABELS, "addTags": flag},
    "group": {
        "groupDepth": _number,
        "sections": _each(_record({"isGroup": flag, "isClosed": flag}), "headings"),
        "regroup": _regrouped,
        "ignoreIsGroup": flag,
        "ignoreIsClosed": flag,
    },
    "color": {
        "colorScheme": _scheme,
        "tagColors": _each(_tag_shade, "tags"),
        "statementColors": _TITLES,
        "argumentColors": _TITLES,
        "groupColors": _TITLES,
        "groupColorScheme": _shades,
        "relationColors": _each(_any, ", ".join(_RELATIONS)),
        "colorizeByTag": flag,
        "colorizeGroupsByTag": flag,
        "ignoreColorData": flag,
        "statementFontColor": _any,
        "argumentFontColor": _any,
        "groupFontColor": _any,
    },
}
"""The settings by section, as Argdown's configuration cheatsheet has them."""

OF_ELEMENTS: dict[str, SettingType] = {
    "isInMap": flag,
    "isInGroup": flag,
    "isCanonical": flag,
    "isGroup": flag,
    "isClosed": flag,
    "color": shade,
    "images": _any,
    "uses": _any,
    "fontColor": _any,
}
"""The settings that data of statements, arguments and headings may have."""

NOT_DRAWN = ("relationColors", "statementFontColor", "argumentFontColor", "groupFontColor")
"""The settings for colours that argmap reserves for its own signs."""

OTHER_SECTIONS = tuple(
    "dot graphml html json images svgToPdf webComponent data parser include process processes plugins "
    "inputPath outputPath outputs saveAs logLevel logParserErrors config throwExceptions logExceptions "
    "watch svg pdf vizJs markdown sync export explodeArguments".split()
)
"""The keys of front matter that only Argdown's own tools read."""
