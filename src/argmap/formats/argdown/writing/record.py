"""What a statement or a source has besides its text, as data in braces."""

from __future__ import annotations

import re
from typing import Any

from argmap.model.citations import Citation, Passage, Stance
from argmap.model.sources import Intake, Source
from argmap.model.statements import Kind, Statement
from argmap.native import citation as short_form
from argmap.native import fields
from argmap.native.citing.same import SAME, run_of
from argmap.native.ids import Names
from argmap.native.reasons.measures import CREDENCE, WEIGHT

_TAG = re.compile(r"[\w-]+(?: [\w-]+)*\Z")


def is_plain_tag(tag: str) -> bool:
    """Tell whether a tag can follow a text, with ``#`` before it."""
    return (
        bool(_TAG.match(tag)) and tag.isprintable() and not any(ord(c) > 0xFFFF for c in tag) and tag not in list(Kind)
    )


def data_of(statement: Statement, about: str | None) -> dict[str, Any]:
    """Return the passages, citations and remarks of a statement."""
    data: dict[str, Any] = {}
    passages = [_cited(passage, about, {}) for passage in statement.passages]
    if passages:
        data["from"] = passages[0] if len(passages) == 1 else passages
    citations = _citations(statement, about)
    if citations:
        data["cite"] = citations[0] if len(citations) == 1 else citations
    if statement.note is not None:
        data["note"] = statement.note
    if statement.implicit:
        data["implicit"] = True
    if statement.voice is not None:
        data["voice"] = statement.voice.value
    if statement.credence is not None and CREDENCE.holds(statement.credence):
        data["credence"] = statement.credence
    if statement.standard is not None:
        data["standard"] = str(statement.standard)
    return data


def _citations(statement: Statement, about: str | None) -> list[Any]:
    ids = Names()
    extras = [_extra(citation, statement.id, ids) for citation in statement.citations]
    at = run_of(statement.passages, statement.citations, [not extra for extra in extras])
    found = [_cited(citation, about, extra) for citation, extra in zip(statement.citations, extras, strict=True)]
    if at is not None:
        found[at : at + len(statement.passages)] = [SAME]
    return found


def _extra(citation: Citation, owner: str, ids: Names) -> dict[str, Any]:
    """Return what a citation has and a passage has not."""
    usual = ids.next(f"{owner}@{citation.source}")
    ids.claim(citation.id)
    extra: dict[str, Any] = {"stance": str(citation.stance)} if citation.stance is not Stance.SUPPORTS else {}
    if citation.fair:
        extra["fair"] = True
    if citation.weight is not None and WEIGHT.holds(citation.weight):
        extra["weight"] = citation.weight
    if citation.id != usual:
        extra["id"] = citation.id
    return extra


def _cited(cited: Passage | Citation, about: str | None, extra: dict[str, Any]) -> Any:
    if not extra:
        short = short_form.short(cited.source, cited.selector, cited.locator, about)
        if short is not None:
            return short
    record: dict[str, Any] = {"source": cited.source}
    if cited.selector:
        record["quote"] = cited.selector.quote
        if cited.selector.nth:
            record["nth"] = cited.selector.nth
    if cited.locator is not None:
        record["at"] = cited.locator
    return record | extra


def _intake(intake: Intake) -> dict[str, Any]:
    parts = {name: getattr(intake, name.replace("-", "_")) for name in fields.INTAKE}
    plain = {name: list(part) if isinstance(part, tuple) else part for name, part in parts.items()}
    return {name: part for name, part in plain.items() if part not in (None, [])}


def record_of(source: Source) -> dict[str, Any]:
    """Return the fields of a source record."""
    record: dict[str, Any] = {}
    for key, (shape, _) in fields.SOURCE.items():
        value = getattr(source, key.replace("-", "_"), None)
        if key in ("$schema", "id") or not value:
            continue
        if shape == "words":
            record[key] = list(value)
        elif shape == "reliability":
            record[key] = {name: text for name in fields.RELIABILITY if (text := getattr(value, name)) is not None}
        elif shape == "intake":
            record[key] = _intake(value)
        else:
            record[key] = str(value)
    return record
