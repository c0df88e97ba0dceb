"""What ``argmap solve`` is asked about: a framework in a file, or a map made into one."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.cli.contents import file_content, standard_input
from argmap.cli.output import aside, complain
from argmap.errors import ReadError
from argmap.files import decode
from argmap.frameworks import files
from argmap.frameworks.framework import Framework
from argmap.wording import Nearest, counted, listed, quoted

if TYPE_CHECKING:
    from argmap.evaluation.exports.export import Export
    from argmap.frameworks.certificate import Certificate
    from argmap.frameworks.solving.answer import Answer

_STDIN = "-"
_FEW = 20
_UNTOLD = ("", ".txt")
"""Endings that do not tell what a file holds."""


@frozen
class Asked:
    """A framework to be asked about.

    Attributes:
        framework: The framework.
        origin: Where it is from, for programs.
        export: What its arguments are in a map; None where it is from no map.
    """

    framework: Framework
    origin: dict[str, object] = field(factory=dict)
    export: Export | None = None

    def answer(self, problem: str, name: str | None, seconds: float) -> Answer:
        """Answer a question, about an argument or a statement where it is about one.

        Raises:
            ReadError: There is none that goes by this name.
        """
        from argmap.frameworks.search.budget import Budget
        from argmap.frameworks.solving.solve import solve

        budget = Budget(seconds=seconds)
        if self._is_statement(name) and self.export is not None:
            from argmap.evaluation.exports.questions import Questions

            if not self.export.concluding(name or ""):
                complain(f"{name} is unsupported: there is no argument for it")
            return Questions(self.export, budget).ask(problem, name or "")
        if name is not None and name not in self.framework.index_of:
            raise ReadError(f"there is no argument {quoted(name)}: {self._hint(name)}")
        return solve(self.framework, problem, name, budget)

    def certify(self, answer: Answer) -> Certificate:
        """Check an answer by other code than found it."""
        from argmap.frameworks.certificate import certify

        if self._is_statement(answer.argument) and self.export is not None:
            from argmap.evaluation.exports.questions import Questions

            return Questions(self.export).certify(answer)
        return certify(self.framework, answer)

    def _is_statement(self, name: str | None) -> bool:
        """Return whether a name is that of a statement, and of no argument."""
        return self.export is not None and name not in self.framework.index_of and name in self.export.arguments_of

    def _hint(self, name: str) -> str:
        """Say what may be meant by a name that no argument has."""
        known = [*self.framework.arguments, *(self.export.arguments_of if self.export else ())]
        if self.origin.get("notation") == "af" and known:
            return f"the arguments are 1 to {len(known)}"
        few = f"there are {listed(known, _FEW)}" if known else "there are none"
        return Nearest(known).hint(name, few if len(known) <= _FEW else f"none of the {len(known):,} is like it")


def asked_about(file: str, input_format: str | None, translation: str, basis: str) -> Asked:
    """Read a framework or a map, and say on standard error what is wrong with it.

    Raises:
        ReadError: It cannot be read, or not without errors.
    """
    ending = PurePath(file).suffix.lower()
    is_told = any(ending in files.named(name).suffixes for name in files.names())
    if input_format in files.names() or (input_format is None and (is_told or ending in _UNTOLD)):
        data = standard_input() if file == _STDIN else file_content(file)
        notation = input_format or files.notation_of(decode(data).text, file)
        if notation or is_told:
            return _of_framework(files.read(data, file, notation or ""), file)
    return _of_map(file, input_format, translation, basis)


def _of_framework(found: files.FrameworkFile, file: str) -> Asked:
    for finding in found.findings:
        aside(str(finding))
    if found.is_broken:
        raise ReadError(f"{file} has errors, and nothing can be concluded from it")
    return Asked(found.framework, {"notation": found.notation})


def _of_map(file: str, input_format: str | None, translation: str, basis: str) -> Asked:
    from argmap.cli import inputs
    from argmap.evaluation.exports.af import to_af
    from argmap.evaluation.labels import Grade

    project, name = inputs.one_map(file, input_format)
    analysis = inputs.analysed(project, name, input_format)
    export = to_af(analysis.evaluation, translation, basis=basis)
    out = sum(grade in {None, Grade.DISPUTED} for grade in analysis.grades.values())
    if out:
        complain(f"left out: {counted(out, 'citation')} that may not count, as the passage is missing or disputed")
    for sentence in export.left_out:
        complain(f"left out: {sentence}")
    return Asked(export.framework, {"translation": translation, "basis": basis}, export)
