"""Settings in the front matter that are unknown, in the wrong section or of a wrong value, and keys that get lost."""

from __future__ import annotations

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.formats.argdown.settings.setting_types import GENERATED, NOT_DRAWN, OTHER_SECTIONS, SETTINGS
from argmap.formats.argdown.syntax.front_matter import span_of
from argmap.formats.argdown.syntax.tree import Tree
from argmap.rules.unknown_key import RULE as UNKNOWN_KEY
from argmap.rules.wrong_value import RULE as WRONG_VALUE

_NATIVE = ("title", "subTitle", "description", "about", "expect", "orders", "sources", "groups", "annex")
#: What Argdown's web pages say about a text.
_OF_PAGES = ("author", "date", "abstract")


def check_front_matter(tree: Tree, flaws: Flaws) -> None:
    """Note settings that are unknown or in the wrong section, and what else is not kept."""
    data = tree.front_matter
    if tree.front_matter_span is None or not isinstance(data, dict):
        return
    homes = {name: section for section, names in SETTINGS.items() for name in names}
    for key, value in data.items():
        span = span_of(tree, key)
        if key in SETTINGS:
            _check_section(key, value, homes, tree, flaws)
        elif key in homes and key not in OTHER_SECTIONS:
            message = f"the setting {key!r} belongs under '{homes[key]}:': write '{homes[key]}: {{{key}: …}}'"
            flaws.add(UNKNOWN_KEY.leniently, message, span)
        elif key not in _NATIVE and key not in OTHER_SECTIONS:
            hint = None if key in _OF_PAGES else did_you_mean(key, [*SETTINGS, *_NATIVE])
            if hint and len(key) > 3:
                flaws.add(UNKNOWN_KEY.leniently, f"unknown key {key!r} in the front matter: {hint}", span)
            else:
                flaws.drop(f"the front matter key {key!r} is not kept", span)


def _check_section(section: str, value: object, homes: dict[str, str], tree: Tree, flaws: Flaws) -> None:
    if not isinstance(value, dict):
        flaws.add(WRONG_VALUE, f"'{section}:' takes settings with their values", span_of(tree, section))
        return
    for name, given in value.items():
        if name in SETTINGS[section]:
            _check_value(section, name, given, tree, flaws)
            continue
        if name in homes:
            hint = f"it belongs under '{homes[name]}:'"
        else:
            hint = did_you_mean(name, homes) or f"choose from {', '.join(SETTINGS[section])}"
        flaws.add(UNKNOWN_KEY.leniently, f"unknown setting {name!r} under '{section}:': {hint}", span_of(tree, name))


def _check_value(section: str, name: str, value: object, tree: Tree, flaws: Flaws) -> None:
    span = span_of(tree, name)
    if name in NOT_DRAWN:
        flaws.drop(f"the setting {name!r} is not drawn: argmap uses these colours for its own signs", span)
    if name == "colorScheme" and isinstance(value, str) and value.startswith(GENERATED):
        flaws.drop(
            f"the colours of the scheme {value!r} are not available, and those of 'default' are used instead: "
            'list them, as in colorScheme: ["#ba4761", "#b65b37"]',
            span,
        )
        return
    for wrong in SETTINGS[section][name](value):
        flaws.add(WRONG_VALUE, f"{name!r} {wrong}", span)
