"""What stands together on a page: portions of a map, and the sections in which they are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from attrs import evolve, frozen

from argmap.model.document import ArgumentMap, Group
from argmap.model.parts import top_sections
from argmap.model.statements import Kind
from argmap.renderers._diagram.content import section_titles
from argmap.renderers._parts import Links, spread

DRAFT = 88
"""The number of every page, and of every part of a section, before they have numbers."""


@frozen
class Portion:
    """What stands on one page.

    Attributes:
        statements: Ids, in reading order.
        scopes: Numbers of the sections that it is of, or of what else is divided.
    """

    statements: tuple[str, ...]
    scopes: tuple[int, ...]


@frozen
class Sectioned:
    """A map in which each outermost section is a block of a page.

    Attributes:
        map: The map.
        homes: The place of the portion that each block is of, by its section.
    """

    map: ArgumentMap
    homes: Mapping[str, int]


def in_sections(m: ArgumentMap) -> list[tuple[str, ...]]:
    """Return the statements of each outermost section, in the order of the sections; that of the conclusion is first.

    What stands in no section comes last, unless the conclusion does.
    """
    tops = top_sections(m)
    found: dict[str | None, list[str]] = {group.id: [] for group in m.groups} | {None: []}
    for name, top in tops.items():
        found[top].append(name)
    leading = Links.of(m).leading
    wanted = (s.id for s in m.statements if s.kind is Kind.RECOMMENDATION)
    conclusion = next(wanted, next((s.id for s in m.statements if s.id not in leading), None))
    first = tops[conclusion] if conclusion is not None else None
    ordered = sorted(found, key=lambda top: top != first)
    return [tuple(found[top]) for top in ordered if found[top]]


def in_components(m: ArgumentMap) -> list[tuple[str, ...]]:
    """Return the statements that hang together."""
    return _components(tuple(s.id for s in m.statements), Links.of(m), dict.fromkeys(s.id for s in m.statements))


def sectioned(m: ArgumentMap, links: Links, portions: Sequence[Portion], *, is_draft: bool) -> Sectioned:
    """Put what is on a page and hangs together into an outermost section without a title.

    Sections stand in it; one of which more is on other pages is called a part.

    Args:
        m: The map.
        links: What leads to what in it.
        portions: What stands on each page.
        is_draft: Whether parts have no numbers of their own yet.
    """
    tops, titles = top_sections(m), section_titles(m)
    whole, parts = Counter(tops.values()), Counter[str]()
    groups = {group.id: evolve(group, title=titles[group.id]) for group in m.groups}
    unused = _unused(m)
    homes: dict[str, int] = {}
    moved: dict[str, str] = {}
    for number, portion in enumerate(portions):
        for block in _components(portion.statements, links, tops):
            outer = Group(next(unused), "")
            groups[outer.id], homes[outer.id] = outer, number
            inside: dict[str | None, list[str]] = {}
            for name in block:
                inside.setdefault(tops[name], []).append(name)
            for top, names in inside.items():
                if top is None:
                    moved |= dict.fromkeys(names, outer.id)
                elif len(names) == whole[top]:
                    groups[top] = evolve(groups[top], parent=outer.id)
                else:
                    parts[top] += 1
                    title = f"{titles[top]}, part {DRAFT if is_draft else parts[top]}"
                    part = Group(next(unused), title, outer.id)
                    groups[part.id] = part
                    moved |= dict.fromkeys(names, part.id)
    statements = tuple(evolve(s, group=moved.get(s.id, s.group)) for s in m.statements)
    return Sectioned(evolve(m, groups=tuple(groups.values()), statements=statements), homes)


def _components(names: Sequence[str], links: Links, tops: Mapping[str, str | None]) -> list[tuple[str, ...]]:
    """Return what hangs together of some statements, by relations or as a section all of which is among them."""
    present = Counter(tops[name] for name in names)
    whole = {top for top, number in Counter(tops.values()).items() if top is not None and present[top] == number}
    known = set(names)
    around: dict[str, list[str]] = {name: [] for name in names}
    first: dict[str, str] = {}
    for name in names:
        top = tops[name]
        beside = [] if top is None or top not in whole else [first.setdefault(top, name)]
        for other in (*links.near(name), *beside):
            if other in known:
                around[name].append(other)
                around[other].append(name)
    component: dict[str, str] = {}
    for name in names:
        if name not in component:
            component[name] = name
            spread(component, [name], around.__getitem__, lambda _, other: component[other])
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(component[name], []).append(name)
    return [tuple(block) for block in found.values()]


def _unused(m: ArgumentMap) -> Iterator[str]:
    known = {group.id for group in m.groups}
    return (name for name in (f"page-{number}" for number in count()) if name not in known)
