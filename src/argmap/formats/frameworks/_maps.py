"""Frameworks as maps: each argument a statement that is assumed, each attack a relation; and maps as frameworks."""

from __future__ import annotations

from argmap.errors import CircularError, TooManyError
from argmap.evaluation.exports.af import GADGET, LINES, to_af
from argmap.evaluation.exports.export import Export
from argmap.flaws import Flaws, unwritten
from argmap.formats import Writing
from argmap.formats.frameworks import unseen
from argmap.frameworks import files
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id, slug
from argmap.text import LineIndex, Span
from argmap.wording import counted

_MOST = 20_000
_ODD = "names of arguments that are no ids: the statements have them as texts, and ids like them"


def map_of(text: str, file: str, notation: str) -> ArgumentMap:
    """Return a framework as a map of assumptions, so that what is accepted of it is the grounded extension.

    Args:
        text: What the file holds.
        file: Its name.
        notation: The notation of the file.
    """
    found = files.read(text, file, notation, places=True)
    ids = _ids(found.framework.arguments)
    statements = tuple(
        Statement(made, Kind.ASSUMPTION, found.labels.get(name, name), span=found.places.get(name))
        for name, made in zip(found.framework.arguments, ids, strict=True)
    )
    relations = tuple(
        Relation.make(RelationKind.ATTACK, [ids[source]], ids[target])
        for target, sources in enumerate(found.framework.attackers)
        for source in sources
    )
    lines = LineIndex(found.text)
    flaws = Flaws(found.text)
    for name, made in zip(found.framework.arguments, ids, strict=True):
        if name != made:
            flaws.drop(_ODD, found.places.get(name, Span(0, 0)))
    findings = (*found.findings, *flaws.findings(file, lines))
    origin = Origin(file, notation, lines, findings=tuple(sorted(findings, key=lambda each: each.place)))
    return ArgumentMap(statements=statements, relations=relations, origin=origin)


def _ids(arguments: tuple[str, ...]) -> list[str]:
    names = Names({name for name in arguments if is_id(name)})
    return [name if is_id(name) else names.make(slug(name), "-") for name in arguments]


def written(m: ArgumentMap, notation: str) -> Writing:
    """Write the framework of a map: its lines of reasons, and which of them attack which.

    Args:
        m: The map.
        notation: The notation to write in.

    Raises:
        TooManyError: The map makes more lines than a file of them is good for.
    """
    export = _export(m)
    texts = {name: _text(m, export, name) for name in export.framework.arguments}
    labels = {name: text for name, text in texts.items() if text != name}
    made = files.write(export.framework, notation, labels)
    is_whole = _is_framework(m, export) and (notation == "tgf" or not labels)
    told = () if is_whole else (_told(m, export, notation),)
    return Writing(made.text, unwritten((*told, *unseen(m), *export.left_out, *made.told)))


def _export(m: ArgumentMap) -> Export:
    try:
        return to_af(m, LINES, most=_MOST)
    except TooManyError as too_many:
        try:
            return to_af(m, GADGET)
        except CircularError:
            raise too_many from None


def _text(m: ArgumentMap, export: Export, name: str) -> str:
    """Return what an argument says: the text of the statement that it is for, or what it strikes by."""
    argument = export[name]
    return m[argument.statement].text if argument.statement else argument.words


def _is_framework(m: ArgumentMap, export: Export) -> bool:
    """Tell whether a map says no more than its framework: assumptions that attack each other."""
    assumed = all(s.kind is Kind.ASSUMPTION and not s.citations for s in m)
    direct = all(relation.kind is RelationKind.ATTACK and len(relation.premises) == 1 for relation in m.relations)
    framework = export.framework
    is_each = framework.arguments == tuple(s.id for s in m) and framework.attacks == len(m.relations)
    return assumed and direct and is_each


def _told(m: ArgumentMap, export: Export, notation: str) -> str:
    """Say what is written of a map."""
    grounded = sum(map(bool, export.arguments_of.values()))
    framework = export.framework
    lines = f"{counted(len(framework.arguments), 'line')} of reasons for {grounded:,} of {counted(len(m), 'statement')}"
    what = "labels" if notation == "tgf" else "comments"
    return f"what is written is its framework: {lines}, and {counted(framework.attacks, 'attack')}; texts are {what}"
