"""Small Word documents, written part by part."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": RELATIONS,
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)


def run(text, about=""):
    """Write a run, with what it says of itself."""
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content, about=""):
    """Write a paragraph of text and of elements."""
    inside = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p><w:pPr>{about}</w:pPr>{inside}</w:p>"


def part(name, content, space=WORD):
    """Write a part whose root has a name."""
    return f'<w:{name} xmlns:w="{space}" {SPACES}>{content}</w:{name}>'


def docx_of(*paragraphs, extra=None, related=None, space=WORD):
    """Make a Word document of paragraphs, each text or an element of its own.

    Args:
        paragraphs: What its body holds.
        extra: What other parts hold, by their names.
        related: The kinds of those that the body refers to, by their names: ``word/`` is added.
        space: The vocabulary.
    """
    body = "".join(each if each.startswith("<w:") else paragraph(each) for each in paragraphs)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>", space))
        links = "".join(
            f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{name}"/>'
            for name, kind in (related or {}).items()
        )
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{space}">{links}</Relationships>')
        for name, content in (extra or {}).items():
            parts.writestr(name, content)
    return out.getvalue()
