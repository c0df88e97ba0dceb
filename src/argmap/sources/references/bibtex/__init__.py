"""BibTeX and BibLaTeX (extra ``bib``)."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from argmap import collector
from argmap.errors import ConvertError, MissingExtraError
from argmap.sources.references import Fault, Listing, References
from argmap.sources.references.bibtex.inheritance import Raw, complete
from argmap.sources.references.bibtex.record import entry_of
from argmap.sources.references.bibtex.values import joined

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Entry as BibtexEntry
    from bibtexparser.model import ParsingFailedBlock

_BEGINS = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_KEY = re.compile(r"@[ \t]*\w+[ \t]*[{(]\s*([^\s,{}=]*)")
_NO_KEY = re.compile(r"^([ \t]*+@(?!string\b)\w++[ \t]*+\{)(?=\s*+[A-Za-z]\w*+\s*+=)", re.MULTILINE | re.IGNORECASE)
_COMMA_IN_KEY = re.compile(r"^([ \t]*+@\w++[ \t]*+\{[^\s,={}\"]++),(?=[^\s,={}\"]++,[ \t]*+$)", re.MULTILINE)
"""What Scopus writes of names with commas: the key goes on after it."""
_NO_WORKS = ("xdata", "set", "control", "bibnote")


def read(text: str) -> Listing:
    """Read the entries of a file; raises `ConvertError` for another format, and `MissingExtraError`."""
    try:
        import pylatexenc  # type: ignore[import-untyped]  # noqa: F401
        from bibtexparser.entrypoint import parse_string
    except ImportError as error:
        missing = "pylatexenc" if error.name and error.name.startswith("pylatexenc") else "bibtexparser 2"
        raise MissingExtraError("reading BibTeX", missing, "bib") from None
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(_NO_KEY.sub(r"\1,", _COMMA_IN_KEY.sub(r"\1-", text)), parse_stack=[])
    if not library.entries and not library.failed_blocks:
        raise ConvertError("this is not BibTeX: there is no entry in it")
    faults: list[Fault] = []
    works = (raw for raw in complete(_raws(library, faults)) if raw.kind not in _NO_WORKS)
    with collector.at_work():  # pylatexenc makes classes for each text
        return Listing(tuple(map(entry_of, works)), tuple(faults))


def _raws(library: Library, faults: list[Fault]) -> list[Raw]:
    """Return the entries as they are written, abbreviations spelled out; what cannot be read is noted as a fault."""
    from bibtexparser.model import Entry, ParsingFailedBlock, String

    strings: dict[str, str] = {}
    found = []
    for block in library.blocks:
        standing = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
        line = (block.start_line or 0) + 1
        try:
            if isinstance(standing, String):
                strings[standing.key.lower()] = joined(standing.value, strings, set())
            elif isinstance(standing, Entry):
                found.append(_raw(standing, line, strings))
            elif isinstance(block, ParsingFailedBlock):
                faults.append(Fault(line, _why(block)))
        except ConvertError as error:
            faults.append(Fault(line, f"{getattr(standing, 'key', '')!r} cannot be read: {error}"))
    return found


def _raw(entry: BibtexEntry, line: int, strings: dict[str, str]) -> Raw:
    fields: dict[str, str] = {}
    unknown: set[str] = set()
    twice = []
    for each in entry.fields:
        name = each.key.lower()
        if name in fields:
            twice.append(f"a second {name}")
        else:
            fields[name] = joined(str(each.value), strings, unknown)
    undefined = (f"what {name!r} stands for" for name in sorted(unknown))
    return Raw(entry.key, entry.entry_type.lower(), line, fields, (*twice, *undefined))


def _why(block: ParsingFailedBlock) -> str:
    """Say what is wrong with an entry that cannot be read."""
    found = _KEY.match(block.raw or "")
    name = repr(found[1]) if found and found[1] else "an entry"
    if "=" in str(getattr(block.error, "abort_reason", "")):
        return f"{name} cannot be read: a field lacks its '=', or a comma is missing or one too many"
    return f"{name} cannot be read: it is not closed; a brace or a quotation mark is missing"


REFERENCES = References(
    title="BibTeX", suffixes=(".bib",), looks_right=lambda text: bool(_BEGINS.search(text)), read=read
)
