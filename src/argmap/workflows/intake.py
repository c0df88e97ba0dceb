"""Taking documents in, from a file or from the web, and replacing the text of one."""

from __future__ import annotations

from codecs import BOM_UTF8
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path, PurePath
from urllib.parse import urlsplit

from attrs import evolve, frozen

from argmap import files
from argmap.errors import ConvertError, ReadError, UnknownNameError
from argmap.model.sources import Intake, Source
from argmap.native.characters import is_whole
from argmap.native.format import format_yaml
from argmap.native.ids import slug
from argmap.native.write import source_tree
from argmap.native.yaml.amend import with_value
from argmap.project.project import Project, folder_of
from argmap.sources.account import account, warnings
from argmap.sources.extract import Extracted
from argmap.sources.extraction import extract
from argmap.sources.fetch import Fetched, fetch
from argmap.workflows import records

_LONGEST_TITLE = 300
"""Characters; what is longer has slipped into the title of a file."""
DIRECTIVE = ":~:"
"""What browsers put after the fragment of an address, such as the words to show (URL Fragment Text Directives)."""


@frozen
class Taken:
    """A source that was taken in.

    Attributes:
        id: Of the source.
        record: Path of its record.
        text: Path of its text; None for a record alone.
        intake: What became of the file that the text was taken from; None for a record alone.
        before: The same of the file before this one, where the record says it.
        changed: Whether the text differs from the one before.
        warnings: What a person should look at, a sentence each.
    """

    id: str
    record: Path
    text: Path | None = None
    intake: Intake | None = None
    before: Intake | None = None
    changed: bool = True
    warnings: tuple[str, ...] = ()


def add(
    project: Project,
    data: bytes,
    name: str,
    *,
    facts: Source,
    encoding: str | None = None,
    extractor: str | None = None,
) -> Taken:
    """Take a document in as a new source: its text under ``seeds/texts``, and a record to complete.

    Args:
        project: Where to.
        data: What its file holds.
        name: Name of the file, or its address.
        facts: What is known about it; an empty id asks for one, and an empty title for that of the document.
        encoding: The file's character encoding, where someone knows it.
        extractor: Name of the extractor to use, whatever the file looks like.

    Raises:
        ReadError: The file has no text to be had, or the id is taken.
        MissingExtraError: An extra must be installed first.
    """
    found = _extracted(data, name, encoding=encoding, extractor=extractor)
    return _add(project, data, found, PurePath(name).stem, facts)


def add_from_web(
    project: Project,
    url: str,
    *,
    facts: Source,
    private: bool = False,
    encoding: str | None = None,
    extractor: str | None = None,
) -> Taken:
    """Fetch a document and take it in as a new source; its record says from where and when.

    Args:
        project: Where to.
        url: Its address; a text directive (``#:~:text=…``) in it is left out of the record.
        facts: What is known about it, as for `add`; a ``url`` there is written instead of the address.
        private: Whether it may be fetched from this machine or a private network.
        encoding: The document's character encoding, where someone knows better than its server.
        extractor: Name of the extractor to use, whatever the document looks like.

    Raises:
        ReadError: The document cannot be had or has no text, or the id is taken.
        MissingExtraError: An extra must be installed first.
    """
    if facts.id:
        records.new_path(project, facts.id)
    fetched = fetch(url, private=private)
    found = _fetched(fetched, encoding, extractor)
    parts = urlsplit(url)
    name = PurePath(parts.path).stem or parts.hostname or ""
    address = facts.url or url.partition(DIRECTIVE)[0].removesuffix("#")
    return _add(project, fetched.data, found, name, evolve(facts, url=address, retrieved=_today()))


def _add(project: Project, data: bytes, found: Extracted, name: str, facts: Source) -> Taken:
    title = facts.title or (found.title or "")[:_LONGEST_TITLE]
    wanted = facts.id or slug(title or name)
    path = records.new_path(project, wanted)
    text = project.inside(path.parent / "texts" / f"{wanted}.txt")
    intake = account(data, found)
    records.put(text, found.text.encode())
    records.put(
        path, records.content(evolve(facts, id=wanted, title=title, text=f"texts/{text.name}", intake=intake)).encode()
    )
    return Taken(wanted, path, text, intake, warnings=tuple(warnings(intake, found.left_out)))


