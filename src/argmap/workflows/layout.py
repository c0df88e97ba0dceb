"""The canonical layout of maps and source records."""

from __future__ import annotations

from argmap import files, formats
from argmap.errors import ConvertError, ReadError


def laid_out(data: bytes, file: str, *, format: str | None = None, record: bool = False) -> tuple[str, str]:  # noqa: A002
    r"""Put a file into the canonical layout of its format.

    Args:
        data: What the file holds.
        file: Its path, for messages; its ending and what it holds tell the format, and ``-`` is YAML.
        format: Name of the format, where they do not tell.
        record: Whether it is a source record.

    Returns:
        The text before and after.

    Raises:
        ReadError: The file is not UTF-8 text, has a syntax error or is that of another program, or its format has no
            layout.
        UnknownNameError: There is no such format.

    Example:
        >>> before, after = laid_out(b"text: t.txt\ntitle: Survey", "survey.yaml", record=True)
        >>> after
        'title: Survey\ntext: t.txt\n'
    """
    name = format or (formats.STANDARD if file == "-" else formats.kind_of_page(file, data))
    lay_out = formats.named(name).lay_out if name else None
    if name is None and formats.candidates(file):
        raise ReadError(f"{file} was left alone: {formats.unclaimed(file)}")
    if lay_out is None:
        raise ReadError(f"{file}: argmap has no layout for this kind of file")
    decoded = files.decode(data)
    if decoded.flaw:
        raise ReadError(f"{file}{decoded.where}: {decoded.flaw}")
    try:
        after = _record(decoded.text) if record else lay_out(decoded.text)
    except ConvertError as error:
        raise ReadError(f"{file} was left alone: {error}") from None
    if after is None:
        raise ReadError(f"{file} has a syntax error and was left alone; argmap check shows where")
    return decoded.text, after


def _record(text: str) -> str | None:
    from argmap.native.format import format_yaml

    return format_yaml(text, "record")
