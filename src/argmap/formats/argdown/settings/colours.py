"""Argdown's settings for colours, resolved to the colour of each statement, argument and group.

A colour in an element's data overrides one for its title, and that overrides one for a tag. A number is an index into
the colour scheme. Elements without a colour keep the one that shows their kind in argmap; only where a file names a
``colorScheme`` do they take its first colour, which is Argdown's default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field

from argmap.formats.argdown.meaning.model import Argument, Interpretation, Section, Titled, mapping
from argmap.model.statements import Kind

#: Colour schemes by Cynthia Brewer (https://colorbrewer2.org) and, of ten colours, Tableau's, by Argdown's names.
SCHEMES = {
    "default": "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666",
    "colorbrewer-category10": "1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf",
    "colorbrewer-accent": "7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666",
    "colorbrewer-dark2": "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666",
    "colorbrewer-paired": "a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928",
    "colorbrewer-set": "e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999",
    "colorbrewer-set2": "66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3",
    "colorbrewer-set3": "8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5 ffed6f",
}
_KINDS = frozenset(Kind)
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\Z")


@define
class Colours:
    """The colours of one file.

    Attributes:
        model: Argdown's model.
        settings: The settings under ``color:``; empty where there are none.
        scheme: The colours that numbers stand for.
        group_scheme: The same for groups.
        of_tags: The colour of each tag.
        used: The tags that gave some element its colour.
    """

    model: Interpretation
    settings: Mapping[str, Any]
    scheme: Sequence[str]
    group_scheme: Sequence[str]
    of_tags: Mapping[str, str] = field(factory=dict)
    used: set[str] = field(factory=set)

    def of(self, node: Titled) -> str | None:
        """Return the colour of a statement or an argument; None where it has none."""
        if not self.settings.get("ignoreColorData") and node.data and "color" in node.data:
            return colour(node.data["color"], self.scheme)
        own = mapping(self.settings, "argumentColors" if isinstance(node, Argument) else "statementColors")
        if node.title in own:
            return colour(own[node.title], self.scheme)
        tags = [tag for tag in node.tags if tag in self.of_tags]
        if tags and self.settings.get("colorizeByTag", True) is True:
            tag = max(tags, key=self._priority)
            self.used.add(tag)
            return self.of_tags[tag]
        return self.scheme[0] if "colorScheme" in self.settings and self.scheme and not node.tags else None

    def of_group(self, section: Section, level: int) -> str | None:
        """Return the colour of a group that is so many levels inside others."""
        if not self.settings.get("ignoreColorData") and isinstance(section.data, dict) and "color" in section.data:
            return colour(section.data["color"], self.group_scheme)
        own = mapping(self.settings, "groupColors")
        if section.title in own:
            return colour(own[section.title], self.group_scheme)
        if self.settings.get("colorizeGroupsByTag") is True:
            asked = mapping(self.settings, "tagColors")
            tags = [tag for tag in section.tags if tag in asked]
            if tags:
                return colour(_plain(asked[max(tags, key=self._priority)]), self.group_scheme)
        return self.group_scheme[min(level, len(self.group_scheme) - 1)] if self.group_scheme else None

    def key(self) -> tuple[tuple[str, str], ...]:
        """Return the tags that gave some element its colour, with their colours."""
        return tuple((f"#{tag}", shade) for tag, shade in self.of_tags.items() if tag in self.used)

    def _priority(self, tag: str) -> float:
        given = mapping(self.settings, "tagColors").get(tag)
        priority = given.get("priority") if isinstance(given, dict) else None
        return priority if isinstance(priority, (int, float)) else 0


def read_colours(model: Interpretation) -> Colours:
    """Return the colours of a file."""
    settings = mapping(model.settings, "color")
    scheme = named_scheme(settings.get("colorScheme")) or named_scheme("default")
    group_scheme = named_scheme(settings.get("groupColorScheme"))
    made = Colours(model, settings, scheme, group_scheme)
    if settings:
        made.of_tags = dict(_of_tags(model, settings, scheme))
    return made


def named_scheme(given: Any) -> list[str]:
    """Return the colours of a scheme, given as a list or by a known name; none for any other."""
    if isinstance(given, list):
        return [found for entry in given if (found := colour(entry, ()))]
    return [f"#{shade}" for shade in SCHEMES.get(given, "").split()] if isinstance(given, str) else []


def colour(value: Any, scheme: Sequence[str]) -> str | None:
    """Return a colour as ``#rrggbb``, from an index into a scheme or a hexadecimal colour.

    Example:
        >>> colour("#Ab3", ()), colour(1, ["#111111", "#222222"]), colour("red", ())
        ('#aabb33', '#222222', None)
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return scheme[value] if 0 <= value < len(scheme) else None
    if not isinstance(value, str) or not _COLOUR.match(value):
        return None
    digits = value[1:].lower()
    return f"#{digits}" if len(digits) > 3 else "#" + "".join(2 * digit for digit in digits)


def _of_tags(model: Interpretation, settings: Mapping[str, Any], scheme: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each tag with its colour: the one asked for, or the next of the scheme; a kind needs none."""
    asked = mapping(settings, "tagColors")
    for index, tag in enumerate(tags_in_order(model), 1):
        if tag in _KINDS and tag not in asked:
            continue
        found = colour(_plain(asked[tag]), scheme) if tag in asked else colour(index, scheme)
        if found:
            yield tag, found


def tags_in_order(model: Interpretation) -> list[str]:
    """Return the tags of statements and arguments, in the order of the text."""
    members = [member for node in model.titled() if node.tags for member in node.members]
    members.sort(key=lambda member: member.element.start)
    return list(dict.fromkeys(tag for member in members for tag in member.element.tags))


def _plain(value: Any) -> Any:
    return value.get("color") if isinstance(value, dict) else value
