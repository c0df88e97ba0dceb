"""Documents with known text in many formats, made by the programs that people make them with.

Each text is written in Pandoc's Markdown, with what a reader sees of it beside it. Pandoc, LibreOffice, Chromium and
LaTeX make the documents, each where it is installed; pages of the shapes that lose text elsewhere are written here.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve, frozen

_TEXTS = Path(__file__).parent / "intake_texts"


@frozen
class Text:
    """A text in one language: blocks of Markdown, and what a reader sees of each."""

    language: str
    blocks: tuple[tuple[str, str], ...]

    @property
    def markdown(self) -> str:
        """Return the whole as one Markdown document."""
        return f"---\nlang: {self.language}\n---\n\n" + "\n\n".join(source for source, _ in self.blocks) + "\n"

    @property
    def seen(self) -> tuple[str, ...]:
        """Return what a reader sees, block by block; cells and items are blocks of their own."""
        return tuple(part for _, shown in self.blocks for part in shown.split(" | "))


@frozen
class Document:
    """A file with known text."""

    kind: str
    language: str
    path: Path
    seen: tuple[str, ...]


def _text(path: Path) -> Text:
    """Pair each block with what is seen of it: the block itself, or what stands after ``==>``."""
    pairs = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        source, arrow, shown = block.partition("\n==> ")
        pairs.append((source, shown if arrow else source.lstrip("# ")))
    return Text(path.stem, tuple(pairs))


_LATIN = ("de", "en", "es", "fr")
"""Languages that LaTeX sets as it comes."""

_OLD = {
    "ar": ("windows-1256", "windows-1256"),
    "de": ("iso-8859-1", "windows-1252"),
    "fr": ("windows-1252", "windows-1252"),
    "ja": ("Shift_JIS", "cp932"),
    "ko": ("euc-kr", "cp949"),
    "pl": ("iso-8859-2", "iso-8859-2"),
    "ru": ("koi8-r", "koi8-r"),
    "tr": ("iso-8859-9", "windows-1254"),
    "zh": ("gb2312", "gb18030"),
}
"""What old pages of a language say they are written in, and what browsers take that for."""

_SHAPES = {
    "page in one form": "<form method=post action=page.aspx><input type=hidden name=__VIEWSTATE value=x>{0}</form>",
    "page with a teaser": "<div>{0}</div><article><h3>More</h3><p>Read on.</p></article>",
    "page of two articles": "<article>{1}</article><article>{2}</article>",
    "page in a main": "<header><nav><a href=/>Home</a> <a href=/about>About us</a></nav></header><main>{0}</main>",
    "page in aria-hidden": "<div aria-hidden=true>{0}</div>",
    "page of tables": "<table><tr><td><b>Menu</b></td><td>{0}</td></tr></table>",
    "page of an aside and a section": "<aside>{1}</aside><section>{2}</section>",
    "page with unclosed ends": "<div><b><i>{0}<p><div></b>",
}
"""What stands around a text ({0}) or its halves ({1}, {2}) in pages that lose it elsewhere."""


def documents(folder: Path) -> Iterator[Document]:
    """Make the documents, and say which programs are missing."""
    texts = [_text(path) for path in sorted(_TEXTS.glob("*.txt"))]
    for text in texts:
        (folder / f"{text.language}.md").write_text(text.markdown, encoding="utf-8")
        yield Document("Markdown", text.language, folder / f"{text.language}.md", text.seen)
    if not _there("pandoc"):
        return
    for text in texts:
        for options in (["-s", "--mathml", "-o", f"{text.language}.html"], ["-o", f"{text.language}.docx"]):
            _run("pandoc", f"{text.language}.md", *options, at=folder)
        yield Document("page of Pandoc", text.language, folder / f"{text.language}.html", text.seen)
        yield Document("Word of Pandoc", text.language, folder / f"{text.language}.docx", text.seen)
    yield from _old_pages(folder, texts)
    yield from _shapes(folder, next(text for text in texts if text.language == "en"))
    if _there("soffice"):
        yield from _office(folder, texts)
    if _there("pdflatex"):
        yield from _latex(folder, [text for text in texts if text.language in _LATIN])
    if _there("chromium"):
        yield from _prints(folder, texts)


def _body(folder: Path, text: Text) -> str:
    page = (folder / f"{text.language}.html").read_text(encoding="utf-8")
    return page.partition("<body>")[2].partition("</body>")[0]


def _old_pages(folder: Path, texts: list[Text]) -> Iterator[Document]:
    for text in texts:
        if text.language in _OLD:
            label, written = _OLD[text.language]
            head = f'<head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head>'
            path = folder / f"{text.language}-old.html"
            page = f"<html>{head}<body>{_body(folder, text)}</body></html>"
            path.write_bytes(page.encode(written, "xmlcharrefreplace"))
            yield Document(f"page in {label}", text.language, path, text.seen)


def _shapes(folder: Path, text: Text) -> Iterator[Document]:
    body = _body(folder, text)
    middle = body.index("<ul>")
    for number, (kind, shape) in enumerate(_SHAPES.items()):
        yield _page(folder, f"shape-{number}", kind, shape.format(body, body[:middle], body[middle:]), *text.seen)
    ruby = "<p><ruby>川<rt>かわ</rt></ruby>の<ruby>水位<rt>すいい</rt></ruby>は上がった。</p>"
    yield _page(folder, "ruby", "page with ruby", ruby, "川の水位は上がった。")
    drawn = "<svg><title>chart</title><text>Depth &lt; 9 m</text></svg><p>See above.</p>"
    yield _page(folder, "drawn", "page with a drawing", drawn, "Depth < 9 m", "See above.")
    notes = (
        "<p>The pump failed<sup><a href=#r1>1</a>,<a href=#r2>2</a></sup> twice<a href=#n3><sup>3</sup></a> in May.</p>"
    )
    yield _page(folder, "notes", "page with a journal's notes", notes, "The pump failed twice in May.")


def _page(folder: Path, name: str, kind: str, body: str, *seen: str) -> Document:
    path = folder / f"{name}.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><title>x</title><body>{body}", encoding="utf-8")
    return Document(kind, "en", path, seen)


def _office(folder: Path, texts: list[Text]) -> Iterator[Document]:
    for text in texts:
        _run("pandoc", f"{text.language}.md", "-o", f"{text.language}.pptx", at=folder)
    word = [f"{text.language}.docx" for text in texts]
    slides = [f"{text.language}.pptx" for text in texts]
    for to, where, files in (("pdf", "office", word), ("docx", "office", word), ("pdf", "slides", slides)):
        _run("soffice", "--headless", "--convert-to", to, "--outdir", where, *files, at=folder)
    for kind, name in (
        ("Word of LibreOffice", "office/{}.docx"),
        ("PDF of LibreOffice", "office/{}.pdf"),
        ("PDF of slides", "slides/{}.pdf"),
    ):
        yield from _made(folder, kind, name, texts)


def _latex(folder: Path, texts: list[Text]) -> Iterator[Document]:
    signs = r"header-includes=\DeclareUnicodeCharacter{2212}{\ensuremath{-}}\DeclareUnicodeCharacter{202F}{\,}"
    for text in texts:
        _run("pandoc", f"{text.language}.md", "-V", signs, "-o", f"{text.language}-latex.pdf", at=folder)
    yield from _made(folder, "PDF of LaTeX", "{}-latex.pdf", texts)
    narrow = [evolve(text, blocks=tuple(block for block in text.blocks if block[0][0] != "|")) for text in texts]
    for text in narrow:
        (folder / "columns.md").write_text(text.markdown, encoding="utf-8")
        options = ("-V", signs, "-V", "classoption=twocolumn", "-o", f"{text.language}-columns.pdf")
        _run("pandoc", "columns.md", *options, at=folder)
    yield from _made(folder, "PDF of LaTeX in two columns", "{}-columns.pdf", narrow)


def _prints(folder: Path, texts: list[Text]) -> Iterator[Document]:
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    for text in texts:
        to = f"--print-to-pdf={text.language}-print.pdf"
        _run("chromium", *options, to, f"{text.language}.html", at=folder)
    yield from _made(folder, "PDF of a browser", "{}-print.pdf", texts)


def _made(folder: Path, kind: str, name: str, texts: list[Text]) -> Iterator[Document]:
    """Yield what a program made, and say which it could not make."""
    for text in texts:
        path = folder / name.format(text.language)
        if path.exists():
            yield Document(kind, text.language, path, text.seen)
        else:
            print(f"{kind} ({text.language}) could not be made")


def _there(program: str) -> bool:
    found = shutil.which(program) is not None
    if not found:
        print(f"{program} is not installed: what it makes is left out")
    return found


def _run(*command: str, at: Path) -> None:
    subprocess.run(command, cwd=at, capture_output=True, check=False)
