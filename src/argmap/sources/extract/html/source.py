"""What of a page the parser would take otherwise than a browser does, written so that both agree.

The parser knows neither XHTML's elements that close themselves and its CDATA sections, nor shadow trees that a page
declares; and it reads what is for browsers without scripts.
"""

from __future__ import annotations

import re
from html import escape

_NEAR = 4096
_TAG = re.compile(r"<([a-z][a-z0-9]*)(?=[\s/])([^<>]*+)(?<=/)>")
_TEMPLATE = re.compile(r"<(/?)template\b([^<>]*+)", re.IGNORECASE)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_NOSCRIPT = re.compile(r"<(/?)noscript\b", re.IGNORECASE)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def as_browsers_read(markup: str) -> str:
    """Return a page as a parser without scripts should take it.

    Example:
        >>> as_browsers_read("<?xml version='1.0'?><html><title/><p>Rain<br/><![CDATA[ & ice]]>")
        "<?xml version='1.0'?><html><title></title><p>Rain<br/> &amp; ice"
        >>> as_browsers_read("<x-y><template shadowrootmode=open>Rain</template></x-y><template>no</template>")
        '<x-y><div shadowrootmode=open>Rain</div></x-y><template>no</template>'
        >>> as_browsers_read("<body>Rain<noscript><p>No scripts!</noscript>")
        '<body>Rain<noembed><p>No scripts!</noembed>'
    """
    return _without_noscript(_with_shadow_trees(_as_html(markup)))


def _as_html(markup: str) -> str:
    """Return a page as HTML, if it is XHTML."""
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


def _with_shadow_trees(markup: str) -> str:
    """Return a page with the shadow trees that it declares, and that browsers show, as parts of it."""
    if "shadowrootmode" not in markup:
        return markup
    shown: list[bool] = []

    def renamed(tag: re.Match[str]) -> str:
        if not tag[1]:
            shown.append("shadowrootmode" in tag[2])
        is_shown = shown[-1:] == [True]
        if tag[1] and shown:
            shown.pop()
        return f"<{tag[1]}{'div' if is_shown else 'template'}{tag[2]}"

    return _TEMPLATE.sub(renamed, markup)


def _without_noscript(markup: str) -> str:
    """Return a page whose parts for browsers without scripts are taken as such, and not as paragraphs of it."""
    body = _BODY.search(markup)
    if not body:
        return markup
    return markup[: body.end()] + _NOSCRIPT.sub(r"<\1noembed", markup[body.end() :])
