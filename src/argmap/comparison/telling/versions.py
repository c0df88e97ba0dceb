"""What changed from one version of a map to the next, as lines of text and as Markdown for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.comparison.changes import Change, Deed, Thing
from argmap.comparison.diff import Diff, Flipped
from argmap.comparison.telling.sentences import swing_told
from argmap.model.findings import Finding
from argmap.model.statements import Kind
from argmap.wording import counted

_NAMES = ("the old map", "the new map")
_SIGN = {Deed.ADDED: "+", Deed.REMOVED: "-"}
_SPECIAL = re.compile(r"([\\`*_\[\]<~&])")
_NOTHING = "(none)"
_PIPE = r"\|"
_MOST_FLIPPED = 40
_WIDTH = 100


def diff_told(found: Diff) -> Iterator[str]:
    """Go through the lines that tell what changed; none where nothing did."""
    for thing in Thing:
        changes = [change for change in found.changes if change.thing is thing]
        if changes:
            yield f"{thing}s" if thing is not Thing.MAP else f"{thing}"
            for change in changes:
                yield from _lines(change)
    if found.flipped:
        yield "standing"
        yield from (f"  {_flip(each)}: {each.why}" for each in found.flipped[:_MOST_FLIPPED])
        if len(found.flipped) > _MOST_FLIPPED:
            yield f"  and {len(found.flipped) - _MOST_FLIPPED:,} more"
    for swing in found.swings:
        yield from swing_told(swing, found.differences, _NAMES)
    come, gone = found.findings if found.changes else ((), ())
    for findings, what in ((come, "new findings"), (gone, "findings that are gone")):
        if findings:
            yield what
            yield from (f"  {finding.code} {finding.message}" for finding in findings)


def _lines(change: Change) -> list[str]:
    """Return the lines that tell of a change; what it was and what it is stand below each other where they are long."""
    head = f"  {_SIGN.get(change.deed, '~')} {_head(change)}"
    if change.deed in _SIGN:
        return [head]
    line = f"{head}: {change.before or _NOTHING} -> {change.after or _NOTHING}"
    if len(line) <= _WIDTH and change.deed is not Deed.REWORDED:
        return [line]
    return [head, f"      - {change.before or _NOTHING}", f"      + {change.after or _NOTHING}"]


def _head(change: Change) -> str:
    """Say what became of a thing, but for what it was and what it is."""
    said = change.before or change.after
    if change.deed in _SIGN:
        return change.name if said in (change.name, "") else f"{change.name}: {said}"
    if change.thing is Thing.RELATION and not change.field:
        return str(change.deed)
    if change.deed is Deed.CHANGED:
        return ", ".join(filter(None, [change.name, change.field]))
    return f"{change.name} {change.deed}"


def _flip(each: Flipped) -> str:
    what = " (recommendation)" if each.kind is Kind.RECOMMENDATION else ""
    return f"{each.name}{what}: {each.before} -> {each.after}"


def diff_in_markdown(found: Diff, name: str) -> str:
    """Return what changed as Markdown, to be put into the description of a pull request or a comment on it.

    Args:
        found: What changed.
        name: What the map is called.
    """
    lines = [f"### {_escaped(name)}", ""]
    if not found.changes:
        return "\n".join([*lines, "Nothing changed but the layout."]) + "\n"
    lines += [f"{counted(len(found.changes), 'change')}; {_standing(found.flipped)}.", ""]
    if found.flipped:
        lines += ["| statement | before | after | why |", "| --- | --- | --- | --- |"]
        for each in found.flipped[:_MOST_FLIPPED]:
            mark = "**" if each.kind is Kind.RECOMMENDATION else ""
            cells = (f"{mark}{_escaped(each.name)}{mark}", each.before, each.after, _escaped(each.why))
            lines.append(f"| {' | '.join(cell.replace('|', _PIPE) for cell in cells)} |")
        lines.append("")
    lines += [*_swings_in_markdown(found)]
    for thing in Thing:
        changes = [change for change in found.changes if change.thing is thing]
        if changes:
            lines += [f"**{str(thing).capitalize()}{'' if thing is Thing.MAP else 's'}**", ""]
            lines += map(_in_markdown, changes)
            lines.append("")
    for findings, what in zip(found.findings, ("New findings", "Findings that are gone"), strict=True):
        lines += _findings_in_markdown(findings, what)
    return "\n".join(lines).rstrip() + "\n"


_WORD = {Deed.ADDED: "added ", Deed.REMOVED: "removed "}


def _in_markdown(change: Change) -> str:
    head = f"- {_WORD.get(change.deed, '')}{_escaped(_head(change))}"
    if change.deed in _SIGN:
        return head
    return f"{head}: {_escaped(change.before) or '*none*'} → {_escaped(change.after) or '*none*'}"


def _swings_in_markdown(found: Diff) -> Iterator[str]:
    for swing in found.swings:
        first, *rest = swing_told(swing, found.differences, _NAMES)
        yield _escaped(first)
        for line in rest:
            yield f"- {_escaped(line[4:])}" if line.startswith("  - ") else f"{_escaped(line.strip())}\n"
        yield ""


def _findings_in_markdown(findings: Sequence[Finding], what: str) -> list[str]:
    told = [f"- {finding.code} {_escaped(finding.message)}" for finding in findings]
    return [f"**{what}**", "", *told, ""] if told else []


def _standing(flipped: Sequence[Flipped]) -> str:
    if not flipped:
        return "every statement that stays stands as before"
    return (
        f"{counted(len(flipped), 'statement')} that {'stays stands' if len(flipped) == 1 else 'stay stand'} otherwise"
    )


def _escaped(text: str) -> str:
    r"""Return a text as Markdown takes it for mere words.

    Example:
        >>> print(_escaped("a_b <i>"))
        a\_b \<i>
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
