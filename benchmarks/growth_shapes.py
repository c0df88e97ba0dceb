"""The shapes of input that `growth.py` doubles and no single token of a grammar makes: each took long once, or might.

Add a function with `@shape`, and it is doubled too: it takes a size and returns what is to be measured.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from argmap import analyse, load, loads
from argmap.cli.group import argmap
from argmap.evidence.passages.locate import locate
from argmap.evidence.passages.resolve import look_up
from argmap.evidence.passages.search import Searched
from argmap.evidence.text.sentences import sentences
from argmap.model.citations import Selector
from argmap.native.yaml.mending.lines import without_remark
from argmap.project import documents
from argmap.project.project import Project
from argmap.sources.extraction import extract
from argmap.workflows import annotating, pictures
from argmap.workflows.layout import laid_out

Work = Callable[[], object]
SHAPES: dict[str, Callable[[int], Work]] = {}


def shape(name: str) -> Callable[[Callable[[int], Work]], Callable[[int], Work]]:
    """Name a shape."""

    def add(make: Callable[[int], Work]) -> Callable[[int], Work]:
        SHAPES[name] = make
        return make

    return add


def _project(files: dict[str, str]) -> Path:
    root = Path(tempfile.mkdtemp(prefix="growth-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    for name, text in {"argmap.toml": "", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@shape("includes, two of the next file")
def _includes(depth: int) -> Work:
    files = {f"{at}.argdown": f"@include({at + 1}.argdown)\n\n" * 2 for at in range(depth)}
    root = _project({**files, f"{depth}.argdown": "[A]: a.\n"})
    return lambda: load(root / "0.argdown")


@shape("blanks inside a line of a page")
def _blanks(size: int) -> Work:
    data = f"<p>a{' ' * size}x</p>".encode()
    return lambda: extract(data, "page.html")


@shape("blanks inside a line of a text")
def _blanks_in_text(size: int) -> Work:
    data = f"a{' ' * size}x".encode()
    return lambda: extract(data, "page.txt")


@shape("blanks inside a source")
def _blanks_in_source(size: int) -> Work:
    text = f"a{' ' * size}x"
    return lambda: locate(Selector("a x"), Searched(text))


@shape("blanks after a key of YAML")
def _remark(size: int) -> Work:
    return lambda: without_remark(f"a{' ' * size}x")


@shape("tabs after a key of YAML")
def _remark_tabs(size: int) -> Work:
    return lambda: without_remark(f"a{chr(9) * size}x")


@shape("annotate, words that repeat")
def _repeated(size: int) -> Work:
    return _annotated("a b c " * size, "a b c")


@shape("annotate, a footer on every page")
def _footer(size: int) -> Work:
    page = "Page {} has words of its own, as every page has. Report of the council, confidential.\f"
    return _annotated("".join(page.format(at) for at in range(size)), "Report of the council, confidential")


def _annotated(text: str, phrase: str) -> Work:
    root = _project({"seeds/s.yaml": "id: s\ntext: texts/s.txt\n", "seeds/texts/s.txt": text})
    return lambda: annotating.annotate(Project(root), "s", phrase)


@shape("phrases against a source of one word")
def _one_word(size: int) -> Work:
    text = "a " * size
    quotes = [
        quote for at in range(20) for quote in (f"a a b{at} a", f"a a{' a' * at} … a a", f"x{at}- a a", f"a … b{at}")
    ]
    return lambda: look_up(list(map(Selector, quotes)), [None] * len(quotes), text)


@shape("sentences of dots")
def _dots(size: int) -> Work:
    return lambda: list(sentences("." * size + "x"))


@shape("sentences of dots and blanks")
def _dots_and_blanks(size: int) -> Work:
    return lambda: list(sentences("e.g. A " * size))


@shape("tag colours nearly alike")
def _colours(size: int) -> Work:
    tags = "".join(f"    t{at}: '#{0x808080 + at:06x}'\n" for at in range(size))
    uses = "".join(f"[S{at}]: s. #t{at}\n\n" for at in range(size))
    m = loads(f"===\ncolor:\n  tagColors:\n{tags}===\n{uses}", format="argdown")
    return lambda: pictures.draw(analyse(m), "dot")


@shape("one section a statement, to DOT")
def _sections(size: int) -> Work:
    groups = "".join(f"  g{at}: {{}}\n" for at in range(size))
    nodes = "".join(f"  s{at}: {{claim: A., group: g{at}}}\n" for at in range(size))
    m = loads(f"groups:\n{groups}nodes:\n{nodes}")
    return lambda: pictures.draw(analyse(m), "dot")


@shape("nested groups, read")
def _nested(size: int) -> Work:
    text = f"groups:\n{_deep(size)}nodes:\n  s: {{claim: A., group: g{size - 1}}}\n"
    return lambda: analyse(loads(text)).graph


@shape("nested groups, to DOT")
def _nested_drawn(size: int) -> Work:
    m = loads(f"groups:\n{_deep(size)}nodes:\n  s: {{claim: A., group: g{size - 1}}}\n")
    return lambda: pictures.draw(analyse(m), "dot")


@shape("nested groups, to Argdown")
def _nested_written(size: int) -> Work:
    m = loads(f"groups:\n{_deep(size)}nodes:\n  s: {{claim: A., group: g{size - 1}}}\n")
    return lambda: documents.written(m, "m.argdown")


def _deep(size: int) -> str:
    return "  g0: {}\n" + "".join(f"  g{at}: {{in: g{at - 1}}}\n" for at in range(1, size))


@shape("format, a comment and a list in brackets a statement")
def _bracketed(size: int) -> Work:
    text = "nodes:\n" + "".join(f"  s{at}:\n    claim: A. # c\n    tags: [a, b]\n" for at in range(size))
    return lambda: laid_out(text.encode(), "a.yaml")


@shape("format, comments and blank lines")
def _commented(size: int) -> Work:
    text = "nodes:\n" + "".join(f"  s{at}:\n    claim: A.\n\n# c\n\n    # d\n" for at in range(size))
    return lambda: laid_out(text.encode(), "a.yaml")


@shape("format, comments and blank lines at the end")
def _commented_end(size: int) -> Work:
    text = "nodes:\n  s:\n    claim: A.\n" + "\n    # d\n\n  # c\n" * size
    return lambda: laid_out(text.encode(), "a.yaml")


@shape("render, a folder of small maps")
def _folder(size: int) -> Work:
    root = _project({f"arguments/m{at}.yaml": "nodes: {a: {claim: A.}}\n" for at in range(size)})
    line = ["render", str(root / "arguments"), "-o", str(root / "build"), "--to", "dot"]
    return lambda: CliRunner().invoke(argmap, line, catch_exceptions=False)


@shape("check, citations of one text that leave out its *may*")
def _disputed(size: int) -> Work:
    said = [f"Well {at} of the valley may have been dry." for at in range(size)]
    cited = "".join(
        f'  s{at}:\n    evidence: Well {at} was dry.\n    cite: w "{line[:-1]}"\n' for at, line in enumerate(said)
    )
    record = "title: Wells\nkind: secondary\ntext: texts/w.txt\n"
    files = {"seeds/w.yaml": record, "seeds/texts/w.txt": "\n\n".join(said), "arguments/a.yaml": f"nodes:\n{cited}"}
    root = _project(files)
    return lambda: analyse(load(root / "arguments" / "a.yaml")).fair_selectors
