"""Comments that silence findings, and those of them that silence nothing."""

from __future__ import annotations

from argmap.checks._base import Flaw
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding, Rule, Severity
from argmap.model.origin import Origin
from argmap.project.rules import Rules, placed

_UNUSED_IGNORE = Rule("AM008", "unused-ignore", Severity.WARNING)


def silence(found: list[Finding], m: ArgumentMap, active: frozenset[str], rules: Rules) -> tuple[list[Finding], int]:
    """Drop findings that a comment on their line, or on the line of their statement's id, silences."""
    origin = m.origin
    if origin is None:
        return found, 0
    by_line = {origin.lines.position(ignore.span.start).line: ignore for ignore in origin.ignores}
    lines = {s.id: origin.lines.position(s.span.start).line for s in m.statements if s.span}
    used: set[tuple[int, str]] = set()
    kept = []
    for finding in found:
        for line in {finding.line, lines.get(finding.node or "", finding.line)}:
            ignore = by_line.get(line)
            if ignore and finding.file == origin.file and (not ignore.codes or _names(ignore.codes, finding)):
                used.add((line, finding.code))
                break
        else:
            kept.append(finding)
    if _UNUSED_IGNORE.code in active:
        kept += _unused(used, origin, active, rules)
    return kept, len(found) - len([f for f in kept if f.code != _UNUSED_IGNORE.code])


def _names(codes: tuple[str, ...], finding: Finding) -> bool:
    return finding.code in codes or finding.name.upper() in codes


def _unused(used: set[tuple[int, str]], origin: Origin, active: frozenset[str], rules: Rules) -> list[Finding]:
    found = []
    names = {name.upper(): check.code for name, check in rules.checks.items()}
    known = {check.code for check in rules.checks.values()}
    for ignore in origin.ignores:
        line = origin.lines.position(ignore.span.start).line
        silenced = {code for at, code in used if at == line}
        if not ignore.codes and not silenced:
            found.append(placed(Flaw("this comment silences nothing: delete it", ignore.span), _UNUSED_IGNORE, origin))
        for word in ignore.codes:
            code = names.get(word, word)
            if code not in known:
                message = f"no check is called {word}: argmap rules lists them"
            elif code in silenced or code not in active:
                continue
            else:
                message = f"there is no {code} here to silence: delete it"
            found.append(placed(Flaw(message, ignore.span), _UNUSED_IGNORE, origin))
    return found
