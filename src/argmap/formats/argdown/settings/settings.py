"""The settings that Argdown users know: where they may stand, and which of them argmap reads."""

from __future__ import annotations

import re
from typing import Any

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.citing import as_text
from argmap.formats.argdown.meaning.model import Interpretation
from argmap.formats.argdown.settings.named import unknown_names
from argmap.formats.argdown.settings.shapes import GENERATED, NOT_DRAWN, OF_ELEMENTS, SETTINGS
from argmap.formats.argdown.syntax.tree import Tree
from argmap.rules.unknown_key import RULE as UNKNOWN_KEY
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

#: What Argdown's own tools are told in front matter.
OTHER_SECTIONS = (
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
_TEXTS = frozenset({"id", "title", "type", "kind", "text", "group", "note", "scheme"})
_NATIVE = ("title", "subTitle", "description", "about", "sources", "groups")
#: What Argdown's web pages say about a text.
_OF_PAGES = ("author", "date", "abstract")


def is_setting(key: str) -> bool:
    """Tell whether data means something to Argdown's own map."""
    return key in OF_ELEMENTS


def native_key(key: str, known: tuple[str, ...]) -> str | None:
    """Give the key that one is a misspelling of."""
    from difflib import get_close_matches

    near = get_close_matches(key, [name for name in known if len(name) > 3], n=1, cutoff=0.75)
    return near[0] if near else None


def note_unknown(data: dict[str, Any], known: tuple[str, ...], place: Span, node: str | None, flaws: Flaws) -> None:
    """Note the keys of data that mean nothing, with the one that was probably meant, and settings of a wrong value."""
    for key, value in data.items():
        if key in OF_ELEMENTS:
            for wrong in OF_ELEMENTS[key](value):
                flaws.add(WRONG_VALUE, f"{key!r} {wrong}", place, node)
        note_wrong(key, value, place, node, flaws)
        if key in known or is_setting(key):
            continue
        meant = native_key(key, known)
        if meant:
            flaws.add(UNKNOWN_KEY.leniently, f"unknown key {key!r}: did you mean {meant!r}?", place, node)
        else:
            flaws.drop(f"the data key {key!r} is not kept", place)


def note_wrong(key: str, value: object, place: Span, node: str | None, flaws: Flaws) -> None:
    """Note a value that is none of its key's kind, and would not be read."""
    if key in _TEXTS and value is not None and as_text(value) is None:
        flaws.add(WRONG_VALUE, f"{key!r} takes a text: put it in quotation marks", place, node)
    if key == "implicit" and not isinstance(value, bool):
        flaws.add(WRONG_VALUE, f"'implicit' is true or false, not {value!r}", place, node)


def check_front_matter(tree: Tree, flaws: Flaws) -> None:
    """Note settings that are unknown or stand in the wrong section, and what else is not kept."""
    data = tree.front_matter
    if tree.front_matter_span is None or not isinstance(data, dict):
        return
    homes = {name: section for section, names in SETTINGS.items() for name in names}
    for key, value in data.items():
        place = place_of(tree, key)
        if key in SETTINGS:
            _check_section(key, value, homes, tree, flaws)
        elif key in homes and key not in OTHER_SECTIONS:
            message = f"the setting {key!r} belongs under '{homes[key]}:': write '{homes[key]}: {{{key}: …}}'"
            flaws.add(UNKNOWN_KEY.leniently, message, place)
        elif key not in _NATIVE and key not in OTHER_SECTIONS:
            hint = None if key in _OF_PAGES else did_you_mean(key, [*SETTINGS, *_NATIVE])
            if hint and len(key) > 3:
                flaws.add(UNKNOWN_KEY.leniently, f"unknown key {key!r} in the front matter: {hint}", place)
            else:
                flaws.drop(f"the front matter key {key!r} is not kept", place)


def _check_section(section: str, value: object, homes: dict[str, str], tree: Tree, flaws: Flaws) -> None:
    if not isinstance(value, dict):
        flaws.add(WRONG_VALUE, f"'{section}:' takes settings with their values", place_of(tree, section))
        return
    for name, given in value.items():
        if name in SETTINGS[section]:
            _check_value(section, name, given, tree, flaws)
            continue
        if name in homes:
            hint = f"it belongs under '{homes[name]}:'"
        else:
            hint = did_you_mean(name, homes) or f"there is {', '.join(SETTINGS[section])}"
        flaws.add(UNKNOWN_KEY.leniently, f"unknown setting {name!r} under '{section}:': {hint}", place_of(tree, name))


def _check_value(section: str, name: str, value: object, tree: Tree, flaws: Flaws) -> None:
    place = place_of(tree, name)
    if name in NOT_DRAWN:
        flaws.drop(f"the setting {name!r} is not drawn: argmap's own colours tell what there is to tell", place)
    if name == "colorScheme" and isinstance(value, str) and value.startswith(GENERATED):
        flaws.drop(
            f"the colours of the scheme {value!r} are not at hand, and those of 'default' are taken: "
            'list them, as in colorScheme: ["#ba4761", "#b65b37"]',
            place,
        )
        return
    for wrong in SETTINGS[section][name](value):
        flaws.add(WRONG_VALUE, f"{name!r} {wrong}", place)


def check_names(tree: Tree, model: Interpretation, flaws: Flaws) -> None:
    """Note the titles, headings and tags that settings name and nothing bears."""
    for setting, name, message in unknown_names(model):
        flaws.add(UNKNOWN_REFERENCE.leniently, message, place_of(tree, name, place_of(tree, setting).end, mark=""))


def place_of(tree: Tree, key: str, start: int = 0, mark: str = ":") -> Span:
    """Give the place of a key, or with another mark of a word, in the front matter."""
    first, end = tree.front_matter_span or (0, 0)
    found = re.compile(rf"(?<![\w-]){re.escape(key)}(?=[\"']?{mark}(?![\w-]))").search(
        tree.text, max(first, start), end
    )
    return Span(*found.span()) if found else Span(first, first + 3)
