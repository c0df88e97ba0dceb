"""The maps that are shown, and their pages: made when asked for, and made again when a file has changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

from attrs import define, evolve, field, frozen

from argmap.analysis import Analysis
from argmap.errors import ArgmapError
from argmap.files import reason
from argmap.formats import split_name
from argmap.project.project import Project
from argmap.renderers import DrawingOptions
from argmap.web.pages import index_page, message_page
from argmap.workflows import pictures

Found = tuple[Project, str]


@frozen
class Desk:
    """How maps are found and read, as the command that serves them does it.

    Attributes:
        find: Finds the maps: each with its project, by a name; raises `ArgmapError`.
        read: Reads one of them; raises `ArgmapError`.
        drawing: Returns how it is to be drawn; raises `ArgmapError`.
    """

    find: Callable[[], list[Found]]
    read: Callable[[Project, str], Analysis]
    drawing: Callable[[Analysis], DrawingOptions]


@define
class Shelf:
    """Pages by the names of their maps.

    Attributes:
        desk: How maps are found and read.
        base: The path that all addresses begin with.
        version: How often something has changed.
    """

    desk: Desk
    base: str = field(repr=False)
    version: int = 0
    _found: list[Found] = field(factory=list, init=False)
    _read: dict[str, Analysis] = field(factory=dict, init=False)
    _pages: dict[str, bytes] = field(factory=dict, init=False)
    _alone: Lock = field(factory=Lock, init=False)

    def changed(self) -> None:
        """Forget what was read: a file has changed."""
        with self._alone:
            self.version += 1
            self._found.clear()
            self._read.clear()
            self._pages.clear()

    def names(self) -> list[str]:
        """Return the names of the maps; none where something is wrong with them, which `index` tells."""
        with self._alone:
            try:
                return self._names()
            except (ArgmapError, OSError):
                return []

    def folders(self) -> tuple[set[Path], set[Path]]:
        """Return the folders in which files matter: those that count whole, and those whose own files do."""
        whole: set[Path] = set()
        flat: set[Path] = set()
        for project, name in self._found:
            whole |= {folder for folder in (project.arguments, project.seeds) if folder.is_dir()}
            flat |= {project.root, Path(split_name(name)[0]).resolve().parent}
        return whole, {folder for folder in flat if not any(folder.is_relative_to(each) for each in whole)}

    def index(self) -> bytes:
        """Return the page that lists the maps, or says why there are none."""
        with self._alone:
            try:
                return index_page([(name, self._title(name)) for name in self._names()], self._changes)
            except (ArgmapError, OSError) as error:
                return message_page("There is nothing to show", _told(error), self._changes)

    def page(self, name: str, folded: Sequence[str] = ()) -> tuple[int, bytes]:
        """Return the page of a map, or one that says why there is none, with the status of the answer.

        Args:
            name: Of the map.
            folded: Ids of the statements that are folded; those that are not there do not count.
        """
        with self._alone:
            try:
                if name not in self._names():
                    return 404, message_page(name, "There is no map of this name, or not any more.", self._changes)
                if folded:
                    return 200, self._drawn(name, folded)
                if name not in self._pages:
                    self._pages[name] = self._drawn(name)
            except (ArgmapError, OSError) as error:
                return 200, message_page(name, _told(error), self._changes)
            return 200, self._pages[name]

    def _drawn(self, name: str, folded: Sequence[str] = ()) -> bytes:
        analysis = self._analysis(name)
        known = tuple(each for each in folded if each in analysis.map)
        options = evolve(self.desk.drawing(analysis), changes=self._changes, folded=known)
        return pictures.draw(analysis, "html", options).data

    @property
    def _changes(self) -> str:
        """Return where a page that is made now asks whether something has changed since."""
        return f"{self.base}version?known={self.version}"

    def _names(self) -> list[str]:
        if not self._found:
            self._found = self.desk.find()
        return [name for _, name in self._found]

    def _analysis(self, name: str) -> Analysis:
        if name not in self._read:
            project = next(project for project, each in self._found if each == name)
            self._read[name] = self.desk.read(project, name)
        return self._read[name]

    def _title(self, name: str) -> str:
        try:
            return self._analysis(name).map.title
        except ArgmapError as error:
            return str(error)


def _told(error: Exception) -> str:
    return reason(error) if isinstance(error, OSError) else str(error)
