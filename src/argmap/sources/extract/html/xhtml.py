"""XHTML for a parser of HTML, which knows neither elements that close themselves nor CDATA sections."""

from __future__ import annotations

import re
from html import escape

_NEAR = 4096
_TAG = re.compile(r"<([a-z][a-z0-9]*)(?=[\s/])([^<>]*+)(?<=/)>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def as_html(markup: str) -> str:
    """Return a page as HTML, if it is XHTML: ``<title/>`` is written as ``<title></title>``.

    Example:
        >>> as_html("<?xml version='1.0'?><html><title/><p>Rain<br/><![CDATA[ & ice]]>")
        "<?xml version='1.0'?><html><title></title><p>Rain<br/> &amp; ice"
        >>> as_html("<title/>")
        '<title/>'
    """
    head = markup[:_NEAR]
    if not (head.lstrip("\ufeff \n\r\t").startswith("<?xml") or 'xmlns="http://www.w3.org/1999/xhtml"' in head):
        return markup
    return _TAG.sub(_closed, _without_sections(markup))


def _closed(tag: re.Match[str]) -> str:
    return tag[0] if tag[1] in _VOID else f"<{tag[1]}{tag[2][:-1]}></{tag[1]}>"


def _without_sections(markup: str) -> str:
    first, *rest = markup.split("<![CDATA[")
    parts = [first]
    for each in rest:
        inside, end, after = each.partition("]]>")
        parts.append(f"{escape(inside, quote=False)}{after}" if end else f"<![CDATA[{inside}")
    return "".join(parts)
