"""The checks of a run: which there are, which are active, and how a flaw becomes a finding."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import cleandoc

from attrs import frozen

from argmap import checks, registry
from argmap.checks._base import Check, Flaw
from argmap.model.findings import Finding, Rule, Severity
from argmap.model.origin import Origin
from argmap.project.settings import Settings, matching
from argmap.text import Span


@frozen
class Rules:
    """The checks and which of them run.

    Attributes:
        checks: Name to declaration, in order of codes.
        active: The codes that are reported.
        severity: Code to another severity than the declared one.
    """

    checks: dict[str, Check]
    active: frozenset[str]
    severity: dict[str, Severity]

    @classmethod
    def of(cls, settings: Settings) -> Rules:
        """Choose the checks that settings ask for; raises `ConfigError` for one that does not exist."""
        declared = all_checks()
        rules = [_rule(name, check) for name, check in declared.items()]
        default = {check.code for check in declared.values() if check.default}
        active = matching(settings.select, rules) if settings.select else default
        active |= matching(settings.extend_select, rules)
        active -= matching(settings.ignore, rules)
        changed = {code: severity for word, severity in settings.severity.items() for code in matching([word], rules)}
        return cls(declared, frozenset(active), changed)

    def without(self, words: Iterable[str]) -> frozenset[str]:
        """Give the active codes without some."""
        return self.active - matching(words, [_rule(name, check) for name, check in self.checks.items()])


def all_checks() -> dict[str, Check]:
    """Give every check by its name, in order of codes."""
    loaded = {name.replace("_", "-"): registry.load(checks, name).CHECK for name in registry.names(checks)}
    return dict(sorted(loaded.items(), key=lambda item: item[1].code))


def page(name: str) -> str:
    """Give the page of a check: what it does, why it matters, an example, and what to write instead."""
    return cleandoc(registry.load(checks, name.replace("-", "_")).__doc__ or "")


def first_line(name: str) -> str:
    """Give the first line of a check's page, which says the flaw."""
    return page(name).partition("\n")[0]


def _rule(name: str, check: Check) -> Rule:
    return Rule(check.code, name, check.severity)


def placed(flaw: Flaw, rule: Rule, origin: Origin | None) -> Finding:
    """Give a flaw its rule, and its place as file, line and column."""
    if flaw.source is not None and flaw.source.record is not None:
        origin = flaw.source.record
    if origin is None:
        return Finding(rule.code, rule.name, rule.severity, flaw.message, node=flaw.node)
    span = flaw.span or Span(0, 0)
    start, end = origin.lines.position(span.start), origin.lines.position(span.end)
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        flaw.message,
        origin.file,
        start.line,
        start.column,
        end.line,
        end.column,
        flaw.node,
    )
