"""Maps as tests: ``pytest --argmap`` collects what maps expect of their statements, and what `argmap check` finds.

There is an item for each expectation, named after its statement, and one for each map, ``@findings``. Maps are those of
the project, or where paths are named, those among them. Without the option nothing is done, and nothing is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.model import expectations
    from argmap.model.findings import Finding
    from argmap.project.discovery import Projects

_FINDINGS = "@findings"  # no statement can be called so
_MOST_LINES = 12


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("argmap", "argument maps")
    group.addoption(
        "--argmap",
        action="store_true",
        help="Collect argument maps, those of the project or among the paths: a test for each expectation in them, and "
        "one for what argmap check finds in each.",
    )
    group.addoption(
        "--argmap-fail-on",
        choices=("error", "warning", "note"),
        help="The mildest finding that fails a map; else what the settings of its project say.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Collect maps where it is asked for."""
    if config.getoption("--argmap"):
        config.pluginmanager.register(_Maps(config), "argmap-maps")


class _Maps:
    """Tells which files are maps to collect.

    Attributes:
        projects: The projects of the files.
        folder: The folder of the project's maps, where no paths are named; else None.
    """

    def __init__(self, config: pytest.Config) -> None:
        from argmap import files
        from argmap.errors import ArgmapError
        from argmap.project.discovery import Projects

        self.projects = Projects()
        option = config.option
        if not hasattr(option, "argmap_folder"):  # a worker of pytest-xdist is told by the process that started it
            option.argmap_folder = None
            if config.args_source is not config.ArgsSource.ARGS:
                try:
                    option.argmap_folder = str(self._folder(config.invocation_params.dir))
                except ArgmapError as error:
                    raise pytest.UsageError(f"--argmap: {error}") from None
                searched = (files.absolute(config.invocation_params.dir / path) for path in config.args)
                if not any(Path(option.argmap_folder).is_relative_to(path) for path in searched):
                    config.args.append(option.argmap_folder)  # pytest 8 loses tests where paths overlap
        self.folder = option.argmap_folder

    def _folder(self, place: Path) -> Path:
        """Return the folder of the maps of the project around a folder."""
        from argmap import files
        from argmap.errors import ReadError

        folder = self.projects.around(place).arguments
        if not folder.is_dir():
            remedy = "name a map or a folder, or begin a project with argmap init"
            raise ReadError(f"there is no folder {files.shown(folder)} here: {remedy}")
        return folder

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> Map | None:
        """Collect a file that is a map, or may hold maps."""
        from argmap.errors import ConfigError
        from argmap.formats import candidates
        from argmap.project.paths import may_be_map

        if not candidates(file_path):
            return None
        try:
            project = self.projects.around(file_path)
        except ConfigError as error:
            raise pytest.Collector.CollectError(str(error)) from None
        if project.is_record(file_path):
            return None
        is_wanted = (
            file_path.is_relative_to(self.folder)
            if self.folder
            else parent.session.isinitpath(file_path) or may_be_map(file_path, project)
        )
        return Map.from_parent(parent, path=file_path, projects=self.projects) if is_wanted else None


class _Held:
    """A map that is read when it is first asked for, and let go when its last test has run."""

    def __init__(self, name: str, projects: Projects) -> None:
        self.name = name
        self.projects = projects

    @cached_property
    def analysis(self) -> Analysis:
        return self.read()

    def read(self) -> Analysis:
        from argmap.analysis import analyse
        from argmap.cli import inputs

        return analyse(inputs.read(self.name, None), self.projects.around(self.name))

    def let_go(self) -> None:
        self.__dict__.pop("analysis", None)

    def items(self, parent: pytest.Collector) -> Iterator[pytest.Item]:
        """Return the tests of the map; what cannot be read, the first of them tells."""
        from argmap.cli.output import visible
        from argmap.errors import ArgmapError

        yield Findings.from_parent(parent, name=_FINDINGS, held=self)
        try:
            found = self.read().map.expectations
        except ArgmapError:
            return
        for expectation in found:
            yield Expectation.from_parent(parent, name=visible(expectation.statement), held=self, expected=expectation)


