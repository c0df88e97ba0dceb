"""The checks of a run: which there are, which are active in a file, and how a flaw becomes a finding."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import cleandoc

from attrs import evolve, frozen

from argmap import checks, registry
from argmap.checks._base import Check, Flaw
from argmap.errors import ConfigError
from argmap.model.findings import Finding, Rule, Severity
from argmap.model.origin import Origin
from argmap import files
from argmap.project.choice import NO_CHOICE, Selection, chosen, exactness, matching
from argmap.project.settings import Settings
from argmap.text import Span

ALWAYS = frozenset({"AM001"})
"""Codes reported whatever is selected: a run must not call a file clean that it could not read."""


@frozen
class Rules:
    """The checks, and which of them run.

    Attributes:
        checks: Rule to declaration, in order of codes.
        active: The codes that are reported.
        settings: The settings they were chosen by.
        severity: Code to another severity than the declared one.
    """

    checks: Mapping[Rule, Check]
    active: frozenset[str]
    settings: Settings
    severity: Mapping[str, Severity]

    @classmethod
    def of(cls, settings: Settings, selection: Selection = NO_CHOICE) -> Rules:
        """Choose the checks that settings ask for, and what goes before them.

        Raises:
            ConfigError: A check does not exist.
        """
        declared = all_checks()
        every = list(declared)
        default = {check.code for check in declared.values() if check.default}
        severity: dict[str, Severity] = {}
        try:
            chosen([settings.selection], every, default)
            for words in settings.per_file_ignores.values():
                matching(words, every)
            for word in sorted(settings.severity, key=exactness):
                severity |= dict.fromkeys(matching([word], every), settings.severity[word])
        except ConfigError as error:
            raise ConfigError(f"{files.shown(settings.file)}: {error}" if settings.file else str(error)) from None
        return cls(declared, chosen([settings.selection, selection], every, default) | ALWAYS, settings, severity)

    def active_in(self, file: str) -> frozenset[str]:
        """Give the codes that are reported in a file, named by its path relative to the project's folder."""
        ignored = matching(self.settings.ignores(file), list(self.checks))
        return self.active - (ignored - ALWAYS)

    def graded(self, finding: Finding) -> Finding:
        """Give a finding the severity that the settings ask for."""
        severity = self.severity.get(finding.code, finding.severity)
        return finding if severity is finding.severity else evolve(finding, severity=severity)


def all_checks() -> dict[Rule, Check]:
    """Give every check by its rule, in order of codes."""
    names = [name.replace("_", "-") for name in registry.names(checks)]
    loaded = {rule(name): _declared(name) for name in names}
    return dict(sorted(loaded.items(), key=lambda item: item[0].code))


def page(name: str) -> str:
    """Give the page of a check: what it does, why it matters, an example, and what to write instead."""
    return cleandoc(registry.load(checks, name.replace("-", "_")).__doc__ or "")


def first_line(name: str) -> str:
    """Give the first line of a check's page, which says the flaw.

    Example:
        >>> first_line("unsupported-claim")
        'A claim that rests on no evidence.'
    """
    return page(name).partition("\n")[0]


def rule(name: str) -> Rule:
    """Give the identity of a check by its name.

    Example:
        >>> rule("syntax").code
        'AM001'
    """
    declared = _declared(name)
    return Rule(declared.code, name, declared.severity)


def _declared(name: str) -> Check:
    declared: Check = registry.load(checks, name.replace("-", "_")).CHECK
    return declared


def placed(flaw: Flaw, rule: Rule, origin: Origin | None) -> Finding:
    """Give a flaw its rule, and its place as file, line and column.

    Args:
        flaw: The flaw.
        rule: The rule.
        origin: Where the map was read from; a flaw of a source record stands in the file of the record.
    """
    if flaw.source is not None and flaw.source.record is not None:
        origin = flaw.source.record
    if origin is None:
        return Finding(rule.code, rule.name, rule.severity, flaw.message, node=flaw.node)
    span = flaw.span or Span(origin.start, origin.start)
    start, end = origin.lines.position(span.start), origin.lines.position(span.end)
    place = (origin.file, start.line, start.column, end.line, end.column)
    return Finding(rule.code, rule.name, rule.severity, flaw.message, *place, flaw.node)
