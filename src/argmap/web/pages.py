"""Pages that are no maps: the list of maps, and why a map has no page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from string import Template
from urllib.parse import quote

from argmap.renderers.html.page import joined, policy

_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
body { max-width: 42rem; margin: 10vh auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; font-size: 1.25rem; line-height: 1.25; text-wrap: balance; }
ul { margin: 0; padding: 0; list-style: none; }
a { display: block; margin-top: 0.5rem; padding: 0.75rem 1rem; color: inherit; text-decoration: none; }
a { border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-radius: 10px; }
a:hover { background: color-mix(in srgb, currentColor 6%, transparent); }
a:focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }
a bdi { font-weight: 600; }
small { display: block; opacity: 0.75; }
"""

_DOCUMENT = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="argmap-changes" content="$changes">
<title>$title</title>
<style>$style</style>
</head>
<body>
<main>
<h1><bdi>$title</bdi></h1>
$body
</main>
<script>$script</script>
</body>
</html>
""")

_ENTRY = Template('<li><a href="map/$address"><bdi>$title</bdi><small>$name</small></a></li>')


def index_page(maps: Iterable[tuple[str, str]], changes: str) -> bytes:
    """Write the list of maps.

    Args:
        maps: The name of each, and its title or what is wrong with it.
        changes: Where the page asks whether something has changed.
    """
    entries = "\n".join(
        _ENTRY.substitute(address=escape(address_of(name)), title=escape(title or name), name=escape(name))
        for name, title in maps
    )
    return _page("Maps", f"<ul>\n{entries}\n</ul>", changes)


def address_of(name: str) -> str:
    """Return the name of a map, whatever its bytes, as a part of an address."""
    return quote(name, errors="surrogateescape")


def message_page(title: str, message: str, changes: str) -> bytes:
    """Write a page that says why there is no other; it is shown anew when something has changed.

    Args:
        title: What it is about.
        message: What is wrong, in a sentence.
        changes: Where the page asks whether something has changed.
    """
    return _page(title, f'<p role="alert"><bdi>{escape(message)}</bdi></p>', changes)


def _page(title: str, body: str, changes: str) -> bytes:
    script = joined(["follow"], "follow(null);")
    parts = {
        "policy": policy(_STYLE, script, asks=True),
        "changes": escape(changes),
        "title": escape(title),
        "style": _STYLE,
        "body": body,
        "script": script,
    }
    return _DOCUMENT.substitute(parts).encode("utf-8", "backslashreplace")
