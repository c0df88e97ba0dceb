"""The source records in the front matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.formats.argdown.reading.citations import check_keys
from argmap.formats.argdown.syntax.values import as_list, as_text
from argmap.model.sources import Intake, Reliability, Source, SourceKind
from argmap.native import fields
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span


def read_sources(value: Any, span_of: Callable[[str], Span], flaws: Flaws) -> tuple[Source, ...]:
    """Return the sources, from the value of ``sources``: ids with records or titles.

    Args:
        value: The value.
        span_of: Returns where a key is in the front matter, `sources` or an id below it.
        flaws: Where flaws are noted.
    """
    if not value:
        return ()
    if not isinstance(value, dict):
        message = "'sources' takes ids with their records, as in 'memo: {title: …}'"
        flaws.add(WRONG_VALUE, message, span_of("sources"))
        return ()
    return tuple(_source(name, record, span_of(name), flaws) for name, record in value.items())


def _source(name: str, record: Any, span: Span, flaws: Flaws) -> Source:
    if not isinstance(record, dict):
        return Source(name, as_text(record) or "", span=span)
    check_keys(record, fields.SOURCE, "a source record", name, span, flaws)
    values: dict[str, Any] = {}
    for key, (shape, _) in fields.SOURCE.items():
        value = record.get(key)
        if value is None or key in ("$schema", "id"):
            continue
        values[key.replace("-", "_")] = _field(key, shape, value, name, span, flaws)
    return Source(name, span=span, **{key: value for key, value in values.items() if value is not None})


def _field(key: str, shape: str, value: Any, name: str, span: Span, flaws: Flaws) -> Any:
    if shape == "words":
        return tuple(text for item in as_list(value) if (text := as_text(item)) is not None)
    if shape == "reliability":
        record = value if isinstance(value, dict) else {"note": value}
        return Reliability(as_text(record.get("grade")), as_text(record.get("note")))
    if shape == "intake":
        return _intake(value, name, span, flaws)
    text = as_text(value)
    if shape == "source-kind" and text is not None:
        if text in list(SourceKind):
            return SourceKind(text)
        hint = did_you_mean(text, map(str, SourceKind)) or f"it must be one of {', '.join(SourceKind)}"
        flaws.add(WRONG_VALUE, f"'kind' cannot be {text!r}: {hint}", span, name)
        return None
    if text is None:
        flaws.add(WRONG_VALUE, f"{key!r} takes a text", span, name)
    return text


def _intake(value: Any, name: str, span: Span, flaws: Flaws) -> Intake | None:
    record = value if isinstance(value, dict) else {}
    check_keys(record, fields.INTAKE, "an intake", name, span, flaws)
    extractor, file, kept = record.get("extractor"), record.get("file"), _count(record.get("kept"))
    if not isinstance(extractor, str) or not isinstance(file, str) or kept is None:
        message = "'intake' is a record that argmap source writes: 'extractor', 'file', 'kept' …"
        flaws.add(WRONG_VALUE, message, span, name)
        return None
    lists = (as_list(record.get(key) or []) for key in ("left-out", "doubts"))
    left_out, doubts = (tuple(text for item in each if (text := as_text(item)) is not None) for each in lists)
    return Intake(extractor, file, kept, _count(record.get("visible")), left_out, doubts)


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
