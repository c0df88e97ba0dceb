"""A table of tokens as it stands: layers, sentences, rows, and the annotations and relations in their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from attrs import define, field, frozen

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Span
from argmap.wording import quoted

_LAYER = re.compile(r"#T_(SP|CH|RL)=(.*)")
_ROW = re.compile(r"([0-9]{1,9}-[0-9]{1,9}(?:\.[0-9]{1,9})?)\t([0-9]{1,9})-([0-9]{1,9})\t([^\t]*)((?:\t[^\t]*)*)")
_VALUE = re.compile(r"((?:\\->|\\.|[^\\\[])*+)(?:\[([0-9]{1,9}(?:_[0-9]{1,9})?)\])?", re.DOTALL)
_STACK = re.compile(r"((?:\\.|[^|])*+)(?:\||$)", re.DOTALL)
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_IN_VALUE, _IN_TEXT = re.compile(r"->|[\\\[\]|_;\t\n\r*]"), re.compile(r"[\\\t\r\n]")
_LETTERS = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}
NOTHING, EMPTY = "_", "*"
"""What stands where there is no annotation, and where an annotation has no value."""


@frozen
class Layer:
    """A layer of annotations.

    Attributes:
        kind: ``SP`` for spans, ``CH`` for chains, ``RL`` for relations.
        name: Its name.
        columns: What each of its columns holds: features, slots with their targets; last, for relations, their base.
    """

    kind: str
    name: str
    columns: tuple[str, ...]

    @property
    def width(self) -> int:
        """Return the number of columns; a layer without features has one all the same."""
        return max(1, len(self.columns))

    @classmethod
    def of(cls, line: str) -> Layer | None:
        """Return the layer that a line declares; None for another line."""
        match = _LAYER.fullmatch(line)
        if match is None:
            return None
        name, *columns = match[2].split("|")
        return cls(match[1], name, tuple(columns))

    def __str__(self) -> str:
        """Return its line."""
        return f"#T_{self.kind}={'|'.join((self.name, *self.columns))}"


@frozen
class Row:
    """A token, or a part of one.

    Attributes:
        id: The numbers of its sentence and token, and of the part.
        span: Its offsets, as they are counted in the file.
        at: Its place in the file.
    """

    id: str
    span: Span
    at: Span = field(default=Span(0, 0), eq=False)

    @property
    def is_part(self) -> bool:
        """Tell whether it is a part of a token."""
        return "." in self.id


@define
class Annotation:
    """An annotation: in a layer, over one or more rows.

    Attributes:
        layer: Number of its layer.
        number: What tells it from others, where that is needed.
        values: Of its columns, as they stand.
        rows: Ids of its rows.
    """

    layer: int
    number: str | None
    values: tuple[str, ...]
    rows: list[str] = field(factory=list)


@define
class Table:
    """A table of tokens.

    Attributes:
        version: As the first line has it.
        layers: In order.
        sentences: The text of each, and its id where it has one.
        rows: In order.
        annotations: In order of their first rows.
    """

    version: str = "WebAnno TSV 3.3"
    layers: list[Layer] = field(factory=list)
    sentences: list[tuple[str, str | None]] = field(factory=list)
    rows: list[Row] = field(factory=list)
    annotations: list[Annotation] = field(factory=list)


def parse(flaws: Flaws) -> Table:
    """Read a table; lines that are none of it are noted as flaws.

    Raises:
        ConvertError: The first line does not say that it is one.
    """
    lines = flaws.text.split("\n")
    version = lines[0].strip().removeprefix("#FORMAT=")
    if not version.startswith("WebAnno TSV 3"):
        raise ConvertError("this is no WebAnno TSV 3: its first line is not '#FORMAT=WebAnno TSV 3.3'")
    reading = _Reading(Table(version), flaws)
    at = len(lines[0]) + 1
    for line in lines[1:]:
        reading.line(line.removesuffix("\r"), Span(at, at + len(line.removesuffix("\r"))))
        at += len(line) + 1
    return reading.table


@define
class _Reading:
    table: Table
    flaws: Flaws
    known: dict[tuple[int, str], Annotation] = field(factory=dict)
    name: str | None = None
    is_text: bool = False

    def line(self, line: str, at: Span) -> None:
        table = self.table
        layer = Layer.of(line)
        row = _ROW.fullmatch(line) if layer is None else None
        was_text, self.is_text = self.is_text, line.startswith("#Text=")
        if layer:
            table.layers.append(layer)
        elif self.is_text and was_text:
            text, known = table.sentences[-1]
            table.sentences[-1] = (f"{text}\n{unescaped(line[6:])}", known)
        elif self.is_text:
            table.sentences.append((unescaped(line[6:]), self.name))
            self.name = None
        elif line.startswith("#Sentence.id="):
            self.name = line.removeprefix("#Sentence.id=")
        elif row:
            table.rows.append(Row(row[1], Span(int(row[2]), int(row[3])), at))
            self._cells(row[1], row[5].split("\t")[1:], at)
        elif line.strip() and not line.startswith("#"):
            self.flaws.add(SYNTAX, f"{quoted(line)} is no row of tokens: write 1-1⇥0-5⇥Wells, where ⇥ is a tab", at)

    def _cells(self, row: str, cells: list[str], at: Span) -> None:
        first = 0
        for number, layer in enumerate(self.table.layers):
            own = cells[first : first + layer.width]
            first += layer.width
            stacks = [[] if cell in (NOTHING, "") else split(cell) for cell in own]
            stacks += [[]] * (layer.width - len(own))
            for values in zip_longest(*stacks, fillvalue=EMPTY):
                self._annotation(number, row, values)
        if len(cells) < first:
            self.flaws.add(SYNTAX, f"this row has {len(cells)} columns of annotations, but its layers {first}", at)

    def _annotation(self, layer: int, row: str, values: tuple[str, ...]) -> None:
        parts = [_VALUE.fullmatch(value) for value in values]
        ids = [part[2] for part in parts if part and part[2]] if self.table.layers[layer].kind == "SP" else []
        number = ids[0] if ids and "_" not in ids[0] else None
        bare = tuple(
            part[1] if part and number and part[2] == number else v for part, v in zip(parts, values, strict=True)
        )
        known = self.known.get((layer, number)) if number else None
        if known is None:
            known = Annotation(layer, number, bare)
            self.table.annotations.append(known)
            if number:
                self.known[layer, number] = known
        known.rows.append(row)


def split(cell: str) -> list[str]:
    """Return what is stacked in a cell.

    Example:
        >>> split("PER[1]|part[2]")
        ['PER[1]', 'part[2]']
    """
    found = [match[1] for match in _STACK.finditer(cell)]
    return found[:-1] if len(found) > 1 and not found[-1] and not cell.endswith("|") else found


def numbered(value: str) -> tuple[str, str | None]:
    """Return a value and the number after it.

    Example:
        >>> numbered("1-2[0_3]"), numbered("1-2")
        (('1-2', '0_3'), ('1-2', None))
    """
    match = _VALUE.fullmatch(value)
    return (match[1], match[2]) if match else (value, None)


def unescaped(value: str) -> str:
    r"""Return what a text or value says.

    Example:
        >>> unescaped(r"a\_b \-> c\td")
        'a_b -> c\td'
    """
    return _ESCAPED.sub(lambda match: {"t": "\t", "n": "\n", "r": "\r"}.get(match[1], match[1]), value)


def escaped(value: str) -> str:
    r"""Return a value as it stands in a cell.

    Example:
        >>> escaped("a_b -> c|d")
        'a\\_b \\-> c\\|d'
    """
    return _IN_VALUE.sub(lambda match: _LETTERS.get(match[0], f"\\{match[0]}"), value)


def serialise(table: Table, tokens: Sequence[str]) -> str:
    """Return the text of a file that holds a table.

    Args:
        table: The table.
        tokens: The words of each row.
    """
    touching: dict[str, list[Annotation]] = {}
    for annotation in table.annotations:
        for name in annotation.rows:
            touching.setdefault(name, []).append(annotation)
    lines = [f"#FORMAT={table.version}", *map(str, table.layers), ""]
    sentence = ""
    texts = iter(table.sentences)
    for row, token in zip(table.rows, tokens, strict=True):
        if row.id.partition("-")[0] != sentence:
            sentence = row.id.partition("-")[0]
            text, known = next(texts, ("", None))
            lines += ["", *([f"#Sentence.id={known}"] if known else [])]
            lines += [f"#Text={_IN_TEXT.sub(_letter, line)}" for line in text.split("\n")]
        cells = _cells(table.layers, touching.get(row.id, []))
        words = _IN_TEXT.sub(_letter, token)
        lines.append("\t".join([row.id, f"{row.span.start}-{row.span.end}", words, *cells, ""]))
    return "\n".join([*lines, ""])


def _letter(match: re.Match[str]) -> str:
    return _LETTERS.get(match[0], f"\\{match[0]}")


def _cells(layers: Sequence[Layer], annotations: Iterable[Annotation]) -> list[str]:
    """Return the cells of a row, layer by layer."""
    own: dict[int, list[Annotation]] = {}
    for annotation in annotations:
        own.setdefault(annotation.layer, []).append(annotation)
    cells: list[str] = []
    for number, layer in enumerate(layers):
        there = own.get(number, [])
        for column in range(layer.width):
            values = [_shown(each, column, layer) for each in there]
            cells.append("|".join(values) or NOTHING)
    return cells


def _shown(annotation: Annotation, column: int, layer: Layer) -> str:
    value = annotation.values[column] if column < len(annotation.values) else EMPTY
    is_target = column > 0 and layer.columns[column - 1 : column] and layer.columns[column - 1].startswith("ROLE_")
    return value if annotation.number is None or is_target else f"{value}[{annotation.number}]"