def fetch_source(
    project: Project, name: str, *, private: bool = False, encoding: str | None = None, extractor: str | None = None
) -> Taken:
    """Fetch the document that a record's ``url`` names, and keep its text; the record says when.

    Args:
        project: The project.
        name: Id of the source.
        private: Whether it may be fetched from this machine or a private network.
        encoding: The document's character encoding, where someone knows better than its server.
        extractor: Name of the extractor to use.

    Raises:
        UnknownNameError: There is no such source.
        ReadError: The record has no address, or the document cannot be had; what was there stays.
    """
    source = known(project, name)
    if not source.url:
        raise ReadError(f"the record of {name!r} has no address: give it a 'url:'")
    fetched = fetch(source.url, private=private)
    return _replace(project, source, fetched.data, _fetched(fetched, encoding, extractor), retrieved=_today())


def update(
    project: Project, name: str, data: bytes, file: str, *, encoding: str | None = None, extractor: str | None = None
) -> Taken:
    """Replace the text of a source by that of a newer file; what was there stays when no text can be had.

    Raises:
        UnknownNameError: There is no such source.
        ReadError: The file has no text to be had.
    """
    found = _extracted(data, file, encoding=encoding, extractor=extractor)
    return _replace(project, known(project, name), data, found, retrieved=None)


def known(project: Project, name: str) -> Source:
    """Return the record of a source of the project; raises `UnknownNameError`."""
    if name not in project.records:
        raise UnknownNameError("source", name, project.records)
    return project.records[name]


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _extracted(
    data: bytes, name: str, *, media_type: str | None = None, encoding: str | None, extractor: str | None
) -> Extracted:
    try:
        return _whole(extract(data, name, media_type=media_type, encoding=encoding, extractor=extractor))
    except ReadError as error:
        raise ReadError(f"{name} cannot be used: {error}") from None


def _fetched(fetched: Fetched, encoding: str | None, extractor: str | None) -> Extracted:
    known_as = encoding or fetched.encoding
    return _extracted(fetched.data, fetched.url, media_type=fetched.media_type, encoding=known_as, extractor=extractor)


def _whole(found: Extracted) -> Extracted:
    """Return what was extracted without halves of characters, which no file can hold; where there are, it says so."""
    if is_whole(found.text) and is_whole(found.title or ""):
        return found
    text, title = (
        each.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for each in (found.text, found.title or "")
    )
    doubt = "the file holds halves of characters, for which \N{REPLACEMENT CHARACTER} stands in the text"
    return evolve(found, text=text, title=title, doubts=(*found.doubts, doubt))


def _laid_out_alike(before: str, after: str) -> str:
    """Return what a record holds after a change, in the canonical layout where it was in that before."""
    with suppress(ConvertError):
        if format_yaml(before, "record") == before:
            return format_yaml(after, "record") or after
    return after


def _replace(project: Project, source: Source, file: bytes, found: Extracted, *, retrieved: str | None) -> Taken:
    """Write the new text, then the keys of the record that change; comments and the rest of it stay."""
    record = files.absolute(source.record.file) if source.record else project.seeds / f"{source.id}.yaml"
    name = source.text if source.text and PurePath(source.text).suffix == ".txt" else f"texts/{source.id}.txt"
    text = project.inside(folder_of(source.record) / name)
    data = files.read_bytes(project.inside(record))
    decoded = files.decode(data)
    if decoded.flaw:
        raise ReadError(f"{files.shown(record)}{decoded.where}: {decoded.flaw}; nothing was written")
    intake = account(file, found)
    changes = source_tree(Source(source.id, text=name, intake=intake, retrieved=retrieved))
    after = decoded.text
    for key, value in changes.pairs:
        try:
            after = with_value(after, key.value or "", value)
        except ReadError as error:
            raise ReadError(f"{files.shown(record)} {error}; nothing was written") from None
    after = _laid_out_alike(decoded.text, after)
    is_new = not text.is_file() or files.read_bytes(text) != found.text.encode()
    records.put(text, found.text.encode())
    if after != decoded.text:
        mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
        files.write(files.shown(record), mark + after.encode())
    said = tuple(warnings(intake, found.left_out))
    return Taken(source.id, record, text, intake, before=source.intake, changed=is_new, warnings=said)
