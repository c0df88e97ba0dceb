"""Citations that are not written as they are read: what is wrong with each, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import evolve, frozen

from argmap.evidence.passages.fragments import DELIMITER, read_directives
from argmap.native.citation import CLOSING, ENDS, OPENING, SOURCE, Reference, parse, short
from argmap.native.citing.locators import is_locator
from argmap.native.scalars import brief

_SOURCE_LAST = re.compile(rf"[{OPENING}](?P<quote>.+)[{CLOSING}](?P<tail>[^{OPENING}{CLOSING}…]+)\Z", re.DOTALL)
_SOURCE = re.compile(rf"{SOURCE}(?:[\s,;:]+(?P<at>.*))?\Z", re.DOTALL)
_OPEN = re.compile(rf"{SOURCE}[\s,:]+[{OPENING}](?P<quote>[^{OPENING}{CLOSING}]+)\Z", re.DOTALL)
_SINGLE = re.compile(rf"{SOURCE}[\s,:]+['‘‚‹](?P<quote>.+)['’‘›](?P<tail>[^'’‘›]*)\Z", re.DOTALL)
ESCAPED = '\\"'
BACKSLASH = "a backslash before a quotation mark is a part of the quotation:"
"""What is said of such a mark, up to the words "write …"."""
_EDGES = " \t\r\n,;:.()[]–—-"


@frozen
class Slip:
    """A citation that is not written as it is read.

    Attributes:
        reason: What is wrong, up to the words "write …".
        mended: What was most likely meant; empty where nobody can tell.
        other: What else may have been meant, with the words that say when; empty where nothing is.
        is_meant: Whether the mended one is to be read instead: what is written has no other meaning.
    """

    reason: str
    mended: str = ""
    other: tuple[str, str] | None = None
    is_meant: bool = False

    def message(self, write: Callable[[str], str]) -> str:
        """Return the message of the finding.

        Args:
            write: A short form to what stands in the author's file.
        """
        said = f"{self.reason} write {brief(write(self.mended))}" if self.mended else self.reason
        return f"{said}; or, {self.other[0]}, {brief(write(self.other[1]))}" if self.other else said


def slip(text: str, read: Reference, about: str | None) -> Slip | None:
    """Return what is wrong with a short form; None for one that is read as it is written.

    Args:
        text: The short form.
        read: What it was read as.
        about: Id of the source that the map is about, if it has one.

    Example:
        >>> found = slip('"two wells" letter p. 2', parse('"two wells" letter p. 2'), None)
        >>> found.message(str)
        'the source comes before the quotation: write letter "two wells" p. 2'
        >>> slip('letter "two wells" p. 2', parse('letter "two wells" p. 2'), None) is None
        True
    """
    text = text.strip()
    if DELIMITER in text:
        return _address(text)
    found = (
        _backslashes(read, about)
        or _in_quotation_marks(text, read)
        or (_source_last(text, about) if text[:1] in OPENING else None)
    )
    if found:
        return found
    if read.selector and read.locator and not is_locator(read.locator) and not text.endswith(f'"{read.locator}"'):
        source, nth = f"{read.source} " if read.source else "", f" ({read.selector.nth})" if read.selector.nth else ""
        mended = f'{source}"{read.selector.quote}"{nth} "{read.locator}"'
        reason = f"{brief(read.locator, 60)!r} is not a page, section or the like"
        if parse(mended) != read:
            return Slip(f"{reason}: write the citation as a record, with the place under 'at:'")
        return Slip(f"{reason}, and is not looked up; if it says the place,", mended)
    return _unquoted(text, about) if read.source is None else None


def _address(text: str) -> Slip | None:
    """Return what is wrong with an address that has text directives."""
    directives = read_directives(text.split(maxsplit=1)[0])
    if not directives:
        return Slip("the address names no passage: write it without '#:~:', or with '#:~:text=' and the words")
    if len(directives) > 1:
        return Slip("the address names several passages, and the first is read: write a citation for each")
    return None


def _backslashes(read: Reference, about: str | None) -> Slip | None:
    """Return the slip of backslashes before quotation marks, which stand for themselves here."""
    if read.selector is None or ESCAPED not in read.selector.quote:
        return None
    selector = evolve(read.selector, quote=read.selector.quote.replace(ESCAPED, '"'))
    mended = short(read.source or about or "", selector, read.locator, about)
    return Slip(BACKSLASH, mended, is_meant=True) if mended else Slip(f"{BACKSLASH} delete it")


def _in_quotation_marks(text: str, read: Reference) -> Slip | None:
    """Return what is wrong with a quotation that is read: its ends apart, or a remark after it."""
    if read.selector is None:
        return None
    if read.locator and read.locator.strip(_EDGES).lower() == "fair":
        return Slip("that a quotation is fair is said in a record: {source: id, quote: phrase … phrase, fair: true}")
    ends = ENDS.fullmatch(read.selector.quote)
    if ends is None:
        return None
    mended = text.replace(read.selector.quote, f"{ends[1]} … {ends[2]}")
    return Slip("both ends of a passage stand in one pair of quotation marks:", mended, is_meant=True)


def _source_last(text: str, about: str | None) -> Slip | None:
    """Return the slip of a quotation with its source after it."""
    found = _SOURCE_LAST.match(text)
    tail = found["tail"].strip(_EDGES) if found else ""
    if not found or not tail or is_locator(tail):
        return None
    named = _SOURCE.match(tail)
    if not named or not (named["at"] is None or is_locator(named["at"].strip(_EDGES))):
        *before, last = tail.split()
        at, named = " ".join(before).strip(_EDGES), _SOURCE.match(last)
        if not named or named["at"] or not is_locator(at):
            return None
    else:
        at = (named["at"] or "").strip(_EDGES)
    mended = f'{named["source"]} "{found["quote"]}"' + (f" {at}" if at else "")
    other = (f"where it is a place in {about!r}", f'"{found["quote"]}" "{tail}"') if about and not at else None
    return Slip("the source comes before the quotation:", mended, other, is_meant=about is None)


def _unquoted(text: str, about: str | None) -> Slip | None:
    """Return the slip of a source and a phrase without its quotation marks, or with others, or with one alone."""
    found = _OPEN.match(text)
    if found:
        mended = f'{found["source"]} "{found["quote"].strip()}"'
        return Slip("the quotation mark that opens here is not closed:", mended, is_meant=about is None)
    single = _SINGLE.match(text)
    tail = single["tail"].strip(_EDGES) if single else ""
    if single and (not tail or is_locator(tail)):
        mended = f'{single["source"]} "{single["quote"]}"' + (f" {tail}" if tail else "")
        return Slip("a phrase stands in double quotation marks:", mended, is_meant=about is None)
    return None
