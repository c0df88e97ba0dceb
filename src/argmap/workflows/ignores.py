"""Comments that silence findings, and those of them that silence nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from argmap.flaws import Flaw, placed
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding, Rule
from argmap.model.origin import Ignore, Origin
from argmap.project.choice import unknown
from argmap.rules.unused_ignore import RULE as UNUSED_IGNORE
from argmap.workflows.rules import Rules


def silence(
    findings: Iterable[Finding],
    origin: Origin,
    owners: Mapping[str, int],
    rules: Rules,
    active: frozenset[str],
    usual: frozenset[str],
) -> tuple[list[Finding], int]:
    """Drop the findings of a file that a comment on their line, or on the line of their statement's id, silences.

    Args:
        findings: What was found in the file.
        origin: The file.
        owners: Id of a statement or relation to the line on which its statement's id stands; see `owner_lines`.
        rules: All checks.
        active: The codes that are reported in the file.
        usual: Those that are reported there by the project's settings alone.

    Returns:
        What is left, with a finding for each comment that silences nothing; and how many findings were dropped.
    """
    comments = [(origin.lines.position(ignore.span.start).line, ignore) for ignore in origin.ignores]
    used: set[tuple[int, str]] = set()
    kept = []
    dropped = 0
    for finding in findings:
        lines = {finding.line, owners.get(finding.node or "", finding.line)}
        hits = {line for line, ignore in comments if line in lines and _silences(ignore, finding)}
        used |= {(line, finding.code) for line in hits}
        dropped += bool(hits)
        if not hits:
            kept.append(finding)
    if UNUSED_IGNORE.code in active:
        for line, ignore in comments:
            silenced = {code for at, code in used if at == line}
            if not ignore.codes and not usual <= active:
                continue  # what it silences may be what was not looked for
            kept += [
                placed(flaw, UNUSED_IGNORE, origin) for flaw in _unused(ignore, origin, silenced, active, rules.checks)
            ]
    return kept, dropped


def owner_lines(m: ArgumentMap) -> dict[str, int]:
    """Return the lines on which the ids of statements stand, by the ids of statements and of relations on them."""
    if m.origin is None:
        return {}
    lines = {s.id: m.origin.lines.position(s.span.start).line for s in m.statements if s.span}
    for relation in m.relations:  # an undercut stands after what it attacks
        if relation.target in lines:
            lines.setdefault(relation.id, lines[relation.target])
    return lines


def _silences(ignore: Ignore, finding: Finding) -> bool:
    return not ignore.codes or finding.code in ignore.codes or finding.name.upper() in ignore.codes


def _unused(
    ignore: Ignore, origin: Origin, silenced: set[str], active: frozenset[str], rules: Collection[Rule]
) -> Iterator[Flaw]:
    """Say what of a comment silences nothing; a check that does not run has not been tried."""
    place = origin.lines.position(ignore.span.start)
    remedy = "delete it"
    if not origin.lines.line(place.line)[: place.column - 1].strip():
        remedy = "put it after what it is about, on the same line"
    if not ignore.codes and not silenced:
        yield Flaw(f"this comment silences nothing: {remedy}", ignore.span)
    for word in ignore.codes:
        code = next((rule.code for rule in rules if word in (rule.code, rule.name.upper())), None)
        if code is None:
            yield Flaw(unknown(word, rules), ignore.span)
        elif code in active and code not in silenced:
            yield Flaw(f"there is no {code} here to silence: {remedy}", ignore.span)
