"""Texts and places in them as a file names them: what is written of the passages of a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

from argmap.flaws import unwritten
from argmap.formats import _positions
from argmap.formats.graphs._kept import Fields, Kept
from argmap.formats.graphs._texts.anchoring import Anchored, Quotation, Text, anchor, units
from argmap.formats.graphs._texts.marks import is_mark, restored
from argmap.model.citations import Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.sources import Source
from argmap.native.ids import Names
from argmap.text import OffsetMap
from argmap.wording import tallied


@frozen
class Quoting:
    """How a format names texts, and places in them.

    Attributes:
        texts: Finds the texts among the members of a file, by their ids.
        with_texts: Returns the members of a file with some texts, new ones or others than before.
        quotations: Finds the quotations of a statement among the further fields of its node.
        with_quotations: Returns the further fields of a node with other quotations, from None for a new node.
        most: How many quotations a node can have; None for any number.
        key: The field of a node in which its quotations stand.
        member: The member of a file in which its texts stand.
        further: Gives the fields of texts that a map does not say.
    """

    texts: Callable[[Fields], dict[str, Text]]
    with_texts: Callable[[Fields, Mapping[str, Text]], Fields]
    quotations: Callable[[Fields], list[Quotation]]
    with_quotations: Callable[[Fields | None, Sequence[Quotation]], Fields]
    most: int | None
    key: str
    member: str
    further: Callable[[Fields], Iterator[str]]


@define
class Requoted:
    """What is written of the texts and passages of a map.

    Attributes:
        fields: The further fields of the nodes of statements whose quotations are others than they were.
        members: The members of the file, with its texts.
        texts: New texts, and those that are others than they were, by their ids in the file.
        sources: The ids of all texts in the file, by their ids as sources.
        lost: How often something is not written, by the words for one and for several.
    """

    members: Fields
    fields: dict[str, Fields] = field(factory=dict)
    texts: dict[str, Text] = field(factory=dict)
    sources: dict[str, str] = field(factory=dict)
    lost: Counter[tuple[str, str]] = field(factory=Counter)

    def findings(self, program: str) -> tuple[Finding, ...]:
        """Tell what is lost."""
        return unwritten(message.format(program) for message in tallied(self.lost))


_NO_TEXT = (
    "a passage is not written, as the text of its source is not at hand",
    "passages are not written, as the texts of their sources are not at hand",
)
_EMPTY = (
    "a text that is not at hand, or not named by the map, is left empty; what stands in it is written as it was",
    "texts that are not at hand, or not named by the map, are left empty; what stands in them is written as it was",
)
_NO_PLACE = (
    "a passage that is not in its text, or not named by its words, is not written",
    "passages that are not in their texts, or not named by their words, are not written",
)
_FURTHER = (
    "a further passage of a statement has no place in {}",
    "further passages of statements have no place in {}",
)
_RECORD = (
    "a source record says more than {} has a place for",
    "source records say more than {} has a place for",
)
_ABOUT = ("which source is analysed has no place in {} unless it has one text",) * 2


def requote(m: ArgumentMap, kept: Kept, members: Fields, quoting: Quoting) -> Requoted:
    """Say what is to be written of the texts and passages of a map.

    Args:
        m: The map.
        kept: What its annex keeps of a file.
        members: Those of the file, its texts marked.
        quoting: How the format names texts, and places in them.
    """
    old = restored(m.texts, quoting.texts(members))
    made = Requoted(members)
    _name_texts(m, kept.rest.get("sources"), old, made)
    made.members = quoting.with_texts(members, {**old, **made.texts})
    texts = quoting.texts(made.members)
    absent = {name: evolve(text, content="") for name, text in texts.items() if is_mark(text.content)}
    made.members = quoting.with_texts(made.members, absent)
    made.lost[_EMPTY] = len(absent)
    made.sources = {source: name for source, name in made.sources.items() if name in texts}
    made.lost[_ABOUT] = int(m.about is not None and (m.about not in made.sources or len(texts) > 1))
    known = {source: texts[name].record(source) for source, name in made.sources.items()}
    made.lost[_RECORD] = sum(evolve(s, text=None, intake=None) != known.get(s.id) for s in m.sources)
    _requote(m, kept, {name: text.content for name, text in texts.items() if name not in absent}, quoting, made)
    return made


def _requote(m: ArgumentMap, kept: Kept, contents: Mapping[str, str], quoting: Quoting, made: Requoted) -> None:
    """Say which statements have other quotations in texts; those in texts that are not at hand stay."""
    rests = {str(entry[0]): entry[1] for entry in reversed(kept.nodes) if isinstance(entry, list)}
    fields = {s.id: rests.get(kept.ids.get(s.id, s.id)) for s in m}
    former = {name: quoting.quotations(each) for name, each in fields.items() if each}
    sources = {name: source for source, name in made.sources.items() if name in contents}
    means = anchor(former, {name: contents[name] for name in sources}, sources)
    changed: dict[str, list[Passage]] = {}
    for s in m:
        stay = {each.text for each in former.get(s.id, ())} - contents.keys()
        own = [Passage(p.source, p.selector) for p in s.passages if made.sources.get(p.source) in contents]
        made.lost[_NO_TEXT] += sum(made.sources.get(p.source) not in {*contents, *stay} for p in s.passages)
        there = means.get(s.id, Anchored())
        if own != list(there.passages) or (there.wrong and made.texts):
            changed[s.id] = own
    absent = set(made.sources.values()) - contents.keys()
    for name, found in _quoted(changed, former, contents, made).items():
        those = [*found, *(each for each in former.get(name, ()) if each.text in absent)]
        made.lost[_FURTHER] += len(those) - len(those[: quoting.most])
        if those or former.get(name):
            made.fields[name] = quoting.with_quotations(fields[name], those[: quoting.most])


def _name_texts(m: ArgumentMap, sources: object, old: Mapping[str, Text], made: Requoted) -> None:
    """Give the texts of sources ids in the file; a source that has another id than it had is known by its text."""
    pairs = sources.items() if isinstance(sources, dict) else ()
    known = {source: name for source, name in pairs if isinstance(name, str) and name in old}
    wanted = [each for each in dict.fromkeys((m.about, *(p.source for s in m for p in s.passages))) if each]
    free = old.keys() - {known.get(source) for source in wanted}
    gone = {old[name].content: name for name in old if name in free}
    names = Names(reserved=set(old))
    records = {each.id: each for each in m.sources}
    for source in wanted:
        if source not in known and source in m.texts:
            content = m.texts[source]
            name = gone.pop(content, None)
            if name is None:
                name = names.make(source, "-")
                record = records.get(source, Source(source))
                made.texts[name] = Text(content, record.title, record.url or "")
            known[source] = name
    for source, name in known.items():
        if name in old and m.texts.get(source, old[name].content) != old[name].content:
            made.texts[name] = evolve(old[name], content=m.texts[source])
    made.sources = known


def _quoted(
    passages: Mapping[str, Sequence[Passage]],
    former: Mapping[str, Sequence[Quotation]],
    contents: Mapping[str, str],
    made: Requoted,
) -> dict[str, list[Quotation]]:
    """Return the quotations that passages are, by statement, counted as the file counts in each text."""
    selectors: dict[str, list[Selector]] = {}
    for passage in (passage for those in passages.values() for passage in those):
        if passage.selector:
            selectors.setdefault(made.sources[passage.source], []).append(passage.selector)
    places = {name: _positions.found(those, contents[name]) for name, those in selectors.items()}
    counted = {name: _units(name, former, contents[name]) for name in selectors}
    quoted: dict[str, list[Quotation]] = {}
    for statement, those in passages.items():
        quoted[statement] = []
        for passage in those:
            name = made.sources[passage.source]
            span = places[name].get(passage.selector) if passage.selector else None
            made.lost[_NO_PLACE] += span is None
            if span:
                there = counted[name].forth(span)
                words = contents[name][span.start : span.end]
                quoted[statement].append(Quotation(name, there.start, there.end - there.start, words))
    return quoted


def _units(name: str, former: Mapping[str, Sequence[Quotation]], content: str) -> OffsetMap:
    told = (each for those in former.values() for each in those if each.text == name)
    return _positions.units(content, units(told, content))
