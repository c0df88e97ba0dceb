"""The settings that Argdown users know: where they may stand, and which of them argmap reads."""

from __future__ import annotations

from typing import Any

from argmap.errors import did_you_mean
from argmap.formats.argdown import slips as rules
from argmap.formats.argdown.slips import Slips
from argmap.formats.argdown.tree import Tree
from argmap.text import Span

#: The settings by section, as Argdown's configuration cheatsheet has them.
SETTINGS = {
    "model": ("mode", "removeTagsFromText", "transformArgumentRelations", "shortcodes", "explodeArguments"),
    "selection": (
        "excludeDisconnected",
        "statementSelectionMode",
        "selectedTags",
        "selectElementsWithoutTag",
        "selectedSections",
        "selectElementsWithoutSection",
        "includeStatements",
        "excludeStatements",
        "excludeArguments",
        "ignoreIsInMap",
    ),
    "map": ("statementLabelMode", "argumentLabelMode", "addTags"),
    "group": ("groupDepth", "sections", "regroup", "ignoreIsGroup", "ignoreIsClosed"),
    "color": (
        "colorScheme",
        "tagColors",
        "statementColors",
        "argumentColors",
        "groupColors",
        "groupColorScheme",
        "relationColors",
        "colorizeByTag",
        "colorizeGroupsByTag",
        "ignoreColorData",
        "statementFontColor",
        "argumentFontColor",
        "groupFontColor",
    ),
}
#: Which statements become nodes.
MODES = (
    "all",
    "top-level",
    "with-title",
    "with-relations",
    "with-more-than-one-relation",
    "not-used-in-argument",
)

_VALUES = {
    "mode": ("loose", "strict"),
    "statementSelectionMode": MODES,
    "statementLabelMode": ("hide-untitled", "title", "text", "none"),
    "argumentLabelMode": ("hide-untitled", "title", "text", "none"),
}
_OTHER_SECTIONS = (
    "dot",
    "graphml",
    "html",
    "json",
    "images",
    "svgToPdf",
    "webComponent",
    "data",
    "parser",
    "include",
    "process",
    "processes",
    "plugins",
    "inputPath",
    "outputPath",
    "outputs",
    "saveAs",
    "logLevel",
    "logParserErrors",
    "config",
    "throwExceptions",
    "logExceptions",
    "watch",
    "svg",
    "pdf",
    "vizJs",
    "markdown",
    "sync",
    "export",
    "explodeArguments",
)
_NATIVE = ("title", "description", "about", "sources", "groups")
_OF_ELEMENTS = frozenset(
    {
        "isInMap",
        "isInGroup",
        "isCanonical",
        "isGroup",
        "isClosed",
        "color",
        "images",
        "uses",
        "fontColor",
    }
)


def is_setting(key: str) -> bool:
    """Tell whether data means something to Argdown's own map."""
    return key in _OF_ELEMENTS


def native_key(key: str, known: tuple[str, ...]) -> str | None:
    """Give the key that one is a misspelling of."""
    from difflib import get_close_matches

    near = get_close_matches(key, [name for name in known if len(name) > 3], n=1, cutoff=0.75)
    return near[0] if near else None


def note_unknown(data: dict[str, Any], known: tuple[str, ...], place: Span, node: str | None, slips: Slips) -> None:
    """Note the keys of data that mean nothing, with the one that was probably meant."""
    for key in data:
        if key in known or is_setting(key):
            continue
        meant = native_key(key, known)
        if meant:
            slips.add(rules.MISPLACED_SETTING, f"unknown key {key!r}: did you mean {meant!r}?", place, node)
        else:
            slips.drop(f"the data key {key!r} is not kept", place)


def check_front_matter(tree: Tree, slips: Slips) -> None:
    """Note settings that are unknown or stand in the wrong section, and what else is not kept."""
    data = tree.front_matter
    if tree.front_matter_span is None or not isinstance(data, dict):
        return
    homes = {name: section for section, names in SETTINGS.items() for name in names}
    for key, value in data.items():
        place = _place(tree, key)
        if key in SETTINGS:
            _check_section(key, value, homes, tree, slips)
        elif key in homes and key not in _OTHER_SECTIONS:
            message = f"the setting {key!r} belongs under '{homes[key]}:': write '{homes[key]}: {{{key}: …}}'"
            slips.add(rules.MISPLACED_SETTING, message, place)
        elif key not in _NATIVE and key not in _OTHER_SECTIONS:
            hint = did_you_mean(key, [*SETTINGS, *_NATIVE])
            if hint and len(key) > 3:
                slips.add(rules.MISPLACED_SETTING, f"unknown key {key!r} in the front matter: {hint}", place)
            else:
                slips.drop(f"the front matter key {key!r} is not kept", place)


def _check_section(section: str, value: object, homes: dict[str, str], tree: Tree, slips: Slips) -> None:
    if not isinstance(value, dict):
        slips.add(rules.WRONG_VALUE, f"'{section}:' takes settings with their values", _place(tree, section))
        return
    for name, given in value.items():
        if name in SETTINGS[section]:
            _check_value(name, given, tree, slips)
            continue
        if name in homes:
            hint = f"it belongs under '{homes[name]}:'"
        else:
            hint = did_you_mean(name, homes) or f"there is {', '.join(SETTINGS[section])}"
        slips.add(rules.MISPLACED_SETTING, f"unknown setting {name!r} under '{section}:': {hint}", _place(tree, name))


def _check_value(name: str, value: object, tree: Tree, slips: Slips) -> None:
    known = _VALUES.get(name)
    if known and value not in known:
        hint = did_you_mean(str(value), known) or f"one of {', '.join(known)} is right"
        slips.add(rules.WRONG_VALUE, f"{name!r} cannot be {value!r}: {hint}", _place(tree, name))


def _place(tree: Tree, key: str) -> Span:
    """Give the place of a key in the front matter."""
    start, end = tree.front_matter_span or (0, 0)
    at = tree.text.find(f"{key}:", start, end)
    return Span(start, start + 3) if at < 0 else Span(at, at + len(key))
