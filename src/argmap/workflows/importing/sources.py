"""The sources of imported maps: each becomes a record of the project with its text, once, under an id of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import define, evolve, field, frozen

from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.model.statements import Statement
from argmap.native.ids import is_id, slug
from argmap.project.discovery import Projects
from argmap.project.project import Project, folder_of
from argmap.workflows import records


@frozen
class Shelved:
    """A source of a map, and what it is called in the project.

    Attributes:
        old: Its id in the map.
        source: The record, under its new id.
        text: Its text; None where there is none.
        is_new: Whether the project does not have it.
    """

    old: str
    source: Source
    text: str | None
    is_new: bool


@define
class Shelf:
    """The records of a project, with those that this import adds."""

    project: Project
    _projects: Projects = field(init=False, factory=Projects)
    _by_id: dict[str, Source] = field(init=False, factory=dict)
    _alike: dict[str, list[str]] = field(init=False, factory=dict)
    _taken: set[str] = field(init=False, factory=set)
    _digests: dict[str, bytes | None] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        for source in self.project.records.values():
            self._note(source)
        self._taken |= {path.stem.casefold() for path in self.project.record_files()}
        folder = self.project.seeds / "texts"
        self._taken |= {path.stem.casefold() for path in folder.iterdir()} if folder.is_dir() else set()

    def shelve(self, m: ArgumentMap) -> tuple[Shelved, ...]:
        """Return the sources of a map as records: those that the project has, and new ones with free ids."""
        found: list[Shelved] = []
        for source, text in _belongings(m, self._projects.around(folder_of(m.origin))).values():
            if known := self._same(source, text):
                found.append(Shelved(source.id, self._by_id[known], text, is_new=False))
                continue
            name = self._free(source.id, (each.source.id for each in found))
            there = source.text if source.record else None
            at = there if text is None else f"texts/{name}.txt"
            record = evolve(source, id=name, text=at, record=None, span=None)
            found.append(Shelved(source.id, record, text, is_new=True))
        names = {each.old: each.source.id for each in found}
        return tuple(
            evolve(each, source=evolve(each.source, based_on=tuple(names.get(n, n) for n in each.source.based_on)))
            if each.is_new
            else each
            for each in found
        )

    def keep(self, shelved: tuple[Shelved, ...]) -> None:
        """Note that records were written."""
        for each in shelved:
            if each.is_new:
                self._note(each.source)
                self._digests[each.source.id] = _digest(each.text)

    def files(self, shelved: tuple[Shelved, ...]) -> dict[Path, bytes]:
        """Return the files that new records and their texts are written to, with what each holds."""
        made: dict[Path, bytes] = {}
        for each in shelved:
            if not each.is_new:
                continue
            path = self.project.inside(self.project.seeds / f"{each.source.id}.yaml")
            if each.text is not None:
                made[self.project.inside(path.parent / "texts" / f"{each.source.id}.txt")] = _encoded(each.text)
            made[path] = _encoded(records.content(each.source))
        return made

    def _note(self, source: Source) -> None:
        self._by_id.setdefault(source.id, source)
        self._alike.setdefault(_content(source), []).append(source.id)
        self._taken.add(source.id.casefold())

    def _same(self, source: Source, text: str | None) -> str | None:
        """Return the id of the record of the same source: with its text, or its address, and its id or all else."""
        is_known = text is not None or source.url or source.doi
        named = [source.id] if text is not None and source.id in self._by_id else []
        alike = [name for name in self._alike.get(_content(source), ()) if is_known or name == source.id]
        digest = _digest(text)
        return next((name for name in (*named, *alike) if self._digest(name) == digest), None)

    def _digest(self, name: str) -> bytes | None:
        if name not in self._digests:
            self._digests[name] = _digest(self.project.texts([self._by_id[name]], ArgumentMap())[0].get(name))
        return self._digests[name]

    def _free(self, wanted: str, others: Iterable[str]) -> str:
        taken = self._taken.union(name.casefold() for name in others)
        return free(wanted if is_id(wanted) else slug(wanted), taken)


def free(name: str, taken: set[str]) -> str:
    """Return a name, or where files by it are there, the name with a number; capitals make no difference.

    Example:
        >>> free("Essay", set()), free("Essay", {"essay"}), free("Essay", {"essay", "essay-2"})
        ('Essay', 'Essay-2', 'Essay-3')
    """
    found, count = name, 1
    while found.casefold() in taken:
        count += 1
        found = f"{name}-{count}"
    return found


def renamed(m: ArgumentMap, names: Mapping[str, str]) -> ArgumentMap:
    """Return a map whose sources have other ids; citations that were called after them are called after the new ones.

    Args:
        m: The map.
        names: New ids by the old ones; those that stay may be left out.
    """
    changes = {old: new for old, new in names.items() if old != new}
    if not changes:
        return m
    ids: dict[str, str] = {}

    def cited(statement: Statement, citation: Citation) -> Citation:
        old, source = citation.source, changes.get(citation.source, citation.source)
        usual = f"{statement.id}@{old}"
        name = f"{statement.id}@{source}{citation.id[len(usual) :]}" if citation.id.startswith(usual) else citation.id
        ids[citation.id] = name
        return evolve(citation, id=name, source=source)

    statements = tuple(
        evolve(
            statement,
            passages=tuple(evolve(p, source=changes.get(p.source, p.source)) for p in statement.passages),
            citations=tuple(cited(statement, citation) for citation in statement.citations),
        )
        for statement in m.statements
    )
    return evolve(
        m,
        about=changes.get(m.about or "", m.about),
        statements=statements,
        relations=tuple(evolve(r, target=ids.get(r.target, r.target)) for r in m.relations),
    )


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # which halves of characters, as JSON may hold, need


def _digest(text: str | None) -> bytes | None:
    return None if text is None else hashlib.sha256(_encoded(text)).digest()


def _content(source: Source) -> str:
    return records.content(evolve(source, id="", text=None, intake=None))


def _belongings(m: ArgumentMap, project: Project) -> dict[str, tuple[Source, str | None]]:
    """Return the sources that belong to a map, each with its text where that is at hand.

    They are those in it, those whose texts came with it, and those that it names of its own project.
    """
    named = dict.fromkeys([m.about or "", *(each.source for statement in m for each in statement.cited)])
    sources = {name: project.records[name] for name in named if name in project.records}
    sources |= {name: Source(name) for name in m.texts} | {source.id: source for source in m.sources}
    read, _ = project.texts((source for source in sources.values() if source.id not in m.texts), m)
    texts = {**read, **m.texts}
    return {name: (source, texts.get(name)) for name, source in sources.items()}
