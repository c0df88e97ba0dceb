"""Formats: one module each that reads a map, and perhaps writes it; and how the format of a file is told.

Those in which maps are authored stand here, those that other programs write in rooms by what their files are like.
"""

from __future__ import annotations

import inspect
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, TypeAlias

from attrs import field, frozen

from argmap import registry
from argmap.errors import UnknownNameError
from argmap.model.citations import Selector
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.text import Edit

STANDARD = "yaml"
"""The format of what comes without a name, such as standard input."""

Changes: TypeAlias = Mapping[tuple[str, Selector | None], Selector]
"""New selectors, by the id of the source and the selector that is written now."""


class Sign(IntEnum):
    """How much of what a file holds speaks for a format.

    Attributes:
        NONE: Nothing does.
        POSSIBLE: It may be meant as one: enough for a file that is named, and not for one that is found in a folder.
        LIKELY: It has what every map in the format has, and other formats may have too.
        SURE: It has what no other format has.
    """

    NONE = 0
    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


@frozen
class Writing:
    """A map in some format, and what that format could not say.

    Attributes:
        text: The whole file; empty for a format whose files are no text.
        findings: What was dropped or changed on the way, beside the parts that the format does not keep.
        data: The whole file, for a format whose files are no text.
        beside: What further files hold, by the ending that takes the place of the file's own, such as ``.txt``.
    """

    text: str
    findings: tuple[Finding, ...] = ()
    data: bytes | None = field(default=None, repr=False)
    beside: Mapping[str, bytes] = field(factory=dict, repr=False)

    @property
    def encoded(self) -> bytes:
        """Return the bytes of the file."""
        return self.text.encode("utf-8", "backslashreplace") if self.data is None else self.data


class Advice(NamedTuple):
    """How an author writes what a finding asks for; unless a format says otherwise, in the native language.

    Attributes:
        cite: Offering evidence.
        same: Offering the passage where the analysed text puts a statement forward.
        reason: Offering a reason, after "a reason".
        use: Using a statement as a reason or an objection.
        call_it_claim: Making another kind of statement a claim.
        passage: Saying where the analysed text puts a statement forward.
        elsewhere: Saying where another source does.
        implicit: Saying that no source does.
        source: Describing a source.
        fair: Saying that a person finds a quotation fair.
        outweigh: Saying what outweighs an objection.
        why: Saying why it does.
        object: Attacking a statement rather than a step.
        write_out: What is written where a statement is named, after "no statement is called …".
        group: Making a group.
        weight: Saying how much a reason weighs.
        standard: Saying what a statement must meet.
        by_title: Whether a statement may be named by its title.
    """

    cite: str = "add 'cite:'"
    same: str = "'cite: same'"
    reason: str = "under 'because:'"
    use: str = "use it under 'because:' or 'but:'"
    call_it_claim: str = "call it a claim"
    passage: str = "'from:'"
    elsewhere: str = "'from: SOURCE …'"
    implicit: str = "mark it 'implicit: true'"
    source: str = "under 'sources:'"
    fair: str = "write `fair: true` in the citation's record"
    outweigh: str = "under 'outweighed-by:'"
    why: str = "under 'note:'"
    object: str = "under 'but:'"
    write_out: str = "to write it here, give it a kind, as in 'premise: …'"
    group: str = "give it a heading under 'groups:'"
    weight: str = "write {reason: id, weight: 0.7}"
    standard: str = "'standard:'"
    by_title: bool = False


_NATIVE = Advice()


