"""Small PDFs, written object by object."""

from __future__ import annotations

from io import BytesIO


def written(*objects, trailer=b""):
    """Make a PDF of objects; the first is its catalogue, and one of None is missing from the file."""
    out = BytesIO()
    out.write(b"%PDF-1.6\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        if content is not None:
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start))
    return out.getvalue()


def stream(content, about=b""):
    """Write a stream."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), about, content)


def shown(text, x=72, y=700, turn="1 0 0 1"):
    """Write a line of a page, at a place."""
    return f"BT /F1 12 Tf {turn} {x} {y} Tm ({text}) Tj ET\n"


def pdf_of(*pages, about=b"", trailer=b"", extra=()):
    """Make a PDF.

    Args:
        pages: What each page shows: a line of text, or what `shown` returns.
        about: What each page says of itself besides.
        trailer: What the file says of itself besides.
        extra: More objects; the first of them has the number 4 and follows the font.
    """
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font, *extra]
    kids = []
    for content in pages:
        drawn = content if content.startswith(("BT", "q")) or not content else shown(content)
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> %s >>" % (len(objects) + 2, about)
        )
        objects.append(stream(drawn.encode("cp1252")))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return written(*objects, trailer=trailer)
