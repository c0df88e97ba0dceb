"""The checks of a run: which there are, and which are active in a file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from inspect import cleandoc
from types import MappingProxyType, ModuleType

from attrs import evolve, frozen

from argmap import checks, files, registry, rules
from argmap.checks import Check
from argmap.errors import ConfigError
from argmap.model.findings import Finding, Rule, Severity
from argmap.project.choice import NO_CHOICE, Selection, chosen, exactness, matching
from argmap.project.settings import Settings
from argmap.rules.syntax import RULE as SYNTAX

ALWAYS = frozenset({SYNTAX.code})
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
        """Return the codes that are reported in a file, named by its path relative to the project's folder."""
        ignored = matching(self.settings.ignores(file), list(self.checks))
        return self.active - (ignored - ALWAYS)

    def graded(self, finding: Finding) -> Finding:
        """Return a finding the severity that the settings ask for."""
        severity = self.severity.get(finding.code, finding.severity)
        return finding if severity is finding.severity else evolve(finding, severity=severity)


@cache
def all_checks() -> Mapping[Rule, Check]:
    """Return every check by its rule, in order of codes; those of `argmap.rules` have nothing to run but a reader."""
    read = (registry.load(rules, name).RULE for name in registry.names(rules))
    loaded = {rule: Check(rule.code, rule.severity) for rule in read}
    for name, room in _rooms().items():
        check: Check = registry.load(room, name.replace("-", "_")).CHECK
        loaded[Rule(check.code, name, check.severity)] = check
    return MappingProxyType(dict(sorted(loaded.items(), key=lambda item: item[0].code)))


def page(name: str) -> str:
    """Return the page of a rule: what it does, why it matters, an example, and what to write instead."""
    return cleandoc(_module(name).__doc__ or "")


def first_line(name: str) -> str:
    """Return the first line of a rule's page, which says the flaw.

    Example:
        >>> first_line("unsupported-claim")
        'A claim that rests on no evidence.'
    """
    return page(name).partition("\n")[0]


def explanation(name: str) -> str:
    """Return what a rule looks for and why, as its page says, without the examples.

    Example:
        >>> print(explanation("unsupported-claim"))
        A claim that rests on no evidence.
        Reports each claim, ...
        Readers take a drawn argument for an evidenced one. ...
    """
    first, *parts = page(name).split("\n\n")
    told = [part.partition("\n") for part in parts]
    said = [body for head, _, body in told if head in ("What it does:", "Why it matters:")]
    return "\n".join(" ".join(part.split()) for part in (first, *said))


def listing(some: Mapping[Rule, Check]) -> str:
    """Return a table of checks, one a line: code, name, severity, and the flaw that each looks for."""
    width = max(len(rule.name) for rule in some)
    lines = []
    for rule, check in some.items():
        severity = f"{rule.severity}{'' if check.default else '*'}"
        lines.append(f"{rule.code}  {rule.name:<{width}}  {severity:<8}  {first_line(rule.name)}\n")
    return "".join(lines) + ("" if all(check.default for check in some.values()) else "\n* runs only when selected\n")


@cache
def _rooms() -> Mapping[str, ModuleType]:
    """Return the room that each check stands in, by the check's name."""
    rooms = [registry.load(checks, name) for name in registry.names(checks)]
    return {name.replace("_", "-"): room for room in rooms for name in registry.names(room)}


def _module(name: str) -> ModuleType:
    module = name.replace("-", "_")
    return registry.load(rules if module in registry.names(rules) else _rooms()[name], module)