@frozen
class Format:
    """A module's declaration that it reads, and perhaps writes, a format.

    Attributes:
        title: Its name for people.
        suffixes: The file endings it goes by, each with its dot; several formats may go by the same, and one of two
            parts, such as ``.aif.json``, tells apart those that share its last part.
        read: Text and file name to a map; what reading it found is in ``map.origin.findings``. Never raises for what a
            user wrote; raises `ConvertError` only when the text is not of that format at all.
        read_bytes: The same for a format whose files are no text in UTF-8; it takes the place of ``read``.
        sniff: How much of what a file holds speaks for the format, by which files with the same ending are told apart,
            and maps in a folder from other files; None where every file with the ending is a map in it.
        write: Map to text, or None for a format that is only read.
        keeps: Names of the parts of a map that are written (see `parts`), where the writer leaves it to the caller to
            say what is lost; None where it says so itself.
        annex: Name of the format whose annex it reads and writes, where that is another.
        needs_texts: Whether what is written holds texts of sources, which are then in ``map.texts``.
        lay_out: Text to text in the canonical layout, or to None where it has a syntax error; raises `ConvertError` for
            what another program wrote. None for a format that has no layout of its own.
        names: Text and file name to the names of the maps in it, by which `read` takes them, for a format whose files
            may hold several; None where a file is a map.
        cite: The short form of a citation to what an author pastes into a file; None where there is nothing to paste.
        edits: A map as it was read, and new selectors, to the edits of its file that put them in place; an edit that
            changes nothing stands for a citation written in a way that a program cannot mend.
        fences: The words after a Markdown fence that say that the block holds a map in the format.
        advice: What its authors are told to write.
        known_by: What is in every file of the format, where its author may have forgotten it, as messages put it.
        keeps_look: Whether what is written says how the map is drawn, as `Look` has it.
        takes_columns: Whether ``read_bytes`` takes the heads of columns by what they hold, as a third argument.
    """

    title: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], ArgumentMap] | None = None
    read_bytes: Callable[..., ArgumentMap] | None = None
    sniff: Callable[[bytes], Sign] | None = None
    write: Callable[[ArgumentMap], Writing] | None = None
    keeps: frozenset[str] | None = None
    annex: str = ""
    needs_texts: bool = False
    lay_out: Callable[[str], str | None] | None = None
    names: Callable[[str, str], list[str]] | None = None
    cite: Callable[[str], str] | None = None
    edits: Callable[[ArgumentMap, Changes], list[Edit]] | None = None
    fences: tuple[str, ...] = ()
    advice: Advice = _NATIVE
    known_by: str = ""
    keeps_look: bool = False
    takes_columns: bool = False

    @property
    def is_authored(self) -> bool:
        """Tell whether people write maps in it, rather than other programs."""
        return self.lay_out is not None

    def of_text(self, text: str, file: str) -> ArgumentMap:
        """Read a map from text; raises `ConvertError` where it is not of the format at all."""
        if self.read is not None:
            return self.read(text, file)
        return self.of_bytes(text.encode("utf-8", "surrogatepass"), file)

    def of_bytes(self, data: bytes, file: str, columns: Mapping[str, str] | None = None) -> ArgumentMap:
        """Read a map from what a file holds; raises `ConvertError` where it is not of the format at all.

        Args:
            data: What the file holds.
            file: Its name.
            columns: For a format that takes them, the heads of columns by what they hold.
        """
        if self.read_bytes is not None and columns:
            return self.read_bytes(data, file, columns)
        if self.read_bytes is not None:
            return self.read_bytes(data, file)
        return self.of_text(data.decode("utf-8-sig"), file)


def names() -> tuple[str, ...]:
    """Return the names of the formats, sorted.

    Example:
        >>> "yaml" in names(), "web_annotation" in names()
        (True, True)
    """
    return tuple(sorted(_homes()))


@cache
def named(name: str) -> Format:
    """Return the format with a name; raises `UnknownNameError` where there is none."""
    module = name.replace("-", "_")
    if module not in _homes():
        raise UnknownNameError("format", name, names())
    declared: Format = registry.load(_homes()[module], module).FORMAT
    return declared


def page(name: str) -> str:
    """Return what a format's module says of it; raises `UnknownNameError` where there is none."""
    named(name)
    module = name.replace("-", "_")
    return inspect.cleandoc(registry.load(_homes()[module], module).__doc__ or "")


def rooms() -> dict[str, tuple[str, ...]]:
    """Return the names of the formats by what their files are like: first those in which people write maps.

    Example:
        >>> list(rooms())[:2], "argdown" in rooms()["maps as people write them"]
        (['maps as people write them', 'annotated texts'], True)
    """
    found: dict[str, list[str]] = {"maps as people write them": []}
    for name, home in sorted(_homes().items(), key=lambda entry: (entry[1].__name__, entry[0])):
        head = (home.__doc__ or "").partition(":")[0].removeprefix("Formats of ")
        found.setdefault(head if home.__name__ != __name__ else next(iter(found)), []).append(name)
    return {head: tuple(members) for head, members in found.items()}


@cache
def _homes() -> dict[str, ModuleType]:
    """Return the package that each format stands in: this one, or one of the rooms in it."""
    here = sys.modules[__name__]
    modules = {name: registry.load(here, name) for name in registry.names(here)}
    rooms = [module for module in modules.values() if not hasattr(module, "FORMAT")]
    found = {name: here for name, module in modules.items() if module not in rooms}
    return found | {name: room for room in rooms for name in registry.names(room)}


def parts() -> dict[str, str]:
    """Return the parts of a map that a format may keep or lose: their names, with what several of one are called.

    Example:
        >>> parts()["undercuts"]
        'undercuts of steps'
    """
    from argmap.formats._parts import PARTS

    return {name: part.several for name, part in PARTS.items()}


def losses(m: ArgumentMap, name: str) -> Iterator[Finding]:
    """Say what of a map a format has no place for, where its writer leaves that to the caller.

    Args:
        m: The map.
        name: Name of the format.
    """
    form = named(name)
    if form.keeps is not None:
        from argmap.formats._parts import losses as lost

        yield from lost(m, form.keeps, form.title, form.annex or name.replace("-", "_"))


def advice(m: ArgumentMap) -> Advice:
    """Return the words of the format that a map was read from, for advice to its author.

    Example:
        >>> advice(ArgumentMap()).cite
        "add 'cite:'"
    """
    return named(m.origin.format).advice if m.origin else Advice()


