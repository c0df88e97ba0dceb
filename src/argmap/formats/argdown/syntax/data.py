"""YAML inside Argdown: front matter and the data in braces, read as YAML 1.2 with dates kept as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from argmap.formats.argdown.syntax.values import plain_value

_BLOCK_START = re.compile(r"\{[ \t]*\n")
_BLOCK_END = re.compile(r"\}\s*\Z")
_FRONT_MATTER_START = re.compile(r"\s*={3,}")
_FRONT_MATTER_END = re.compile(r"(?<!=)={3,}+\s*\Z")

_SIMPLE = re.compile(r" ?([A-Za-z][A-Za-z_]*): ([A-Za-z0-9](?:[\w ()/.;'+-]*[\w).])?)\Z")
# What the reference reads and YAML 1.1 does not: a colon right before a bracket or a comma ends a key, and one before a
# word is part of it. Quoted texts are skipped.
_TIGHT = re.compile(r"""\"(?:\\.|[^"\\])*+(?:"|\\?\Z)|'[^']*'|:(?=[\[{,])|(?<=[\s,\[{]):[^\s,:\[\]{}"']+""", re.DOTALL)
_MAX_VALUES = 100_000


class BrokenData(Exception):  # noqa: N818
    """Data that is not YAML.

    Attributes:
        start: Where it fails, counted from the first character of the data with its braces or its line of ``===``.
        end: The offset after that.
    """

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start, self.end = start, end


def load_data(image: str) -> Any:
    """Return the value of data in braces; braces on lines of their own hold block YAML.

    Raises:
        BrokenData: It is not YAML.

    Example:
        >>> load_data("{scheme: example, tags: [a, 1]}")
        {'scheme': 'example', 'tags': ['a', 1]}
    """
    start = _BLOCK_START.match(image)
    if start:
        return _load(_BLOCK_END.sub("", image[start.end() :]), start.end(), len(image))
    return _load(image, 0, len(image))


def load_front_matter(image: str) -> Any:
    """Return the value of front matter with its lines of ``===``.

    Raises:
        BrokenData: It is not YAML.
    """
    start = _FRONT_MATTER_START.match(image)
    offset = start.end() if start else 0
    return _load(_FRONT_MATTER_END.sub("", image[offset:]), offset, len(image))


def _load(text: str, offset: int, limit: int) -> Any:
    simple = _simple(text)
    if simple is not None:
        return simple
    import yaml

    try:
        return _build(text, offset)
    except yaml.MarkedYAMLError as error:
        spaced = _TIGHT.sub(_loosened, text)
        if spaced != text:
            return _load(spaced, offset, limit)
        if error.context_mark and "quoted scalar" in (error.context or ""):
            start = offset + error.context_mark.index
            raise BrokenData("the quotation mark that opens here is not closed", start, start + 1) from None
        mark = error.problem_mark or error.context_mark
        start = min(offset + (mark.index if mark else 0), limit - 1)
        raise BrokenData(f"the data is not YAML: {_in_words(error, text)}", start, start + 1) from None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise BrokenData(f"the data is not YAML: {error}", offset, limit) from None


def _in_words(error: Any, text: str) -> str:
    """Say what is wrong where data fails."""
    problem = error.problem or ""
    rest = text[error.problem_mark.index :].strip() if error.problem_mark else ""
    if problem.startswith("did not find expected ',' or '"):
        closing = problem[-2]
        if not rest:
            return f"a '{closing}' is missing at the end"
        if rest[0] == ":":
            return "a text with a colon in it needs quotation marks"
        what = f"a '{closing}'" if rest[0] in "]}" else f"a comma or a '{closing}'"
        return f"{what} is missing before this, or quotation marks around the text"
    if "cannot start any token" in problem and rest:
        return f"a text that begins with {rest[0]!r} needs quotation marks"
    return " ".join(filter(None, (error.context, problem))) or "it cannot be read"


def _loosened(found: re.Match[str]) -> str:
    if found[0][0] != ":":
        return found[0]
    return ": " if found[0] == ":" else f'"{found[0]}"'


def _build(text: str, offset: int) -> Any:
    import yaml

    return _Builder(offset).build(yaml.parse(text + "\n", Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _simple(text: str) -> dict[str, Any] | None:
    """Read the most common data, lines of ``key: words`` or braces around them, without the YAML parser."""
    lines = text[1:-1].split(",") if text[:1] == "{" and text[-1:] == "}" else text.strip("\n").split("\n")
    values: dict[str, Any] = {}
    for line in lines:
        found = _SIMPLE.match(line)
        if not found or found[1] in values:
            return None
        values[found[1]] = plain_value(found[2])
    return values


class _Builder:
    """Turns events into a value, without recursion."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.anchors: dict[str, Any] = {}
        self.count = 0

    def build(self, events: Iterator[Any]) -> Any:
        import yaml

        root: list[tuple[Any, Any]] = []
        stack: list[tuple[Any, list[tuple[Any, Any]], str | None]] = [([], root, None)]
        documents = 0
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                value = self._scalar(event)
                self._keep(event.anchor, value)
                stack[-1][1].append((value, event))
            elif isinstance(event, yaml.AliasEvent):
                stack[-1][1].append((self._aliased(event), event))
            elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
                value = {} if isinstance(event, yaml.MappingStartEvent) else []
                self.anchors.pop(event.anchor or "", None)
                stack.append((value, [], event.anchor))
            elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                value, items, anchor = stack.pop()
                self._finish(value, items)
                self._keep(anchor, value)
                stack[-1][1].append((value, event))
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._broken("the data must be one YAML document: remove '---'", event)
        return root[0][0] if root else None

    def _broken(self, message: str, event: Any) -> BrokenData:
        return BrokenData(
            message,
            self.offset + event.start_mark.index,
            self.offset + max(event.end_mark.index, event.start_mark.index + 1),
        )

    def _keep(self, anchor: str | None, value: Any) -> None:
        if anchor:
            self.anchors[anchor] = value

    def _aliased(self, event: Any) -> Any:
        if event.anchor not in self.anchors:
            raise self._broken(f"nothing is named '&{event.anchor}' above: write the value itself", event)
        value = self.anchors[event.anchor]
        self.count += _size(value, _MAX_VALUES)
        if self.count > _MAX_VALUES:
            raise self._broken("there are too many aliases of aliases: write the values themselves", event)
        return value

    def _finish(self, value: Any, items: list[tuple[Any, Any]]) -> None:
        if isinstance(value, list):
            value.extend(item for item, _ in items)
            return
        merged: list[Any] = []
        for index in range(0, len(items) - 1, 2):
            key, inner = _key(items[index][0]), items[index + 1][0]
            if key == "<<" and isinstance(inner, (dict, list)):
                merged.extend(inner if isinstance(inner, list) else [inner])
            elif key in value:
                raise self._broken(f"the key {key!r} is here twice: keep one", items[index][1])
            else:
                value[key] = inner
        for source in merged:
            for key, inherited in source.items() if isinstance(source, dict) else ():
                value.setdefault(key, inherited)

    def _scalar(self, event: Any) -> Any:
        if event.tag and event.tag.startswith("tag:yaml.org,2002:"):
            return event.value if event.tag.endswith(":str") else plain_value(event.value)
        if event.tag and event.tag != "!":
            raise self._broken(f"there is no YAML tag {event.tag!r}: write the value without it", event)
        return plain_value(event.value) if event.implicit[0] and event.style in (None, "") else event.value


def _size(value: Any, limit: int) -> int:
    """Count the values inside a value, up to a limit."""
    count, stack = 0, [value]
    while stack and count <= limit:
        value = stack.pop()
        count += 1
        if isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
    return count


def _key(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return ",".join("" if entry is None else str(entry) for entry in value)
    return str(value)
