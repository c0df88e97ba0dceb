"""How time grows with input: each shape is doubled thrice, and the exponent printed (1 is linear, 2 quadratic).

    python benchmarks/growth.py             every shape
    python benchmarks/growth.py page        those whose names hold a word

A shape is something small that took long once, or a token of a grammar nested or repeated. The exponent is that of the
last two doublings; what takes longer than a few seconds is not doubled again.
"""

from __future__ import annotations

import atexit
import gc
import math
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from click.testing import CliRunner

from argmap import analyse, load, loads
from argmap.cli.group import argmap
from argmap.evidence.passages.locate import locate
from argmap.evidence.passages.resolve import look_up
from argmap.evidence.passages.search import Searched
from argmap.model.citations import Selector
from argmap.native.yaml.mending.lines import without_remark
from argmap.project import documents
from argmap.project.project import Project
from argmap.sources.extraction import extract
from argmap.workflows import annotating, coverage, pictures
from argmap.workflows.layout import laid_out

MOST = 1.2
LONG = 6.0
NO_TURN = 0.02
"""Seconds; what is quicker shows the cost of starting, not growth."""

Work = Callable[[], object]
SHAPES: dict[str, tuple[int, Callable[[int], Work]]] = {}


def shape(name: str, size: int) -> Callable[[Callable[[int], Work]], Callable[[int], Work]]:
    """Name a shape, and say at which size its doubling begins."""

    def add(make: Callable[[int], Work]) -> Callable[[int], Work]:
        SHAPES[name] = size, make
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


@shape("includes, two of the next file", 2)
def _includes(depth: int) -> Work:
    files = {f"{at}.argdown": f"@include({at + 1}.argdown)\n\n" * 2 for at in range(depth)}
    root = _project({**files, f"{depth}.argdown": "[A]: a.\n"})
    return lambda: load(root / "0.argdown")


@shape("blanks inside a line of a page", 20_000)
def _blanks(size: int) -> Work:
    data = f"<p>a{' ' * size}x</p>".encode()
    return lambda: extract(data, "page.html")


@shape("blanks inside a line of a text", 20_000)
def _blanks_in_text(size: int) -> Work:
    data = f"a{' ' * size}x".encode()
    return lambda: extract(data, "page.txt")


@shape("blanks inside a source", 20_000)
def _blanks_in_source(size: int) -> Work:
    text = f"a{' ' * size}x"
    return lambda: locate(Selector("a x"), Searched(text))


@shape("blanks after a key of YAML", 10_000)
def _remark(size: int) -> Work:
    return lambda: without_remark(f"a{' ' * size}x")


@shape("tabs after a key of YAML", 10_000)
def _remark_tabs(size: int) -> Work:
    return lambda: without_remark(f"a{chr(9) * size}x")


@shape("annotate, words that repeat", 500)
def _repeated(size: int) -> Work:
    return _annotated("a b c " * size, "a b c")


@shape("annotate, a footer on every page", 100)
def _footer(size: int) -> Work:
    page = "Page {} has words of its own, as every page has. Report of the council, confidential.\f"
    return _annotated("".join(page.format(at) for at in range(size)), "Report of the council, confidential")


def _annotated(text: str, phrase: str) -> Work:
    root = _project({"seeds/s.yaml": "id: s\ntext: texts/s.txt\n", "seeds/texts/s.txt": text})
    return lambda: annotating.annotate(Project(root), "s", phrase)


@shape("phrases against a source of one word", 4_000)
def _one_word(size: int) -> Work:
    text = "a " * size
    quotes = [
        quote for at in range(20) for quote in (f"a a b{at} a", f"a a{' a' * at} … a a", f"x{at}- a a", f"a … b{at}")
    ]
    return lambda: look_up(list(map(Selector, quotes)), [None] * len(quotes), text)


@shape("sentences of dots", 5_000)
def _dots(size: int) -> Work:
    return lambda: list(coverage.sentences("." * size + "x"))


@shape("sentences of dots and blanks", 5_000)
def _dots_and_blanks(size: int) -> Work:
    return lambda: list(coverage.sentences("e.g. A " * size))


