"""What a page knows of its map, as data for its script.

::

    {title, description, unread, about, direction, lacking,
     statements: [{id, card, kind, label, title, text, group, described, tags, note, depth, standing, words, told,
                   ground, rests, why, reviewed, changed: [{passage, told}],
                   findings: [{code, name, severity, message}],
                   passages: [{source, quote, locator, state, href}],
                   citations: [{id, source, stance, quote, locator, state, grade, remark, href}]}],
     relations: [{id, kind, premises, target, on, word, scheme, questions, title, note, values, weight, fate,
                  outweighed, weightier, answers, elements}],
     sources: [{id, label, authors, published, publisher, kind, note, href, about, findings}],
     groups: [{id, title, parent}],
     findings: [{code, name, severity, message}],
     references: {card: statement}, overview, cards,
     parts: {card: {title, statements}}, within: {statement: card},
     meanings: {codes, words, grades, states}}

Statements stand in reading order. A ``card`` is the name of an element of the picture; a ``label`` is what a statement
is called elsewhere; ``described`` is the kind with the marks before it; ``words`` are those for its standing on the
card, the gravest first, ``told`` the same with the standing itself before them, and ``why`` is its reason. ``ground``
is the grade of what it stands on, and ``rests`` says of a better line that it does not stand. ``on`` is the statement
that a relation bears on in the end, for an undercut too, ``fate`` what becomes of it; ``weightier`` are the ids of what
outweighs an attack, ``answers`` what answers one that has no evidence; ``questions`` says which critical questions are
answered or raised. ``cards`` is how many cards all of the picture
has; where an ``overview`` is shown first, or the map's author closes a section, ``parts`` are the cards that are no
statements, and ``within`` says which of them holds a statement. ``href`` is an address of the web, or nothing.
``unread`` says why part of the map may not have been read. What stands in no record of the map is null. All texts are
for people: on one line and without control characters; only ids are as they are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.analysis import Analysis
from argmap.evaluation.prospects.contests import answered
from argmap.evidence.locks.changes import Change
from argmap.evidence.passages.fragments import address
from argmap.model.bearing import borne_on, owners
from argmap.model.citations import Cited
from argmap.model.findings import Finding
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source, web_address
from argmap.model.statements import Statement
from argmap.plain_words import GRADES, STATES, Called, changed, ground, titled, unread
from argmap.renderers import View
from argmap.renderers._diagram import standing
from argmap.renderers._diagram.content import heading, name, section_titles
from argmap.renderers._diagram.fates import Fate, fates
from argmap.renderers._diagram.markup import clean, element_id
from argmap.renderers._diagram.steps import verb
from argmap.renderers._found import in_words
from argmap.renderers._reading import reading
from argmap.renderers.html.picture import Picture, Pictures
from argmap.renderers.html.reason import calling, reason
from argmap.wording import joined, spaced

_FATES = {Fate.HOLDS: "holds", Fate.SPENT: "comes to nothing", Fate.OUTWEIGHED: "outweighed", Fate.TO_WEIGH: "to weigh"}


def facts(view: View, drawn: Pictures) -> dict[str, Any]:
    """Gather what a page knows of its map."""
    m, analysis = view.analysis.map, view.analysis
    bears_on = borne_on(m)
    names, sections = {statement.id: name(statement) for statement in m.statements}, section_titles(m)
    found = _findings(view, names)
    called = calling(analysis, names)
    return {
        "title": clean(m.title) or "Argument map",
        "description": clean(m.description or ""),
        "unread": clean(unread(analysis.unread)),
        "about": m.about,
        "direction": drawn.first.direction,
        "lacking": drawn.first.lacking,
        "statements": [
            _statement(m[name], depth, analysis, found, names, called) for name, depth in reading(m, bears_on).items()
        ],
        "relations": list(_relations(analysis, drawn, bears_on, names)),
        "sources": [_source(source, m.about, found) for source in _used(analysis)],
        "groups": [{"id": g.id, "title": sections[g.id], "parent": g.parent} for g in m.groups],
        "findings": found.get(None, []),
        "references": {card: statement for each in drawn.all for card, statement in each.references.items()},
        "overview": drawn.is_overview,
        "cards": drawn.cards,
        **_parts(drawn.first),
        "meanings": {
            "codes": {code: text.split("\n") for code, text in view.explanations.items()},
            "words": standing.MEANING,
            "grades": GRADES,
            "states": STATES,
        },
    }


def _parts(drawn: Picture) -> dict[str, Any]:
    """Return what the cards stand for that are no statements, and the card that holds each statement without one."""
    within: dict[str, str] = {}
    for card, inside in (*((card, inside) for card, (_, inside) in drawn.parts.items()), *drawn.below.items()):
        for statement in inside:
            within.setdefault(statement, card)
    parts = {card: {"title": title, "statements": list(inside)} for card, (title, inside) in drawn.parts.items()}
    return {"parts": parts, "within": within}


def _findings(view: View, names: Mapping[str, str]) -> dict[str | None, list[dict[str, str]]]:
    """Return the findings by the statement or source that they are about; those about neither by None."""
    known = {name: name for name in view.analysis.sources} | owners(view.analysis.map)
    found: dict[str | None, list[dict[str, str]]] = {}
    for finding in sorted(view.findings, key=lambda each: each.severity.rank):
        found.setdefault(known.get(finding.node or ""), []).append(_finding(finding, names))
    return found


def _finding(finding: Finding, names: Mapping[str, str]) -> dict[str, str]:
    """Tell of a finding; where its message names statements by their ids, a reader gets their names."""
    return {
        "code": finding.code,
        "name": in_words(finding.name),
        "severity": finding.severity.value,
        "message": clean(titled(finding.message, names)),
    }


def _statement(
    statement: Statement,
    depth: int,
    analysis: Analysis,
    found: Mapping[str | None, list[dict[str, str]]],
    names: Mapping[str, str],
    called: Called,
) -> dict[str, Any]:
    verdict = analysis.evaluation.get(statement.id)
    return {
        "id": statement.id,
        "card": element_id("n", statement.id),
        "kind": statement.kind.value,
        "label": names[statement.id],
        "title": heading(statement) or "",
        "text": clean(statement.text),
        "group": statement.group,
        "described": " ".join((*statement.marks, statement.kind)),
        "tags": [clean(tag) for tag in statement.tags],
        "note": clean(statement.note or ""),
        "depth": depth,
        "standing": verdict.standing.value if verdict else None,
        "words": list(standing.words(verdict)),
        "told": list(standing.told(verdict)),
        "ground": verdict.ground.value if verdict and verdict.ground else None,
        "rests": ground(verdict) if verdict and verdict.ground is not verdict.grade else "",
        "why": reason(verdict.why, analysis.remarks, called) if verdict else "",
        "reviewed": statement.id in analysis.reviews,
        "changed": [_changed(change, analysis) for change in analysis.changes.found.get(statement.id, ())],
        "findings": found.get(statement.id, []),
        "passages": [_cited(passage, analysis) for passage in statement.passages],
        "citations": [
            _cited(citation, analysis)
            | {
                "id": citation.id,
                "stance": citation.stance.value,
                "grade": grade.value if (grade := analysis.grades.get(citation.id)) else None,
                "remark": clean(analysis.remarks.get(citation.id, "")),
            }
            for citation in statement.citations
        ],
    }


def _changed(change: Change, analysis: Analysis) -> dict[str, Any]:
    """Tell what is not as it was recorded or reviewed: a passage, or the statement itself."""
    told = changed(change, lambda source: analysis.sources[source].label if source in analysis.sources else source)
    return {"passage": change.cited is not None, "told": clean(told)}


def _cited(cited: Cited, analysis: Analysis) -> dict[str, Any]:
    resolution = analysis.resolutions.get((cited.source, cited.selector))
    source = analysis.sources.get(cited.source)
    href = web_address(source.url or source.doi_address) if source else None
    if href and cited.selector and source and source.url and resolution:
        href = address(href, cited.selector, analysis.texts.get(cited.source), resolution.places)
    return {
        "source": cited.source,
        "quote": clean(cited.selector.quote) if cited.selector else "",
        "locator": clean(cited.locator or ""),
        "state": resolution.outcome.value if resolution else "unknown-source",
        "href": href,
    }


def _relations(
    analysis: Analysis, drawn: Pictures, bears_on: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    m = analysis.map
    become = fates(m, analysis.evaluation, lambda statement: names.get(statement, statement))
    answers = answered(analysis.evaluation.solution)
    concluded = frozenset(r.target for r in m.relations if r.kind is RelationKind.SUPPORT)
    for relation in m.relations:
        if relation.id in bears_on:
            yield {
                "id": relation.id,
                "kind": relation.kind.value,
                "premises": [premise for premise in relation.premises if premise in m],
                "target": relation.target,
                "on": bears_on[relation.id],
                "word": _word(analysis, relation, concluded),
                "scheme": clean(spaced(relation.scheme or "")),
                "questions": list(_questions(relation, names)),
                "title": clean(relation.title or ""),
                "note": clean(relation.note or ""),
                "values": [clean(value) for value in relation.values],
                "weight": relation.weight,
                "fate": _FATES[become.of.get(relation.id, Fate.HOLDS)],
                "outweighed": list(become.outweighed.get(relation.id, ())),
                "weightier": list(analysis.evaluation.outweighed.get(relation.id, ())),
                "answers": [f"“{names[each].rstrip('.')}”" for each in answers.get(relation.id, ())],
                "elements": [name for each in drawn.all for name in each.elements.get(relation.id, ())],
            }


def _questions(relation: Relation, names: Mapping[str, str]) -> Iterator[str]:
    """Say which critical questions a relation answers, which it leaves open on purpose, and which it raises."""
    for answer in relation.answers:
        called = joined([f"“{clean(names.get(each, each)).rstrip('.')}”" for each in answer.statements], most=9)
        yield f"{clean(spaced(answer.question))}: answered by {called}"
    for waiver in relation.waives:
        why = f": “{clean(waiver.reason).rstrip('.')}”" if waiver.reason else ""
        yield f"{clean(spaced(waiver.question))}: left open{why}"
    if relation.raises is not None:
        yield f"raises the question {clean(spaced(relation.raises))}"


def _word(analysis: Analysis, relation: Relation, concluded: frozenset[str]) -> str:
    if relation.kind is RelationKind.CONTRADICTION:
        return "contradicts"
    return verb(analysis.map, relation, None, concluded, ())


def _used(analysis: Analysis) -> Iterable[Source]:
    """Return the sources that a map names, in order; one without a record by its id alone."""
    m = analysis.map
    cited = (each.source for statement in m.statements for each in statement.cited)
    named = dict.fromkeys([*([m.about] if m.about else []), *cited])
    return [analysis.sources.get(source, Source(source)) for source in named]


def _source(source: Source, about: str | None, found: Mapping[str | None, list[dict[str, str]]]) -> dict[str, Any]:
    return {
        "id": source.id,
        "label": clean(source.label),
        "authors": [clean(author) for author in source.authors],
        "published": clean(source.published or ""),
        "publisher": clean(source.publisher or ""),
        "kind": source.kind.value if source.kind else "",
        "note": clean(source.note or ""),
        "href": web_address(source.url or source.doi_address),
        "about": source.id == about,
        "findings": found.get(source.id, []),
    }
