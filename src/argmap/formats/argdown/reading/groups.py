"""Sections to groups of a map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import define, field

from argmap.flaws import Flaws
from argmap.formats.argdown.lint.data_keys import note_unknown
from argmap.formats.argdown.meaning.model import Interpretation, Section, words
from argmap.formats.argdown.meaning.transformation import decide_groups
from argmap.formats.argdown.syntax.values import as_text
from argmap.model.document import Group
from argmap.native.ids import Names, is_id, slug
from argmap.rules.bad_id import RULE as BAD_ID
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span


@define
class Groups:
    """The groups of a map, and which of them each section belongs to.

    Attributes:
        known: The groups by id, in order.
        listed: Ids of those that the front matter lists.
        ids: The ids given so far.
        of_section: Id of a section's group; None where it is in none.
    """

    known: dict[str, Group] = field(factory=dict)
    listed: set[str] = field(factory=set)
    ids: Names = field(factory=Names)
    of_section: dict[Section, str | None] = field(factory=dict)

    def all(self) -> tuple[Group, ...]:
        """Return the groups, in order."""
        return tuple(self.known.values())


def read_groups(model: Interpretation, span_of: Callable[[str], Span], flaws: Flaws) -> Groups:
    """Return the groups that the front matter lists, then those that headings make.

    Args:
        model: Argdown's model.
        span_of: Returns where a key is in the front matter, `groups` or an id below it.
        flaws: Where flaws are noted.
    """
    groups = Groups()
    listed = model.settings.get("groups")
    if listed is not None and not isinstance(listed, dict):
        flaws.add(
            WRONG_VALUE,
            "'groups' takes ids with their titles, as in 'groups: {money: Money}'",
            span_of("groups"),
        )
    for name, value in listed.items() if isinstance(listed, dict) else ():
        record = value if isinstance(value, dict) else {"title": value}
        groups.ids.claim(name)
        groups.listed.add(name)
        groups.known[name] = Group(name, as_text(record.get("title")) or name, as_text(record.get("in")), span_of(name))
    decide_groups(model)
    stack: list[tuple[Section, str | None]] = [(section, None) for section in reversed(model.sections)]
    while stack:
        section, parent = stack.pop()
        inner = _group(groups, section, parent, flaws) if section.is_group is not False else parent
        groups.of_section[section] = inner
        stack.extend((child, inner) for child in reversed(section.children))
    return groups


def _without_tags(section: Section) -> str:
    """Return a heading without the tags at its end."""
    title, tags = section.title, [*(f"#{tag}" for tag in section.tags), *(f"#({tag})" for tag in section.tags)]
    while found := [tag for tag in tags if title.endswith(tag)]:
        title = title.removesuffix(max(found, key=len)).rstrip()
    return title


def _group(groups: Groups, section: Section, parent: str | None, flaws: Flaws) -> str:
    """Return the id of a section's group: an earlier one if the author says so, otherwise a new one."""
    heading = section.heading
    span = Span(heading.start, heading.end) if heading else Span(0, 0)
    data: dict[str, Any] = section.data if isinstance(section.data, dict) else {}
    title = words(_without_tags(section))
    if section.tags:
        flaws.drop("tags of headings are not kept", span)
    note_unknown(data, ("id",), span, None, flaws)
    given = as_text(data.get("id"))
    if given and given in groups.known:
        return given
    usual = slug(title)
    if not given and usual in groups.listed and groups.known[usual].title == title:
        return usual
    if given and not is_id(given):
        message = f"{given[:40]!r} cannot be an id: use letters, digits, '-', '_' and '.', as in {slug(given)!r}"
        flaws.add(BAD_ID, message, span)
        given = None
    name = given if given and groups.ids.claim(given) else groups.ids.make(usual, "-")
    groups.known[name] = Group(name, title, parent, span)
    return name
