"""What an annotation says: a remark on places, or how annotations bear on each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen

from argmap.evidence.passages.fragments import read_directives
from argmap.formats.annotated import _own as own
from argmap.formats.annotated._annotations import CONTEXT, Annotation, Body, Target, is_a, strings
from argmap.formats.annotated._html import words
from argmap.formats.annotated._imported import Place, Remark, kind_and_tags, record_of, selector_of
from argmap.model.citations import Selector, Stance
from argmap.model.relations import RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind
from argmap.native.ids import is_id

EXTENSION = {"argmap": "urn:argmap:"}
"""The context of the names that the model does not have."""
SELECTOR, NTH = "argmap:selector", "argmap:nth"
"""Names of what a map says of a passage and no selector of the model can: the quotation as written, and which it is."""
LOCATOR = "argmap:Locator"
"""The sort of a selector that is a place as a printed reference names it, other than a page."""
VERBS = {
    **{word: kind for kind in RelationKind for word in (str(kind), f"{kind}s")},
    "contradicts": RelationKind.CONTRADICTION,
}

_TEXTS = ("", "commenting", "describing", "questioning", "assessing", "editing", "moderating", "bookmarking")
_PAGE = "page="


@frozen
class Said:
    """What bodies say.

    Attributes:
        remark: What they say of the places, which are not among it.
        links: The addresses among them.
        classes: What they call what the annotation is about.
        tags: How they tag it.
        unread: How many of them have no place in a map.
        replies: How many of them answer others.
    """

    remark: Remark
    links: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    unread: int = 0
    replies: int = 0


def said(annotation: Annotation) -> Said:
    """Return what the bodies of an annotation say."""
    bodies = [body for body in annotation.bodies if body.value is not None and not body.is_choice]
    by_purpose: dict[str, list[str]] = {}
    for body in bodies:
        by_purpose.setdefault(body.purpose, []).append(_words(body))
    statement = next((body for body in bodies if own.only(body.id, "statement")), None)
    note, texts = None, [_words(body) for body in bodies if body.purpose in _TEXTS and not _is_stance(annotation, body)]
    if statement is not None:
        note = next(iter(by_purpose.get("commenting", ())), None)
        texts = [statement.value or ""]
    kind, classes = kind_and_tags(by_purpose.get("classifying", ()))
    tags = (*classes, *by_purpose.get("tagging", ()))
    if kind is None:
        kind, tags = kind_and_tags(tags)
    if kind is None and annotation.motivation == "questioning":
        kind = Kind.QUESTION
    name = own.only(statement.id, "statement") if statement else None
    remark = Remark(
        "\n\n".join(texts),
        kind,
        tags,
        note=note,
        id=name if name and is_id(name) else None,
        citation=_citation(annotation),
    )
    links = tuple(body.id for body in annotation.bodies if body.value is None and body.id)
    read = {*_TEXTS, "classifying", "tagging", "replying"}
    unread = sum(body.value is None or body.is_choice or body.purpose not in read for body in annotation.bodies)
    words_of = {name: tuple(there) for name, there in by_purpose.items()}
    return Said(
        remark,
        links,
        words_of.get("classifying", ()),
        words_of.get("tagging", ()),
        unread,
        len(words_of.get("replying", ())),
    )


def _words(body: Body) -> str:
    return words(body.value or "") if body.is_html else body.value or ""


def _is_stance(annotation: Annotation, body: Body) -> bool:
    return annotation.motivation == body.purpose == "assessing" and body.value in list(Stance)


def _citation(annotation: Annotation) -> tuple[str, Stance] | None:
    """Return the citation that an annotation is, if it assesses what stands there as evidence."""
    stances = [body.value for body in annotation.bodies if _is_stance(annotation, body)]
    named = own.parts(annotation.id, "cite")
    return (named[0] if named else "", Stance(stances[0])) if stances and stances[0] else None


def place_of(target: Target, source_id: str = "") -> Place | None:
    """Return the place that a target is; None where only what is no address or no words tells it.

    Args:
        target: The target.
        source_id: Id of its source, where argmap wrote it.
    """
    if not target.source or target.source == own.MAP or own.only(target.source, "statement"):
        return None
    named = own.only(target.source, "source") or source_id
    key = f"{named} {target.source}" if is_id(named) else target.source
    source = record_of(target.source, own=named) if is_id(named) else record_of(target.source)
    if not target.selectors:
        return Place(source, key)
    return _part(source, key, target.selectors)


def _part(source: Source, key: str, selectors: Sequence[dict[str, Any]]) -> Place | None:
    found = [each for selector in selectors for each in _selected(selector)]
    written = [each for selector in selectors for each in _written(selector)]
    locator = next((page for selector in selectors if (page := _page(selector))), None)
    directives = [each for each, is_directive in found if is_directive]
    chosen = written or directives or [each for each, _ in found]
    return Place(source, key, tuple(dict.fromkeys(chosen)), locator) if chosen or locator else None


def _page(selector: dict[str, Any]) -> str | None:
    """Return the page that a selector names."""
    value = selector.get("value")
    if is_a(selector, LOCATOR):
        return value if isinstance(value, str) and value else None
    if is_a(selector, "FragmentSelector") and isinstance(value, str) and value.startswith(_PAGE):
        number = value.removeprefix(_PAGE)
        return f"p. {number}" if number.isdecimal() else None
    label, index = selector.get("label"), selector.get("index")
    if is_a(selector, "PageSelector") and (isinstance(label, str) or isinstance(index, int)):
        return f"p. {label}" if isinstance(label, str) and label.strip() else f"p. {int(index or 0) + 1}"
    return None


def _selected(selector: dict[str, Any]) -> list[tuple[Selector, bool]]:
    """Return what a selector selects in words, and whether a text directive does."""
    if is_a(selector, "FragmentSelector") and isinstance(selector.get("value"), str):
        return [(directive.selector, True) for directive in read_directives(f"#{selector['value']}")]
    if is_a(selector, "TextQuoteSelector"):
        exact, prefix, suffix = (_text(selector.get(name)) for name in ("exact", "prefix", "suffix"))
        quotation = selector_of(exact, prefix, suffix)
        return [(quotation, False)] if quotation else []
    return []


def _written(selector: dict[str, Any]) -> list[Selector]:
    """Return the selector of a map that argmap wrote beside those of the model."""
    quotation, nth = selector.get(SELECTOR), selector.get(NTH)
    number = nth if isinstance(nth, int) and not isinstance(nth, bool) and nth > 0 else None
    return [Selector(quotation, number)] if isinstance(quotation, str) and quotation.strip() else []


def quotation(target: Target) -> str:
    """Return the words that a target quotes."""
    exact = (_text(s.get("exact")) for s in target.selectors if is_a(s, "TextQuoteSelector"))
    return next((words for words in exact if words and words.strip()), "")


def unusable(target: Target) -> list[str]:
    """Name the sorts of the selectors of a target, none of which leads to words."""
    return sorted({name for selector in target.selectors for name in strings(selector.get("type"))}) or ["no selector"]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def is_of_the_model(context: object) -> bool:
    """Tell whether a context is that of annotations."""
    return CONTEXT in strings(context)


def remark_of(annotation: Annotation, known: Said | None = None) -> Remark:
    """Return what an annotation says of what places.

    Args:
        annotation: The annotation.
        known: What its bodies say, where that is known already.
    """
    named = own.parts(annotation.id, "from") or own.parts(annotation.id, "cite") or []
    ids = [*named[1:], *[""] * len(annotation.targets)]
    places = (place_of(target, name) for target, name in zip(annotation.targets, ids, strict=False))
    quotations = (quotation(target) for target in annotation.targets)
    remark = (known or said(annotation)).remark
    return evolve(
        remark,
        places=tuple(place for place in places if place),
        quote=next((words for words in quotations if words), ""),
    )
