"""Data in braces and front matter to what they mean in the native document: passages, citations and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from attrs import define

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.sources import Reliability, Source, SourceKind
from argmap.native import citation as short_form
from argmap.native import fields
from argmap.native.ids import Names
from argmap.rules.unknown_key import RULE as UNKNOWN_KEY
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span


def as_text(value: Any) -> str | None:
    """Give a YAML value as text; None for what is no scalar.

    Example:
        >>> as_text(12), as_text(True), as_text(["a"])
        ('12', 'true', None)
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, (str, int, float)) else None


def as_list(value: Any) -> list[Any]:
    """Give a list as it is, and anything else as a list of one."""
    return value if isinstance(value, list) else [value]


@define
class Citing:
    """Reads what data says about sources.

    Attributes:
        flaws: Where flaws are noted.
        ids: The ids given so far.
        about: Id of the default source.
    """

    flaws: Flaws
    ids: Names
    about: str | None = None

    def passages(self, value: Any, owner: str, place: Span) -> tuple[Passage, ...]:
        """Read ``from``."""
        return tuple(
            Passage(source, selector, locator, place)
            for source, selector, locator, _ in self._places(value, owner, place, fields.PASSAGE)
        )

    def citations(self, value: Any, owner: str, place: Span) -> tuple[Citation, ...]:
        """Read ``cite``."""
        return tuple(self._citations(value, owner, place))

    def _citations(self, value: Any, owner: str, place: Span) -> Iterator[Citation]:
        for source, selector, locator, record in self._places(value, owner, place, fields.CITATION):
            given = as_text(record.get("id"))
            identity = given if given and self.ids.claim(given) else self.ids.make(f"{owner}@{source}")
            yield Citation(identity, source, selector, locator, self._stance(record, owner, place), place)

    def _stance(self, record: dict[str, Any], owner: str, place: Span) -> Stance:
        value = as_text(record.get("stance")) or "supports"
        if value not in list(Stance):
            hint = did_you_mean(value, map(str, Stance)) or f"one of {', '.join(Stance)} is right"
            self.flaws.add(WRONG_VALUE, f"'stance' cannot be {value!r}: {hint}", place, owner)
            return Stance.SUPPORTS
        return Stance(value)

    def _places(
        self, value: Any, owner: str, place: Span, known: dict[str, Any]
    ) -> Iterator[tuple[str, Selector | None, str | None, dict[str, Any]]]:
        for item in as_list(value):
            record: dict[str, Any] = {}
            if isinstance(item, dict):
                record = item
                self.check_keys(record, known, "a citation", owner, place)
                quote, number = as_text(record.get("quote")), record.get("nth")
                nth = number if isinstance(number, int) and number > 0 else None
                selector = Selector(quote, nth) if quote else None
                found = short_form.Reference(as_text(record.get("source")), selector, as_text(record.get("at")))
            elif text := as_text(item):
                found = short_form.parse(text)
            else:
                self.flaws.add(WRONG_VALUE, "a citation is a text, 'source \"phrase … phrase\" p. 12'", place, owner)
                continue
            source = found.source or self.about
            if source is None:
                message = (
                    "a citation needs a source: write 'id \"phrase … phrase\"', "
                    "or name the analysed text in the front matter with 'about:'"
                )
                if isinstance(item, str) and item.count('"') % 2:
                    message = (
                        "the quotation marks of this citation do not match: where a phrase has a comma or a colon, "
                        "put single ones around all of it, as in {cite: 'source \"phrase, phrase\" p. 12'}"
                    )
                self.flaws.add(WRONG_VALUE, message, place, owner)
                continue
            yield source, found.selector, found.locator, record

    def check_keys(self, record: dict[str, Any], known: dict[str, Any], what: str, owner: str, place: Span) -> None:
        """Note the keys that a record cannot have."""
        for key in record:
            if key not in known:
                hint = did_you_mean(key, known) or f"{what} may have {', '.join(k for k in known if k[0] != '$')}"
                self.flaws.add(UNKNOWN_KEY, f"unknown key {key!r} in {what}: {hint}", place, owner)

    def sources(self, value: Any, place_of: Callable[[str], Span]) -> tuple[Source, ...]:
        """Read ``sources``: ids with records or titles.

        Args:
            value: What stands there.
            place_of: Gives where a key stands in the front matter, `sources` or an id below it.
        """
        if not isinstance(value, dict):
            self.flaws.add(
                WRONG_VALUE, "'sources' takes ids with their records, as in 'memo: {title: …}'", place_of("sources")
            )
            return ()
        return tuple(self._source(name, record, place_of(name)) for name, record in value.items())

    def _source(self, name: str, record: Any, place: Span) -> Source:
        if not isinstance(record, dict):
            return Source(name, as_text(record) or "", span=place)
        self.check_keys(record, fields.SOURCE, "a source record", name, place)
        values: dict[str, Any] = {}
        for key, (shape, _) in fields.SOURCE.items():
            value = record.get(key)
            if value is None or key in ("$schema", "id"):
                continue
            values[key.replace("-", "_")] = self._field(key, shape, value, name, place)
        return Source(name, span=place, **{key: value for key, value in values.items() if value is not None})

    def _field(self, key: str, shape: str, value: Any, name: str, place: Span) -> Any:
        if shape == "words":
            return tuple(text for item in as_list(value) if (text := as_text(item)) is not None)
        if shape == "reliability":
            record = value if isinstance(value, dict) else {"note": value}
            return Reliability(as_text(record.get("grade")), as_text(record.get("note")))
        text = as_text(value)
        if shape == "source-kind" and text is not None:
            if text in list(SourceKind):
                return SourceKind(text)
            hint = did_you_mean(text, map(str, SourceKind)) or f"one of {', '.join(SourceKind)} is right"
            self.flaws.add(WRONG_VALUE, f"'kind' cannot be {text!r}: {hint}", place, name)
            return None
        if text is None:
            self.flaws.add(WRONG_VALUE, f"{key!r} takes a text", place, name)
        return text