@shape("tag colours nearly alike", 20)
def _colours(size: int) -> Work:
    tags = "".join(f"    t{at}: '#{0x808080 + at:06x}'\n" for at in range(size))
    uses = "".join(f"[S{at}]: s. #t{at}\n\n" for at in range(size))
    m = loads(f"===\ncolor:\n  tagColors:\n{tags}===\n{uses}", format="argdown")
    return lambda: pictures.draw(analyse(m), "dot")


@shape("one section a statement, to DOT", 250)
def _sections(size: int) -> Work:
    groups = "".join(f"  g{at}: {{}}\n" for at in range(size))
    nodes = "".join(f"  s{at}: {{claim: A., group: g{at}}}\n" for at in range(size))
    m = loads(f"groups:\n{groups}nodes:\n{nodes}")
    return lambda: pictures.draw(analyse(m), "dot")


@shape("nested groups, read", 125)
def _nested(size: int) -> Work:
    text = f"groups:\n{_deep(size)}nodes:\n  s: {{claim: A., group: g{size - 1}}}\n"
    return lambda: analyse(loads(text)).graph


@shape("nested groups, to DOT", 60)
def _nested_drawn(size: int) -> Work:
    m = loads(f"groups:\n{_deep(size)}nodes:\n  s: {{claim: A., group: g{size - 1}}}\n")
    return lambda: pictures.draw(analyse(m), "dot")


@shape("nested groups, to Argdown", 125)
def _nested_written(size: int) -> Work:
    m = loads(f"groups:\n{_deep(size)}nodes:\n  s: {{claim: A., group: g{size - 1}}}\n")
    return lambda: documents.written(m, "m.argdown")


def _deep(size: int) -> str:
    return "  g0: {}\n" + "".join(f"  g{at}: {{in: g{at - 1}}}\n" for at in range(1, size))


@shape("format, a comment and a list in brackets a statement", 250)
def _bracketed(size: int) -> Work:
    text = "nodes:\n" + "".join(f"  s{at}:\n    claim: A. # c\n    tags: [a, b]\n" for at in range(size))
    return lambda: laid_out(text.encode(), "a.yaml")


@shape("format, comments and blank lines", 500)
def _commented(size: int) -> Work:
    text = "nodes:\n" + "".join(f"  s{at}:\n    claim: A.\n\n# c\n\n    # d\n" for at in range(size))
    return lambda: laid_out(text.encode(), "a.yaml")


@shape("format, comments and blank lines at the end", 500)
def _commented_end(size: int) -> Work:
    text = "nodes:\n  s:\n    claim: A.\n" + "\n    # d\n\n  # c\n" * size
    return lambda: laid_out(text.encode(), "a.yaml")


@shape("render, a folder of small maps", 50)
def _folder(size: int) -> Work:
    root = _project({f"arguments/m{at}.yaml": "nodes: {a: {claim: A.}}\n" for at in range(size)})
    line = ["render", str(root / "arguments"), "-o", str(root / "build"), "--to", "dot"]
    return lambda: CliRunner().invoke(argmap, line, catch_exceptions=False)


def times(make: Callable[[int], Work], size: int) -> Iterator[tuple[int, float]]:
    """Yield sizes, doubling, and the seconds that each takes, at most for three doublings that can be measured."""
    measured = 0
    while measured < 4:
        work = make(size)
        gc.collect()
        start = time.perf_counter()
        work()
        seconds = time.perf_counter() - start
        if measured or seconds > NO_TURN / 4 or size > 1 << 22:
            measured += 1
            yield size, seconds
        if seconds > LONG:
            return
        size *= 2


def exponent(taken: list[tuple[int, float]]) -> float:
    """Return the power of the size by which time grows, over the last two doublings."""
    (small, short), (large, long) = taken[-3:][0], taken[-1]
    return math.log(long / short) / math.log(large / small) if large > small else math.inf


def main(words: list[str]) -> int:
    """Measure, print a line for each shape, and tell whether all are near enough to linear."""
    grown = 0
    for name, (size, make) in SHAPES.items():
        if all(word in name for word in words):
            taken = list(times(make, size))
            power = exponent(taken)
            grown += power > MOST
            listed = "  ".join(f"{n:,}: {seconds:.3f} s" for n, seconds in taken)
            print(f"{'  ' if power <= MOST else '! '}{power:5.2f}  {name:<52}  {listed}", file=sys.stderr)
    print(f"{grown} above {MOST}", file=sys.stderr)
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
