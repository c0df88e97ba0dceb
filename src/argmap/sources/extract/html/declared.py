"""The encoding that a page declares: in a ``meta`` near its beginning, or in the XML declaration of XHTML."""

from __future__ import annotations

import re

from argmap.sources.encodings import python_codec
from argmap.sources.extract.html.tree import parsed

_NEAR = 4096
_XML = re.compile(r"""\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"'<>]{1,80})["']""")
_CHARSET = re.compile(r"""charset\s*+=\s*+["']?\s*+([^"';\s]+)""", re.IGNORECASE)
_WIDE = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))


def declared(data: bytes) -> tuple[str | None, str | None]:
    """Return the encoding that a page declares, and a declared one that does not exist.

    As the standard asks (https://html.spec.whatwg.org/#determining-the-character-encoding), UTF-16 in a declaration
    that can be read byte by byte means UTF-8; what does not exist counts for nothing.

    Example:
        >>> declared(b"<meta charset=Shift_JIS>"), declared(b"<?xml version='1.0' encoding='latin1'?><html>")
        (('Shift_JIS', None), ('latin1', None))
        >>> declared(b"<meta charset=klingon>"), declared(b"<!-- <meta charset=big5> -->")
        ((None, 'klingon'), (None, None))
    """
    for beginning, name in _WIDE:
        if data.startswith(beginning):
            return name, None
    head = data[:_NEAR].decode("latin-1")
    xml = _XML.match(head)
    labels = [*_in_meta(head), *([xml[1]] if xml else [])]
    for label in labels:
        codec = python_codec(label)
        if codec is not None:
            return "utf-8" if codec.startswith(("utf-16", "utf-32")) or codec == "utf-7" else label, None
    return ("windows-1252", None) if "x-user-defined" in labels else (None, labels[0] if labels else None)


def _in_meta(head: str) -> list[str]:
    found = []
    for meta in parsed(head).css("meta"):
        charset = meta.attributes.get("charset")
        content = _CHARSET.search(meta.attributes.get("content") or "")
        if charset:
            found.append(charset.strip())
        elif content and (meta.attributes.get("http-equiv") or "").lower() == "content-type":
            found.append(content[1])
    return found
