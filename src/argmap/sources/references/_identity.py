"""What tells a reference from others: ids and digital object identifiers."""

from __future__ import annotations

import re

_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_IS_DOI = re.compile(r"10\.\d{4,9}/\S+")
_NOT_IN_ID = re.compile(r"[^\w.\-]+")
_LONGEST = 60
"""Characters; the id is the name of a file too."""


def source_id(key: str) -> str:
    """Make an id of a reference's key.

    Example:
        >>> source_id("Doe:2024/a b")
        'Doe-2024-a-b'
    """
    return _NOT_IN_ID.sub("-", key).strip("-_.")[:_LONGEST].rstrip("-_.") or "source"


def author_year(family: str | None, published: str | None) -> str:
    """Make an id of the first author's family name and the year.

    Example:
        >>> author_year("van der Berg", "2020-05"), author_year(None, "2020"), author_year(None, None)
        ('van-der-Berg-2020', 'reference-2020', 'reference')
    """
    return source_id("-".join(filter(None, [family or "reference", (published or "")[:4]])))


def bare_doi(doi: str | None) -> str | None:
    """Return a digital object identifier without its address.

    Example:
        >>> bare_doi("https://doi.org/10.1000/wells"), bare_doi(" ")
        ('10.1000/wells', None)
    """
    return _DOI.sub("", doi.strip()) or None if doi else None


def is_doi(text: str) -> bool:
    """Tell whether a text is a digital object identifier."""
    return bool(_IS_DOI.fullmatch(text))