class Map(pytest.File):
    """A file that is a map, or a page that holds maps."""

    def __init__(self, *, projects: Projects, **rest: Any) -> None:
        super().__init__(**rest)
        self.projects = projects
        self.held = _Held(str(self.path), projects)

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """Return the tests of the map; of several maps in a page, a collector for each."""
        from argmap.cli import inputs

        names = inputs.names_in(str(self.path), None)
        if len(names) > 1:
            for name in names:
                yield Block.from_parent(self, name=name[name.rindex("#") :], held=_Held(name, self.projects))
        elif names:
            yield from self.held.items(self)

    def teardown(self) -> None:
        """Let the map go."""
        self.held.let_go()


class Block(pytest.Collector):
    """One of several maps in a page."""

    def __init__(self, *, held: _Held, **rest: Any) -> None:
        super().__init__(**rest)
        self.held = held

    def collect(self) -> Iterator[pytest.Item]:
        """Return the tests of the map."""
        return self.held.items(self)

    def teardown(self) -> None:
        """Let the map go."""
        self.held.let_go()


class _Item(pytest.Item):
    """A test of a map."""

    def __init__(self, *, held: _Held, **rest: Any) -> None:
        super().__init__(**rest)
        self.held = held

    def runtest(self) -> None:
        """Fail with what is wrong, for people; a traceback would be argmap's own."""
        from argmap.cli.output import visible
        from argmap.errors import ArgmapError

        try:
            lines = list(self.wrong(self.held.analysis))
        except ArgmapError as error:
            lines = [str(error)]
        if lines:
            pytest.fail("\n".join(map(visible, lines)), pytrace=False)

    def wrong(self, analysis: Analysis) -> Iterator[str]:
        """Say what is wrong, in lines."""
        raise NotImplementedError

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return what stands above the account of a failure."""
        from argmap import files

        return self.path, None, f"{self.name} in {files.shown(Path(self.held.name))}"


class Findings(_Item):
    """What `argmap check` finds in a map, and is grave enough to fail it; expectations have items of their own."""

    def wrong(self, analysis: Analysis) -> Iterator[str]:
        """Tell the findings."""
        from argmap.model.findings import Severity
        from argmap.wording import counted
        from argmap.workflows.checking import check_all

        project = analysis.project
        level = Severity(self.config.getoption("--argmap-fail-on") or project.settings.fail_on)
        told = {_place(each, analysis) for each in analysis.map.expectations}
        every = map(_shown, check_all([analysis], project).findings)
        found = [each for each in every if each.severity.rank <= level.rank and _where(each) not in told]
        if found:
            roots = [each for each in found if each.root] or found
            yield counted(len(found), "finding")
            yield from map(str, roots)
            if len(roots) < len(found):
                yield f"{len(found) - len(roots):,} more only follow from these"


class Expectation(_Item):
    """What a map expects of a statement."""

    def __init__(self, *, expected: expectations.Expectation, **rest: Any) -> None:
        super().__init__(**rest)
        self.expected = expected

    def wrong(self, analysis: Analysis) -> Iterator[str]:
        """Tell what is expected, what is so instead, where, and why."""
        from argmap.checks.relations import unknown_reference
        from argmap.checks.support.expectation_failed import holds, told

        statement = self.expected.statement
        if statement not in analysis.map:
            yield from (f.message for f in unknown_reference.run(analysis) if f.span == self.expected.span)
        elif holds(self.expected, analysis):
            return
        else:
            yield told(self.expected, analysis)
        yield _place(self.expected, analysis)
        if statement in analysis.evaluation:
            yield from self._why(analysis)

    def _why(self, analysis: Analysis) -> Iterator[str]:
        from argmap import files

        statement = self.expected.statement
        lines = list(islice(analysis.evaluation[statement].why.told(analysis.remarks), _MOST_LINES + 1))
        yield from lines[:_MOST_LINES]
        if len(lines) > _MOST_LINES:
            yield f"… argmap why {statement} {files.shown(Path(self.held.name))} tells the rest"


def _place(expectation: expectations.Expectation, analysis: Analysis) -> str:
    """Return where an expectation stands, as findings say it."""
    from argmap.flaws import Flaw, placed
    from argmap.rules.unknown_reference import RULE

    return _where(_shown(placed(Flaw("", expectation.span), RULE, analysis.map.origin)))


def _where(finding: Finding) -> str:
    return f"{finding.file}:{finding.line}:{finding.column}"


def _shown(finding: Finding) -> Finding:
    """Return a finding that names its file as a user would type it here."""
    from attrs import evolve

    from argmap import files

    return evolve(finding, file=files.shown(Path(finding.file))) if finding.file else finding
