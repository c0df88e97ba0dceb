"""The tables of a corpus, each declared once: their names, their columns, and what those mean.

The schemas of the Parquet files, the comments that a query can read and the table in the documentation are made of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from argmap.corpora.columns import Table, Type, column, table
from argmap.corpora.facts import MapFacts, RelationFacts, SourceFacts
from argmap.evaluation.labels import Basis
from argmap.model.citations import Citation
from argmap.model.relations import RelationKind

_Of: TypeAlias = Callable[[Any], Any]

TEXT, TEXTS, WHOLE, NUMBER, TRUTH = Type.TEXT, Type.TEXTS, Type.WHOLE, Type.NUMBER, Type.TRUTH


def _count(kind: RelationKind) -> _Of:
    return lambda facts: facts.relations[kind]


def _standing(basis: Basis) -> _Of:
    return lambda facts: facts.standings[basis]


def _citation(name: str) -> _Of:
    """Return what gives an attribute of a citation, and nothing for a passage, which has none such."""
    return lambda facts: getattr(facts.cited, name) if isinstance(facts.cited, Citation) else None


def _selector(name: str) -> _Of:
    return lambda facts: getattr(facts.cited.selector, name) if facts.cited.selector else None


def _source(name: str) -> _Of:
    return lambda facts: getattr(facts.source, name) if facts.source else None


def _reliability(facts: SourceFacts) -> str | None:
    return facts.source.reliability.grade if facts.source and facts.source.reliability else None


def _outweighed_by(facts: RelationFacts) -> list[str]:
    return [" + ".join(reason) for reason in facts.relation.outweighed_by]


def _told(name: str) -> Callable[[RelationFacts], list[str]]:
    return lambda facts: list(map(str, getattr(facts.relation, name)))


def _depth(facts: MapFacts) -> int | None:
    return max((part.depth for part in facts.parts if part.depth is not None), default=None)


def _conclusions(facts: MapFacts) -> int:
    return sum(part.depth == 0 and part.supports + part.attacks > 0 for part in facts.parts)


MAPS = table(
    "maps",
    "The maps.",
    column("format", TEXT, "The format that the map is written in.", "map.origin.format"),
    column("title", TEXT, "Its heading.", "map.title"),
    column("about", TEXT, "The id of the source whose argument it is.", "map.about"),
    column("statements", WHOLE, "How many statements it has.", lambda facts: len(facts.parts)),
    column(
        "conclusions",
        WHOLE,
        "How many of them have a reason for or against them, and are a reason for nothing.",
        _conclusions,
    ),
    column("depth", WHOLE, "The most steps from a statement to the nearest one that is a premise of nothing.", _depth),
    column("supports", WHOLE, "How many supports it has.", _count(RelationKind.SUPPORT)),
    column("attacks", WHOLE, "How many attacks it has.", _count(RelationKind.ATTACK)),
    column("undercuts", WHOLE, "How many undercuts it has.", _count(RelationKind.UNDERCUT)),
    column("contradictions", WHOLE, "How many contradictions it has.", _count(RelationKind.CONTRADICTION)),
    column("sources", WHOLE, "How many sources it names or describes.", "sources"),
)

STATEMENTS = table(
    "statements",
    "The statements of the maps.",
    column("column_number", WHOLE, "Where it begins in its line, counted in characters from 1.", "column"),
    column("statement", TEXT, "Its id, unique in the map.", "statement.id"),
    column("kind", TEXT, "What it is put forward as: claim, premise, recommendation, evidence …", "statement.kind"),
    column("title", TEXT, "Its short name, where its author gives one.", "statement.title"),
    column("text", TEXT, "The sentence.", "statement.text"),
    column("group_id", TEXT, "The section of the map that it stands in.", "statement.group"),
    column("tags", TEXTS, "Its tags.", "statement.tags"),
    column("note", TEXT, "A remark of the map's author.", "statement.note"),
    column("implicit", TRUTH, "Whether the analysed text needs it without saying it.", "statement.implicit"),
    column("voice", TEXT, "Who stands behind it in the analysed text.", "statement.voice"),
    column("credence", NUMBER, "How likely it is to the map's author before its reasons.", "statement.credence"),
    column("standard", TEXT, "What it must meet to be accepted, where that is not the usual.", "statement.standard"),
    column(
        "depth",
        WHOLE,
        "How many steps it is from the nearest one that is a premise of nothing; an undercut is as deep as its step.",
        "depth",
    ),
    column("supports", WHOLE, "How many supports it has.", "supports"),
    column("attacks", WHOLE, "How many attacks there are on it.", "attacks"),
    column("is_premise", TRUTH, "Whether it speaks for or against something.", "is_premise"),
    column(
        "passages",
        WHOLE,
        "How many passages of the analysed text put it forward.",
        lambda facts: len(facts.statement.passages),
    ),
    column(
        "citations",
        WHOLE,
        "How many citations are offered for or against it.",
        lambda facts: len(facts.statement.citations),
    ),
)

RELATIONS = table(
    "relations",
    "The relations between the statements.",
    column("column_number", WHOLE, "Where it begins in its line, counted in characters from 1.", "column"),
    column("relation", TEXT, "Its id, unique in the map.", "relation.id"),
    column("kind", TEXT, "What it does: support, attack, undercut or contradiction.", "relation.kind"),
    column("premises", TEXTS, "The ids of the statements that it starts from.", "relation.premises"),
    column(
        "linked",
        TRUTH,
        "Whether these are several, which only work together.",
        lambda facts: len(facts.relation.premises) > 1,
    ),
    column("target", TEXT, "The id of what it bears on.", "relation.target"),
    column(
        "target_is", TEXT, "What that is: a statement, a relation, a citation; empty for an id of nothing.", "target"
    ),
    column(
        "strikes",
        TEXT,
        "What an attack or undercut does: rebut a conclusion, undermine a premise, or undercut.",
        "strikes",
    ),
    column("scheme", TEXT, "The argumentation scheme that it follows.", "relation.scheme"),
    column("roles", TEXTS, "Which premises fill which roles of its scheme.", _told("roles")),
    column("answers", TEXTS, "What answers critical questions of its scheme in its favour.", _told("answers")),
    column("waives", TEXTS, "Which critical questions are left open on purpose, and why.", _told("waives")),
    column("raises", TEXT, "The critical question that an undercut answers against its step.", "relation.raises"),
    column("title", TEXT, "The argument's name, where it has one.", "relation.title"),
    column("note", TEXT, "A remark of the map's author.", "relation.note"),
    column("force", TEXT, "Whether an attack defeats or weighs, where its author says so.", "relation.force"),
    column("outweighed_by", TEXTS, "The reasons that outweigh it in the author's judgement.", _outweighed_by),
    column("speaks_for", TEXTS, "The values that it speaks for.", "relation.values"),
    column(
        "weight", NUMBER, "How much it weighs, more than 0 and up to 1, where somebody has said.", "relation.weight"
    ),
)

CITATIONS = table(
    "citations",
    "The citations of the statements, and the passages of the analysed text that put them forward.",
    column("column_number", WHOLE, "Where it begins in its line, counted in characters from 1.", "column"),
    column("statement", TEXT, "The id of the statement.", "statement"),
    column(
        "role",
        TEXT,
        "cite for what is offered as evidence, from for where the analysed text says it.",
        lambda facts: "cite" if isinstance(facts.cited, Citation) else "from",
    ),
    column("citation", TEXT, "The id of a citation, by which an undercut names it.", _citation("id")),
    column("source", TEXT, "The id of the source.", "cited.source"),
    column(
        "quote", TEXT, "The phrases that pick the passage out; empty for the source as a whole.", _selector("quote")
    ),
    column("nth", WHOLE, "Which of several equal places it is.", _selector("nth")),
    column("locator", TEXT, "What a printed reference would say, such as p. 12.", "cited.locator"),
    column(
        "stance", TEXT, "What a citation does: it supports, contradicts, qualifies or is context.", _citation("stance")
    ),
    column("fair", TRUTH, "Whether a person has found the quotation fair.", _citation("fair")),
    column(
        "weight",
        NUMBER,
        "How much it weighs for or against its statement, where somebody has said.",
        _citation("weight"),
    ),
    column(
        "outcome",
        TEXT,
        "What became of it: verified, moved, ambiguous, missing, source-absent, whole-source …",
        "outcome",
    ),
    column(
        "passage_start",
        WHOLE,
        "Where the passage begins in the source's text, in characters from 0, if it is found once.",
        "start",
    ),
    column("passage_end", WHOLE, "Where it ends.", "end"),
    column(
        "grade",
        TEXT,
        "How good a ground a citation is: independent, unverified, own word; disputed or empty is none.",
        "grade",
    ),
)

SOURCES = table(
    "sources",
    "The sources that the maps name or describe: a row for each map and source.",
    column("source", TEXT, "Its id.", "name"),
    column(
        "record", TEXT, "The file of its record; empty for one that is described in the map, or not at all.", "record"
    ),
    column("described", TRUTH, "Whether there is a record of it.", lambda facts: facts.source is not None),
    column("has_text", TRUTH, "Whether its text was at hand.", "has_text"),
    column("passages", WHOLE, "How many passages of the map name it.", "passages"),
    column("citations", WHOLE, "How many citations of the map name it.", "citations"),
    *(
        column(name, TEXTS if name in ("authors", "based_on") else TEXT, doc, _source(name))
        for name, doc in (
            ("title", "As a list of references gives it."),
            ("authors", "Its authors."),
            ("published", "Its date or year."),
            ("publisher", "Who brought it out."),
            ("origin", "What it goes back to."),
            ("kind", "primary, data, secondary or opinion."),
            ("url", "Where it is on the web."),
            ("doi", "Its digital object identifier."),
            ("language", "Its language."),
            ("licence", "Under which its text may be used."),
            ("based_on", "The ids of the sources that it reports."),
            ("retracted", "The date or reason of its retraction."),
            ("superseded_by", "The id of the source that replaces it."),
            ("note", "A remark of the record's author."),
        )
    ),
    column("reliability", TEXT, "How far it is to be trusted, as a grade of the author's scale.", _reliability),
)

LABELS = table(
    "labels",
    "What an evaluation says of the statements; questions have no label.",
    column("statement", TEXT, "The id of the statement.", "verdict.id"),
    column(
        "supported",
        TRUTH,
        "Whether a complete chain of reasons reaches a ground, objections left aside.",
        "verdict.supported",
    ),
    column(
        "standing",
        TEXT,
        "Whether it stands on declared grounds: accepted, undecided, rejected or unsupported.",
        "verdict.standing",
    ),
    column(
        "grade",
        TEXT,
        "The weakest link of its best line of reasons: independent, unverified, own word, assumed, disputed.",
        "verdict.grade",
    ),
    column("stands_on", TEXT, "The weakest link of the best of its lines that stand.", "verdict.stands_on"),
    column(
        "modifiers",
        TEXTS,
        "The words that qualify its standing, such as conditional or contested.",
        "verdict.modifiers",
    ),
    column("missing", TEXTS, "Leaves that an unsupported statement lacks.", "verdict.missing"),
    column(
        "on_independent", TEXT, "Its standing where only independent citations count.", _standing(Basis.INDEPENDENT)
    ),
    column("on_cited", TEXT, "Its standing where only citations count.", _standing(Basis.CITED)),
    column("if_granted", TEXT, "Its standing if every uncited leaf were granted.", _standing(Basis.GRANTED)),
)

FINDINGS = table(
    "findings",
    "What the checks found.",
    column("column_number", WHOLE, "Where it begins in its line, counted in characters from 1.", "finding.column"),
    column("end_line", WHOLE, "The line where it ends.", "finding.end_line"),
    column("end_column", WHOLE, "Where it ends in that line.", "finding.end_column"),
    column("found_in", TEXT, "The file that it stands in: the map's, or that of a source's record.", "file"),
    column("code", TEXT, "The code of the check.", "finding.code"),
    column("name", TEXT, "The name of the check.", "finding.name"),
    column("severity", TEXT, "error, warning or note.", "finding.severity"),
    column("message", TEXT, "What was found, and what would be right.", "message"),
    column("node", TEXT, "The id of the statement, relation or source that it is about.", "finding.node"),
    column("follows", TEXTS, "The ids at which the findings stand that it merely follows from.", "finding.follows"),
    line="finding.line",
)

PROBLEMS = table(
    "problems",
    "The files that are no maps or could not be read.",
    column(
        "kind",
        TEXT,
        "What is wrong: no-map, unreadable, fault (a bug in argmap) or fatal (it ended the process).",
        "kind",
    ),
    column("message", TEXT, "What that is, in a sentence.", "message"),
)

TABLES: dict[str, Table] = {
    each.name: each for each in (MAPS, STATEMENTS, RELATIONS, CITATIONS, SOURCES, LABELS, FINDINGS, PROBLEMS)
}
"""The tables by name, in order."""

NEEDED = ("maps", "problems")
"""Those that every corpus has."""