def candidates(file: str | Path) -> tuple[str, ...]:
    """Return the names of the formats that go by a file's ending: the one called after it, others of authors, the rest.

    Example:
        >>> candidates("map.yml"), candidates("page.md#2"), candidates("map.docx")
        (('yaml', 'gsn2x'), ('markdown', 'outline'), ())
    """
    name = os.path.basename(split_name(str(file))[0])  # noqa: PTH119  (quick: a corpus has many files)
    _, *endings = name.lstrip(".").lower().split(".")
    return _ending_in(*endings[-2:])


def sign(file: str | Path, data: Callable[[], bytes]) -> Sign:
    """Return how much speaks for a file being a map at all.

    Args:
        file: Its name.
        data: Gives what it holds, and is called only where that matters.
    """
    sniffs = [named(name).sniff for name in candidates(file)]
    if None in sniffs:
        return Sign.LIKELY
    held = data() if sniffs else b""
    return max((sniff(held) for sniff in sniffs if sniff), default=Sign.NONE)


def format_of(file: str | Path, data: bytes = b"") -> str | None:
    """Return the name of the format that a file is in: by its ending, and by what it holds where formats share that.

    Of those for which most speaks the first of `candidates` is meant. An ending of two parts that one format alone goes
    by tells it whatever the file holds.

    Args:
        file: Its name.
        data: What it holds.

    Example:
        >>> format_of("map.yml"), format_of("page.md#2", b"~~~argdown"), format_of("map.docx")
        ('yaml', 'markdown', None)
        >>> format_of("a.json", b'{"nodes": {}}'), format_of("a.json", b'{"rows": [{"uri": "x"}]}')
        ('json', 'hypothesis')
    """
    told = _told(str(file))
    return (told or (None,))[0] if len(told) < 2 else recognised(file, data)[0]


def kind_of_page(file: str | Path, data: bytes) -> str | None:
    """Return what `format_of` does, but no list in a page that may hold maps is an outline before somebody says so.

    Example:
        >>> kind_of_page("page.md", b"- bread"), format_of("page.md", b"- bread")
        ('markdown', 'outline')
    """
    name, sign = recognised(file, data)
    pages = (each for each in _told(str(file)) if named(each).names)
    return name if sign >= Sign.LIKELY else next(pages, name)


def recognised(file: str | Path, data: bytes) -> tuple[str | None, Sign]:
    """Return what `format_of` does, and how much speaks for it: a file with the ending of a format may be none of it.

    Example:
        >>> recognised("a.json", b'{"nodes": {}}')
        ('json', <Sign.LIKELY: 2>)
        >>> recognised("a.json", b"[]")
        (None, <Sign.NONE: 0>)
    """
    told = _told(str(file))
    found = told if len(told) < 2 else candidates(file)
    signs = {name: sniff(data) if (sniff := named(name).sniff) else Sign.LIKELY for name in found}
    best = max(found, key=signs.__getitem__, default="")
    return (best or None, signs.get(best, Sign.NONE)) if len(found) < 2 or signs[best] else (None, Sign.NONE)


def _told(file: str) -> tuple[str, ...]:
    """Return the formats that a file may be in by its ending, where that has two parts only those that go by both."""
    _, *endings = os.path.basename(split_name(file)[0]).lstrip(".").lower().split(".")  # noqa: PTH119  (quick)
    return (_going_by(f".{'.'.join(endings[-2:])}") if len(endings) > 1 else ()) or candidates(file)


def unclaimed(file: str | Path) -> str:
    """Say what a file may hold, for one that holds none of it.

    Example:
        >>> unclaimed("a.json")
        'this is not a map: a .json file may hold argmap JSON (known by "nodes"), ... or ...'
    """
    formats = (named(name) for name in candidates(file))
    *others, last = (f"{form.title} (known by {form.known_by})" if form.known_by else form.title for form in formats)
    return f"this is not a map: a {Path(file).suffix.lower()} file may hold {', '.join(others)} or {last}"


def split_name(name: str) -> tuple[str, int | None]:
    """Return the file that the name of a map stands for, and which of the maps in it, if the name says so.

    Example:
        >>> split_name("page.md#2"), split_name("page.md"), split_name("map#2.yaml")
        (('page.md', 2), ('page.md', None), ('map#2.yaml', None))
    """
    found = re.fullmatch(r"(.+)#([1-9][0-9]{0,8})", name, re.DOTALL) if "#" in name else None
    if found and any(named(form).names for form in _going_by(Path(found[1]).suffix.lower())):
        return found[1], int(found[2])
    return name, None


@lru_cache
def _ending_in(*endings: str) -> tuple[str, ...]:
    """Return the names of the formats that go by the last two endings of a name, and by the last."""
    found = _going_by(f".{endings[-1]}") if endings else ()
    return tuple(dict.fromkeys((*_going_by(f".{'.'.join(endings)}"), *found))) if len(endings) > 1 else found


@cache
def _going_by(suffix: str) -> tuple[str, ...]:
    found = [name for name in names() if suffix in named(name).suffixes]
    return tuple(sorted(found, key=lambda name: (name != suffix[1:], not named(name).is_authored)))
