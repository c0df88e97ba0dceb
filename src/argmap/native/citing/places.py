"""Tree to passages and citations: where in which source, in the short form or as a record."""

from __future__ import annotations

import re
from functools import partial

from argmap.errors import did_you_mean
from argmap.evidence.passages.fragments import FRAGMENT
from argmap.flaws import Flaws
from argmap.model.citations import Selector
from argmap.native import fields, values
from argmap.native.citation import ID, Reference, parse, short
from argmap.native.citing.slips import BACKSLASH, ESCAPED, slip
from argmap.native.instead import instead
from argmap.native.scalars import brief, inline, quoted
from argmap.native.tree import Mapping, Node, Scalar, Sequence, span
from argmap.native.values import Found
from argmap.rules.syntax import RULE as SYNTAX
from argmap.rules.wrong_value import RULE as WRONG_VALUE

_CUT = re.compile(r"(?:,[^\s,{}\[\]]+)+")
"""What brackets and braces cut off an address at its comma."""
_KEYS = {"a passage": fields.PASSAGE, "a citation": fields.CITATION}


def items(node: Node, flaws: Flaws, owner: str) -> list[Node]:
    """Return the items of a list of places; a quotation between brackets that its own commas cut is read as one."""
    found = values.items(node, flaws)
    if not isinstance(node, Sequence) or not node.flow:
        return found
    whole: list[list[Node]] = []
    is_open = False
    for item in found:
        if not is_open or not _is_plain(item):
            whole.append([])
            is_open = False
        whole[-1].append(item)
        is_open ^= _is_plain(item) and isinstance(item, Scalar) and (item.value or "").count('"') % 2 == 1
    return [item for parts in whole for item in _joined(parts, flaws, owner)]


def _joined(parts: list[Node], flaws: Flaws, owner: str) -> list[Node]:
    """Return the parts of a quotation as one text, and note what cut it; what closes no quotation stays as it is."""
    text = flaws.text[parts[0].start : parts[-1].end]
    if len(parts) == 1 or text.count('"') % 2:
        return parts
    written = " ".join(text.split())
    message = f"the quotation has a comma, so it needs quotes between brackets: write {brief(quoted(written))}"
    place = Scalar(written, parts[0].start, parts[-1].end, "'")
    flaws.add(SYNTAX, message, span(place), owner)
    return [place]


def _is_plain(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.style


def read_place(
    key: Scalar, node: Node, what: str, name: str, about: str | None, flaws: Flaws
) -> tuple[str, Selector | None, str | None, Found] | None:
    """Read source, selector and locator of a passage or citation.

    Args:
        key: The key that it stands under.
        node: The passage or citation.
        what: ``a passage`` or ``a citation``.
        name: Id of the statement.
        about: The source that it is of where it names none.
        flaws: Where slips are noted.

    Returns:
        Source, selector, locator, and the record, if it is one; None where there is no source.
    """
    record: Found = {}
    written: Node = node
    if type(node) is not Scalar:
        written = _after_colon(node, what, name, about, flaws) or values.unquoted(node, flaws, name) or node
    if isinstance(written, Mapping):
        record = values.record(written, _KEYS[what], what, flaws, name)
        if "source" not in record and "quote" not in record:
            message = f"{what} names a source, or phrases in 'quote:', or both"
            values.miss(written, ("source", "quote"), message, name, flaws)
            return None
        source, quote, locator = (
            values.text(*record[part], flaws, name) if part in record else None for part in ("source", "quote", "at")
        )
        if (source is None and "source" in record) or (quote is None and "quote" in record):
            return None
        nth = values.number(*record["nth"], flaws, name) if "nth" in record else None
        if quote and ESCAPED in quote:
            quote = quote.replace(ESCAPED, '"')
            message = f"{BACKSLASH} write quote: {brief(values.like(record['quote'][1], flaws, quote))}"
            flaws.add(WRONG_VALUE, message, span(record["quote"][1]), name)
        selector = Selector(quote, nth) if quote else None
    else:
        content = values.text(key, written, flaws, name)
        if content is None:
            return None
        read = _short(content, written, name, about, flaws)
        if read is None:
            return None
        source, selector, locator = read
    if source is None and about is None:
        message = f"{what} needs a source: write 'id \"phrase … phrase\"', or name the map's own source in 'about:'"
        flaws.add(WRONG_VALUE, message, span(node), name)
        return None
    return source or about or "", selector, locator, record


def _after_colon(node: Node, what: str, name: str, about: str | None, flaws: Flaws) -> Scalar | None:
    """Read a quotation after its source and a colon, which YAML takes for a key and a value."""
    if not isinstance(node, Mapping) or len(node.pairs) != 1:
        return None
    key, value = node.pairs[0]
    source = key.value or ""
    if not isinstance(value, Scalar) or not value.value or not ID.match(source):
        return None
    if not node.flow and not _is_quoted(value) and source != about:
        return None
    if source in fields.KNOWN or instead(what, source, name, []) or did_you_mean(source, _KEYS[what]):
        return None
    written = short(source, Selector(value.value), None, None)
    if written is None:
        return None
    message = f"no colon stands between a source and its quotation: write {brief(inline(written, flow=True))}"
    flaws.add(SYNTAX, message, span(node), name)
    return Scalar(written, node.start, node.end)


def _short(content: str, node: Node, name: str, about: str | None, flaws: Flaws) -> Reference | None:
    """Read the short form, and note where it is not written as it is read; None where nothing names a source."""
    cut = _CUT.match(flaws.text, node.end) if FRAGMENT in content and not _is_quoted(node) else None
    if cut:
        content += cut[0]
        flaws.add(WRONG_VALUE, f"an address with a comma needs quotes here: write {quoted(content)}", span(node), name)
    read = parse(content)
    found = slip(content, read, about)
    if found is None:
        return read
    flaws.add(WRONG_VALUE, found.message(partial(values.like, node, flaws)), span(node), name)
    if found.is_meant:
        return parse(found.mended)
    return read if read.source or about else None


def _is_quoted(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style in ("'", '"')
