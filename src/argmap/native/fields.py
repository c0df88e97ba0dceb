"""The keys of the native document: what each record may hold, in canonical order.

The reader, the formatter and the JSON Schema all follow these tables.
"""

from __future__ import annotations

from argmap.model.statements import Kind

KINDS = tuple(str(kind) for kind in Kind)

_TEXTS_OF_KINDS = {
    "claim": "A statement argued for: its text.",
    "premise": "A statement that a step starts from: its text.",
    "recommendation": "What should be done: its text.",
    "evidence": "A reported fact, with a citation: its text.",
    "assumption": "What is taken for granted openly; a ground of its own: its text.",
    "objection": "A statement put forward against another: its text.",
    "question": "An open question; it takes no part in the evaluation: its text.",
    "argument": "A reason in outline, its steps not written out: its text.",
}

DOCUMENT = {
    "$schema": ("text", "Address of this schema, for editors."),
    "title": ("text", "The heading of the map."),
    "description": ("text", "A line under the title."),
    "about": ("text", "Id of the analysed source: the default source of `from` and `cite`."),
    "expect": ("expectations", "What is expected of statements, by id: a check fails where it is otherwise."),
    "orders": ("orders", "How audiences rank values, by name: `safety > calm > time`, or a list of such chains."),
    "groups": ("groups", "Sections of the map, id to title, in order."),
    "sources": ("sources", "Source records written in the map itself, by id."),
    "nodes": ("nodes", "The statements, by id."),
    "annex": ("annex", "What files of other formats held besides, a text after the name of each; argmap writes it."),
}

GROUP = {
    "title": ("text", "The heading of the group."),
    "in": ("text", "Id of the group that it stands in."),
}

STATEMENT = {
    **{kind: ("text", doc) for kind, doc in _TEXTS_OF_KINDS.items()},
    "id": ("text", "Its id, for a statement written in place."),
    "title": ("text", "A short name; else the id in words."),
    "group": ("text", "Id of the section that it stands in."),
    "tags": ("words", "Free words."),
    "implicit": ("flag", "Whether the analysed text does not say it, but needs it."),
    "voice": ("voice", "Who stands behind it in the analysed text, where that is not plain."),
    "credence": (
        "credence",
        "How likely it is to the map's author before the reasons that the map has, from 0 to 1: strengths start there.",
    ),
    "standard": ("standard", "What it must meet to be accepted; else dialectical validity."),
    "note": ("text", "A remark of the map's author."),
    "from": ("passages", "Where the analysed text puts it forward."),
    "cite": ("citations", "What is offered as evidence for it, or against it; `same`: what stands under `from`."),
    "because": ("reasons", "Reasons for it: `a` alone, or `a + b` where they only work together."),
    "but": ("reasons", "Reasons against it."),
    "contradicts": ("reasons", "Statements that cannot be true together with it."),
}

REASON = {
    "reason": ("reason", "The statement, or the linked statements, that the step starts from."),
    "id": ("text", "The step's id."),
    "scheme": ("scheme", "The argumentation scheme that it follows; `argmap schemes` lists those that are known."),
    "roles": ("roles", "Which premises fill which roles of the scheme, by role."),
    "answers": ("answers", "What answers critical questions in favour of the step: `a`, or `a + b`, by question."),
    "waives": ("waives", "Which critical questions are left open on purpose, and why, by question."),
    "raises": ("text", "The critical question that an undercut answers against the step that it strikes."),
    "title": ("text", "The argument's name."),
    "note": ("text", "A remark of the map's author."),
    "values": ("words", "The values that the reason speaks for, which `orders` rank."),
    "weight": ("weight", "How much the reason weighs, above 0 and up to 1, where a `standard` compares."),
    "force": ("force", "What an attack does: it defeats, or weighs against what speaks for its target."),
    "outweighed-by": ("ids", "What outweighs an attack, in the author's judgement: `a`, or `a + b` together."),
    "unless": ("reasons", "What undercuts this step, and no other."),
}

PASSAGE = {
    "source": ("text", "Id of the source; else the map's `about`."),
    "quote": ("text", "The phrases: `start … end`."),
    "nth": ("number", "Which of several equal places, counted from 1."),
    "at": ("text", "Page, section and the like."),
}

CITATION = {
    **PASSAGE,
    "stance": ("stance", "What it does for the statement; else it supports."),
    "fair": ("flag", "Whether a person has looked at the words around the quotation and found it fair."),
    "weight": ("weight", "How much it weighs, above 0 and up to 1, where a `standard` compares."),
    "id": ("text", "The citation's id."),
    "unless": ("reasons", "What undercuts this citation."),
}

SOURCE = {
    "$schema": ("text", "Address of this schema, for editors."),
    "id": ("text", "Its id; else the name of the file."),
    "title": ("text", "As a list of references gives it."),
    "authors": ("words", "Names, in order."),
    "published": ("text", "Date or year."),
    "publisher": ("text", "Who brought it out."),
    "origin": ("text", "Dataset, agency or newsroom that it goes back to."),
    "kind": ("source-kind", "Nearness to the facts."),
    "url": ("text", "Where it is on the web."),
    "doi": ("text", "Digital object identifier."),
    "archived": ("text", "Address of an archived copy."),
    "retrieved": ("date", "Date on which it was last fetched, such as 2026-11-20."),
    "licence": ("text", "Under which its text may be used."),
    "language": ("text", "BCP 47 tag, such as en."),
    "text": ("text", "Path of its text, relative to this file."),
    "intake": ("intake", "What became of the file that its text was taken from; argmap source writes it."),
    "based-on": ("words", "Ids of the sources that it reports."),
    "reliability": ("reliability", "How far it is to be trusted: a grade, a note, or both."),
    "retracted": ("text", "Date of, or reason for, its retraction."),
    "superseded-by": ("text", "Id of the source that replaces it."),
    "note": ("text", "A remark of the record's author."),
}

INTAKE = {
    "extractor": ("text", "Name and version of what read the file."),
    "file": ("digest", "SHA-256 of the file, in hexadecimal."),
    "kept": ("count", "How many words of it are in the text."),
    "visible": ("count", "How many words a reader of the file sees; else the text is all that it shows."),
    "left-out": ("words", "What is not in the text, a sentence for each kind, with its first words."),
    "doubts": ("words", "What may be wrong with the text, a sentence each."),
}

RELIABILITY = {
    "grade": ("text", "Of a scale the author uses, such as B2."),
    "note": ("text", "Why."),
}

KNOWN = frozenset(
    key for record in (DOCUMENT, GROUP, STATEMENT, REASON, CITATION, SOURCE, INTAKE, RELIABILITY) for key in record
)
"""Every key that means something somewhere."""
