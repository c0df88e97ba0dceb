"""Names of people and bodies in BibTeX and BibLaTeX."""

from __future__ import annotations

import re

from argmap.sources.references._names import in_order, is_east_asian
from argmap.sources.references.bibtex.values import plain

_COMMAND_AFTER_AND = re.compile(r"(?<=\sand )(?=\\)", re.IGNORECASE)
_PART = re.compile(r"\s*(family|given|prefix|suffix|id|useprefix)(?:-i)?\s*=\s*(.*)", re.IGNORECASE | re.DOTALL)


def names(value: str) -> tuple[tuple[str, ...], bool]:
    r"""Return the names of a list, as they are spoken, and whether the list says that there are others.

    A name in braces is that of a body. Parts are told apart as BibTeX does, and as BibLaTeX's extended format does.

    Example:
        >>> names(r"King, Jr., Martin and {Barnes and Noble} and Ludwig van Beethoven and others")
        (('Martin King Jr.', 'Barnes and Noble', 'Ludwig van Beethoven'), True)
        >>> names("family=Beauvoir, given=Simone, prefix=de")
        (('Simone de Beauvoir',), False)
    """
    from bibtexparser.middlewares.names import split_multiple_persons_names

    value = _COMMAND_AFTER_AND.sub("{}", " ".join(value.split()))  # bibtexparser would drop the command
    given = [name.removeprefix("{}") for name in split_multiple_persons_names(value)]
    people = tuple(name for each in given if each.lower() != "others" and (name := _name(each)))
    return people, any(each.lower() == "others" for each in given)


def _name(name: str) -> str:
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    if "," not in name and is_east_asian(whole := plain(name)):
        return whole
    parts = [_PART.fullmatch(part) for part in name.split(",")]
    if all(parts):
        extended = {found[1].lower(): plain(found[2].strip('"')) for found in parts if found}
        last = " ".join(filter(None, [extended.get("prefix"), extended.get("family")]))
        return in_order(extended.get("given", ""), last, extended.get("suffix", ""))
    found = parse_single_name_into_parts(name, strict=False)
    first, von, last, suffix = (plain(" ".join(part)) for part in (found.first, found.von, found.last, found.jr))
    return in_order(first, " ".join(filter(None, [von, last])), suffix)
