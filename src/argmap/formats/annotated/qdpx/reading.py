"""From a project of REFI-QDA to a map."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from attrs import define, evolve, field, frozen

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats import _positions
from argmap.formats.annotated._imported import selector_of
from argmap.formats.annotated._labels import meaning_of
from argmap.formats.annotated.qdpx import project
from argmap.formats.annotated.qdpx.archive import Archive, opened
from argmap.formats.annotated.qdpx.codes import Codebook, codebook
from argmap.formats.annotated.qdpx.project import NAMESPACE, SOURCES, TEXTS, Node
from argmap.model.citations import Citation, Passage, Stance
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id, slug
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.unreadable_text import RULE as UNREADABLE_TEXT
from argmap.rules.wrong_place import RULE as WRONG_PLACE
from argmap.text import LineIndex, Span
from argmap.wording import quoted

NAME = "qdpx"
ONLY_KEPT = "no place in a map; kept for writing the project again"
UNDERCUT = "undercut"

_PARTS = {
    "Variable": "variables",
    "Case": "cases",
    "Set": "sets",
    "Graph": "graphs",
    "User": "users",
    "PictureSelection": "quotations of pictures",
    "AudioSelection": "quotations of sound",
    "VideoSelection": "quotations of videos",
}


def read(data: bytes, file: str) -> ArgumentMap:
    """Read a project as a map; raises `ConvertError` where it is none."""
    archive = opened(data)
    flaws = Flaws(archive.project)
    root = project.parse(flaws)
    if root is None:
        raise ConvertError(f"this is no project of REFI-QDA, whose outermost element is Project in {NAMESPACE}")
    for message in archive.flaws:
        flaws.add(UNREADABLE_TEXT, message, Span(0, 0))
    made = _Made(archive, codebook(root), flaws)
    made.take(root)
    relations = tuple(_relations(root, made))
    _tell(root, archive, flaws)
    lines = LineIndex(archive.project)
    origin = Origin(file, NAME, lines, findings=flaws.findings(file, lines))
    return ArgumentMap(
        title=root.get("name"),
        description=root.words("Description") or None,
        about=next(iter(made.texts)) if len(made.sources) == len(made.texts) == 1 else None,
        groups=tuple(group for group in made.codes.groups.values() if group.id not in made.codes.untitled),
        statements=tuple(made.statements.values()),
        relations=relations,
        sources=tuple(made.sources.values()),
        annex={} if made.codes.is_own else {NAME: _annex(root, made)},
        texts=made.texts,
        origin=origin,
    )


@frozen
class Quotation:
    """A quotation of a source.

    Attributes:
        node: Its element.
        guids: The codes that it has.
        words: What it quotes.
        passages: Where that stands.
    """

    node: Node
    guids: tuple[str, ...]
    words: str
    passages: tuple[Passage, ...]


@define
class _Made:
    """What is made of a project so far.

    Attributes:
        archive: The texts.
        codes: The codes.
        flaws: What was found.
        statements: By their ids.
        sources: By their ids.
        texts: Of the sources, by their ids.
        quotations: What each quotation became: the id of a statement, and the number of the passage.
        units: In what the offsets of a source are counted, where not in code points, by its identity.
        ids: The sources by their identities.
    """

    archive: Archive
    codes: Codebook
    flaws: Flaws
    statements: dict[str, Statement] = field(factory=dict)
    sources: dict[str, Source] = field(factory=dict)
    texts: dict[str, str] = field(factory=dict)
    quotations: dict[str, tuple[str, int]] = field(factory=dict)
    units: dict[str, str] = field(factory=dict)
    ids: dict[str, str] = field(factory=dict)
    notes: dict[str, str] = field(factory=dict)
    _statement_ids: Names = field(factory=Names)
    _source_ids: Names = field(factory=Names)
    _citation_ids: Names = field(factory=Names)

    def take(self, root: Node) -> None:
        """Make sources and statements of a project."""
        notes = [note for part in root.all("Notes") for note in part.all("Note")]
        self.notes = {note.guid: text for note in notes if (text := self._text(note) or note.words("Description"))}
        for part in root.all("Sources"):
            for source in part.all(*SOURCES):
                self._source(source)
        for note in notes if self.codes.is_own else ():
            if note.all("Coding"):
                self._statement(note, (), "", ())

    def _source(self, node: Node) -> None:
        name = node.get("name").strip()
        written = node.words("Description").strip() if self.codes.is_own else ""
        wanted = written if is_id(written) else slug(name or node.guid)
        source = (
            wanted
            if is_id(wanted) and self._source_ids.claim(wanted)
            else self._source_ids.make(slug(name or "source"), "-")
        )
        self.sources[source] = Source(source, name)
        for inner, around in node.walk():
            if inner.name in TEXTS and (around is None or around.name in SOURCES):
                self._text_source(inner, source)
            elif inner.name == "PDFSelection":
                self._of_pdf(inner, source)

    def _text(self, node: Node) -> str | None:
        content = node.all("PlainTextContent")
        return content[0].text if content else self.archive.text(node.get("plainTextPath"))

    def _text_source(self, node: Node, source: str) -> None:
        """Make statements of the quotations of a text."""
        self.ids[node.guid] = source
        selections = list(_selections(node))
        text = self._text(node)
        if text is None:
            for selection, _ in selections:
                self.flaws.drop(f"quotations of texts that are not in the file: {ONLY_KEPT}", selection.at)
            return
        if source in self.texts:
            self.flaws.drop(f"second texts of one source: {ONLY_KEPT}", node.at)
            return
        self.texts[source] = text
        spans = self._spans(node, selections, text)
        places = _positions.described(spans, text)
        for span, nodes in spans.items():
            selector = places[span].selector
            if selector is None:
                self.flaws.drop("quotations that no few words tell from others have no passage in the map", nodes[0].at)
            passages = (Passage(source, selector),) if selector else ()
            for together in [[each] for each in nodes] if self.codes.is_own else [nodes]:
                self._statement(together[0], together, text[span.start : span.end], passages)

    def _spans(self, node: Node, selections: Sequence[tuple[Node, Span]], text: str) -> dict[Span, list[Node]]:
        """Return where the quotations of a text stand; several of one place are one quotation."""
        usual = _positions.UNITS[0]
        unit = usual if self.codes.is_own else _unit([span for _, span in selections], text)
        if unit != usual:
            self.units[node.guid] = unit
        back = _positions.units(text, unit).back
        spans: dict[Span, list[Node]] = {}
        for selection, span in selections:
            there = back(span) if span.start <= span.end else span
            looked = _positions.checked(_with_its_end(there, text, selection.get("name")), text)
            if looked.span is not None:
                spans.setdefault(looked.span, []).append(selection)
            if looked.span is None or (looked.flaw and not self._is_cut(looked.span, text)):
                message = f"{quoted(selection.get('name') or selection.guid)}: {looked.flaw}"
                self.flaws.add(WRONG_PLACE, message, selection.at or Span(0, 0))
        return spans

    def _is_cut(self, span: Span, text: str) -> bool:
        """Tell whether a quotation begins or ends inside a word, as coders often mark it: no slip."""
        return _positions.whole(span, text) != span

    def _of_pdf(self, node: Node, source: str) -> None:
        """Make a statement of a quotation of a page whose words the project gives."""
        words = next((text for part in node.all("Representation") if (text := self._text(part))), "")
        selector = selector_of(words)
        if selector is None:
            self.flaws.drop(f"quotations of pages, without their words: {ONLY_KEPT}", node.at)
            return
        page = node.get("page")
        locator = f"p. {int(page) + 1}" if page.isdecimal() else None
        self._statement(node, (node,), words, (Passage(source, selector, locator),))

    def _statement(self, node: Node, nodes: Iterable[Node], words: str, passages: tuple[Passage, ...]) -> None:
        together = [node, *(each for each in nodes if each is not node)]
        guids = [
            project.bare(ref.get("targetGUID"))
            for each in together
            for c in each.all("Coding")
            for ref in c.all("CodeRef")
        ]
        meaning = self.codes.meaning(guids)
        for guid in guids:
            if guid not in self.codes.codes:
                message = f"no code of the project is {quoted(guid)}, which this names; it is not read"
                self.flaws.add(UNKNOWN_REFERENCE, message, node.at or Span(0, 0))
        written, _, text = node.get("name").partition(": ") if self.codes.is_own else ("", "", "")
        text = text or " ".join(words.split())
        if not text.strip():
            return
        if written not in self.statements or not self.codes.is_own:
            is_given = is_id(written) and self._statement_ids.claim(written)
            written = written if is_given else self._statement_ids.make(slug(text), "-")
            note = "\n\n".join(dict.fromkeys(self._remarks(together))) or None
            self.statements[written] = Statement(
                written,
                meaning.kind or Kind.CLAIM,
                text,
                None,
                meaning.group,
                note=note,
                tags=meaning.tags,
                span=node.at,
            )
        statement = self.statements[written]
        if meaning.stance is None:
            statement = evolve(statement, passages=(*statement.passages, *passages))
        for passage in passages if meaning.stance is not None else ():
            name = self._citation_ids.make(f"{written}@{passage.source}")
            cited = Citation(
                name, passage.source, passage.selector, None, meaning.stance or Stance.SUPPORTS, statement=written
            )
            statement = evolve(statement, citations=(*statement.citations, cited))
        self.statements[written] = statement
        for each in together:
            self.quotations[each.guid] = (written, len(statement.passages))

    def _remarks(self, nodes: Iterable[Node]) -> Iterator[str]:
        for node in nodes:
            if node.words("Description").strip():
                yield node.words("Description")
            for each in (node, *node.all("Coding")):
                for ref in each.all("NoteRef"):
                    text = self.notes.get(project.bare(ref.get("targetGUID")), "")
                    if text.strip():
                        yield text


def _selections(node: Node) -> Iterator[tuple[Node, Span]]:
    """Go through the quotations of a text, or of a transcript by its points in time, with their offsets."""
    points = {point.guid: point.get("position") for point in node.all("SyncPoint")}
    for selection in node.children:
        if selection.name == "PlainTextSelection":
            ends = selection.get("startPosition"), selection.get("endPosition")
        elif selection.name == "TranscriptSelection":
            first, last = (project.bare(selection.get(name)) for name in ("fromSyncPoint", "toSyncPoint"))
            ends = points.get(first, ""), points.get(last, "")
        else:
            continue
        start, end = (int(each) if each.isdecimal() and len(each) < 12 else -1 for each in ends)
        yield selection, Span(start, end)


def _with_its_end(span: Span, text: str, quotation: str) -> Span:
    """Return where a quotation stands: one further where the program that wrote it counts its last letter as its end.

    Example:
        >>> _with_its_end(Span(0, 2), "Dry wells.", "Dry"), _with_its_end(Span(0, 2), "Dry wells.", "Dr")
        (Span(start=0, end=3), Span(start=0, end=2))
    """
    longer = Span(span.start, span.end + 1)
    return longer if quotation and text[longer.start : longer.end] == quotation else span


def _unit(spans: Iterable[Span], text: str) -> str:
    """Return in what offsets are counted: so that most begin and end where words do."""
    usual = _positions.UNITS[0]
    if text.isascii() and "\r\n" not in text:
        return usual
    wanted = [span for span in spans if 0 <= span.start < span.end]

    def fitting(unit: str) -> int:
        back = _positions.units(text, unit).back
        there = (back(span) for span in wanted)
        return sum(span.end <= len(text) and _positions.whole(span, text) == span for span in there)

    return max(_positions.UNITS, key=fitting) if wanted else usual


def _relations(root: Node, made: _Made) -> Iterator[Relation]:
    """Make relations of the links between quotations whose names say what they do."""
    links = [link for part in root.all("Links") for link in part.all("Link")]
    names = Names()
    found: dict[str, str] = {}
    for link in links:
        ends = [project.bare(link.get(name)) for name in ("originGUID", "targetGUID")]
        written, _, label = link.get("name").partition(": ") if made.codes.is_own else ("", "", link.get("name"))
        meaning = meaning_of(label)
        premise, target = (made.quotations.get(end, ("", 0))[0] for end in ends)
        if made.codes.is_own and label == UNDERCUT:
            kind, target = RelationKind.UNDERCUT, found.get(ends[1], "")
        elif meaning:
            kind = meaning.kind
            premise, target = (target, premise) if meaning.is_backward else (premise, target)
        if not (meaning or (made.codes.is_own and label == UNDERCUT)) or not premise or not target:
            made.flaws.drop(
                f"links whose names do not say what they do, or not between quotations: {ONLY_KEPT}", link.at
            )
            continue
        usual = relation_id(kind, (premise,), target)
        name = written if written and names.claim(written) else names.make(usual)
        found[link.guid] = name
        made.quotations[link.guid] = (name, 0)
        yield Relation(name, kind, (premise,), target, span=link.at)


def _tell(root: Node, archive: Archive, flaws: Flaws) -> None:
    """Say what of a project has no place in a map."""
    for node, around in root.walk():
        if node.name in _PARTS:
            flaws.drop(f"{_PARTS[node.name]}: {ONLY_KEPT}", node.at)
        if node.name in SOURCES and node.all("Coding"):
            flaws.drop(f"codes of sources as a whole: {ONLY_KEPT}", node.at)
        if (
            node.name == "Code"
            and (node.words("Description") or node.all("NoteRef"))
            and root.get("origin") != "argmap"
        ):
            flaws.drop(f"descriptions of codes: {ONLY_KEPT}", node.at)
        if (
            around is not None
            and node.name == "Coding"
            and node.attributes.keys() & {"creatingUser", "creationDateTime"}
        ):
            flaws.drop(f"who coded a quotation, and when: {ONLY_KEPT}", node.at)
    if archive.others:
        one, several = "1 other file is", f"{archive.others:,} other files are"
        what = "documents, pictures or recordings"
        flaws.drop(f"{one if archive.others == 1 else several} in the archive ({what}), and not read")


def _annex(root: Node, made: _Made) -> str:
    """Keep the project, without the texts of its sources."""
    for node, around in root.walk():
        if node.name == "PlainTextContent" and around is not None and around.guid in made.ids:
            node.text = ""
    said: dict[str, Any] = {"nodes": project.flat(root), "quotations": made.quotations, "texts": made.ids}
    said["contents"] = {guid: digest(made.texts[name]) for guid, name in made.ids.items() if name in made.texts}
    said["words"] = {s.id: digest(s.text) for s in made.statements.values()}
    said["remarks"] = {s.id: s.note for s in made.statements.values() if s.note is not None}
    said |= {"units": made.units} if made.units else {}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def digest(text: str) -> str:
    """Return a short sum by which a text is known again."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def kept(annex: Mapping[str, Any]) -> tuple[Node | None, Mapping[str, Any]]:
    """Return the project that an annex kept, and what was made of it; None for one that a user has spoilt."""
    root = project.grown(annex.get("nodes"))
    return root, annex if root else {}
