"""The inputs of `hostile.py`: a small project in which one file was damaged, or whose map is a random valid one.

Every input follows from its seed and number alone.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from record_inputs import ROOT, awkward, slips

from argmap.model.document import ArgumentMap
from argmap.project import documents

MAP = """\
title: Wells
about: s
groups: {dry: Dry years}
nodes:
  dig:
    recommendation: Dig new wells.
    because: [low + near, {reason: cheap, id: money, unless: [war]}]
    but: [late]
  low: {claim: The wells are low., group: dry, cite: 's "one two … two one" p. 3', because: survey}
  near: {premise: Water is near., from: Three are not 4}
  cheap: {assumption: It is cheap.}
  survey:
    evidence: 5 of 6 came.
    cite: [{source: s, quote: Five of 6 came, stance: supports}, 't "One two one"']
  late: {objection: It is late., contradicts: [low]}
  war: {question: "Is there war?"}
sources:
  u: {title: Inline, url: "https://example.org/u"}
"""
ARGDOWN = """\
---
title: Wells
model: {mode: strict}
color: {tagColors: {dry: "#aa0000"}}
---
# Wells {isInMap: true}

[dig]: Dig new wells. #dry
  + <near>: Water is near. {source: {id: s, quote: "one two"}}
    - [late]: It is late.
  - [war]: Is there war?

<near>

(1) Wells are low.
(2) Water is near.
-- modus ponens {uses: [1, 2]} --
(3) [dig]

> a quotation

@include(inner.argdown)
"""
RECORD = (
    'title: S\nurl: https://example.org/s\ntext: texts/s.txt\nauthors: [A. B., C]\npublished: "2024-05"\nkind: data\n'
)
TEXT = "One two one. Three are not 4.\n\nFive of 6 came, two one.\n"
BIB = """\
@article{doe20, title = {On {Wells} \\& more}, author = {Doe, Jane and {World Bank}}, year = 2020, month = mar # "~1",
  url = {https://example.org/a%20b}}
@string{x = "y"}
@misc{x1, title = x, crossref = {doe20}}
"""
RIS = "TY  - JOUR\nAU  - Doe, Jane\nTI  - On wells\nPY  - 2020\nDA  - 2020/03/01\nUR  - https://example.org\nER  - \n"
CSL = [
    {"id": "doe", "type": "book", "title": "Wells", "author": [{"family": "Doe"}], "issued": {"date-parts": [[2020]]}}
]
NOTES = {"rows": [{"id": "x", "uri": "https://a.b", "text": "t", "tags": ["y"], "target": [
    {"source": "https://a.b", "selector": [{"type": "TextQuoteSelector", "exact": "one", "prefix": "p", "suffix": "s"}]}
]}]}  # fmt: skip
PAGE = "<!doctype html><html><head><title>T</title></head><body><p>One <b>two</b> &amp; one.<table><tr><td>4</table>"
BAG = "arg(a, 0.5). arg(b, 0.8)\n% c\narg(c, 1)\natt(a, b). att(b, a).\nsup(c, a)\n"
QBAF = {"arguments": {"a": 0.5, "b": 1, "é c": 0}, "attacks": [["a", "b"], ["b", "a"]], "supports": [["é c", "a"]]}
FACTS = 'arg(a). arg("b c").\n% c\narg(c).\natt(a,"b c"). att("b c",a). att(c,c).\nsupport(a,c).\n'
NUMBERED = "p af 4\n# c\n1 2\n2 1\n2 3\n3 4\n4 4\n"
LETTERED = "a It rains.\nb\nc\n#\na b\nb a\nc c both\n"
SETTINGS = 'ignore = ["AM112"]\nseverity = {AM101 = "note"}\n[per-file-ignores]\n"arguments/*" = ["orphan"]\n'

PROJECT = {
    "argmap.toml": SETTINGS,
    "seeds/s.yaml": RECORD,
    "seeds/t.yaml": "title: T\nbased-on: [s]\ntext: texts/t.txt\n",
    "seeds/texts/s.txt": TEXT,
    "seeds/texts/t.txt": "One two one.",
    "arguments/m.yaml": MAP,
    "new.txt": TEXT.replace("not ", "").replace("two", "2"),
}
ON_A_MAP = [
    *(f"check --select ALL --output-format {form}" for form in ("full", "concise", "json", "sarif", "github")),
    *("check", "check {file}", "evaluate {file}", "evaluate {file} --json --basis cited", "sources --json"),
    *("evaluate {file} --basis granted", "why dig {file}", "why low {file} --basis cited", "sources {file} --links"),
    *(f"convert {{file}} out.{form}" for form in ("yaml", "json", "argdown", "jsonld")),
    *("format {file} --diff", "format", "render {file} -o out.dot", "render {file} --all --arrangement apart -o o.dot"),
    *("weak {file}", "sources {file} --impact", "what-if {file} --without statement=low --with statement=dig --json"),
    *("render {file} --around dig -o out.dot", "lock", "lock --check", "review --all --reviewer me", "reanchor"),
    *("reanchor --accept weak", "coverage s", "coverage s --unused", "annotate s one", "render {file} -o out.svg"),
    *("render {file} -o out.html --with-source", "render {file} --overview -o out.mmd", "show {file} --width 40"),
    *("compare {file} arguments/m.yaml", "compare {file} {file} --json", "diff {file} arguments/m.yaml"),
    *("diff arguments/m.yaml {file} --markdown", "diff {file} {file} --json"),
    *("report {file} --no-picture -o out.md", "report {file} --no-picture -o out.html"),
    *("corpus build {file} corpus/ --jobs 0", "corpus query corpus/ 'FROM labels JOIN findings USING (map)'"),
    *("reliability {file} --each 0.9", "reliability {file} --source s=0.5 --each 0.9 --draws 100 --json"),
    *("solve {file} -p EE-PR --verify", "solve {file} -p DS-PR -a dig --translation gadget --budget 2 --json"),
    *("strengths {file}", "strengths {file} --semantics dfquad --check none --base dig=1 --json"),
    *("corpus stats corpus/", "corpus duplicates corpus/ --json", "corpus query corpus/ 'FROM problems' --format csv"),
]
ON_A_PROJECT = [
    *("check", "check --select ALL --output-format json", "lock", "lock --check", "review low --reviewer me"),
    *("reanchor --accept weak", "evaluate", "next", "sources --json", "sources --links", "coverage s --json", "format"),
    *("strengths --csv", "reliability low --each 0.8", "reliability --source s=0.5 --grade B=0.5 --basis cited"),
    *("weak", "weak low --json", "sources --impact", "what-if --without source=s --with statement=low"),
    *("matrix", "matrix low --json", "show --json", "show --around low --ascii", "report -o out/", "doctor --json"),
    *("source update s new.txt", "annotate s 'one two'", "why low", "format --check", "review --suspect --reviewer me"),
]
ON_A_GRAPH = ["strengths {file}", "strengths {file} --json --base a=0.1", "strengths {file} --semantics burden --csv"]
ON_A_FRAMEWORK = [
    *(f"solve {{file}} -p SE-{name} --verify" for name in ("CF", "NA", "AD", "GR", "CO", "PR", "ST", "SST", "STG")),
    *(f"solve {{file}} -p {problem}" for problem in ("EE-ID", "EE-EAG", "CE-CF2", "EE-STAGE2", "CE-CO")),
    *(f"solve {{file}} -p {problem} -a {name} --json" for problem in ("DC-PR", "DS-ST") for name in ("a", "2")),
]
ON_A_LIST = ["source add {file} --references", "source add {file} --references --encoding latin-1"]
ON_A_DOCUMENT = ["source add {file} --id d", "source update s {file}", "source add {file} --main-text"]
ON_FOREIGN = ["check {file}", "convert {file} out.yaml", "convert {file} out.yaml --from hypothesis", "format {file}"]
ON_FOREIGN += ["import {file} --into out", "import . --into out --to json --json"]
ON_WORDS = [
    *("reliability --source {words}", "reliability {words} --each 0.5", "reliability --each {words} --grade {words}"),
    *("strengths --semantics {words}", "strengths --check {words}", "strengths --base {words}", "strengths {words}"),
    *("solve {file} -p {words}", "solve {file} -p DC-PR -a {words}", "solve {words} -p SE-PR --budget {words}"),
    *("schemes {words}", "formats {words}", "import {words} --into out"),
    *("annotate s {words}", "why {words}", "explain {words}", "check --select {words}", "review {words} --reviewer me"),
    *("render --around {words} --to dot", "render --group {words} --to dot", "source add new.txt --id {words}"),
    *(
        "source add new.txt --title {words} --url {words}",
        "check {words}",
        "convert {words} {words}",
        "coverage {words}",
    ),
    *("check {file} --input-format {words}", "render {file} --to {words}", "source fetch {words}", "init {words}"),
    *(
        "source update {words} {words}",
        "review --all --reviewer {words}",
        "render {file} -o {words}",
        "{words} {words}",
    ),
]
TOKENS = [
    *(": ", ":", "- ", "# ", '"', "'", "{", "}", "[", "]", "&a ", "*a", "!!python/name:os ", "|", ">-", "? ", "---\n"),
    *("...\n", "\t", "\r", "\r\n", "\0", "\x1b[2J", "\x85", "\u2028", "\ufeff", "\u202e", "\ud800", "\U0010ffff", "%"),
    *("(1) ", "----\n", "-- x --\n", "<a>", "[b]: ", " + <", " -> ", "><", "_>", "@include(m.argdown)", "```\n", "/*"),
    *("<!--", "-->", "<![CDATA[", "&#1;", "&#xD800;", "<![ x ]>", "\\u0000", "\\ud800", "\\", "$", "…", "#:~:text="),
    *("null", "1e999", "-0", "9" * 400, "²", "٣", "½", "true", "2024-13-45", "a + b", "dig", "because: ", "nodes:"),
    *("{" * 400, "[" * 3000, "(" * 200, "- " * 300, "> " * 300, "  " * 300, "a: {" * 200, "x" * 5000, "\n" * 200),
]  # fmt: skip


class Input(NamedTuple):
    """A folder of files by their paths, what of it is damaged, and the commands that are run there."""

    kind: str
    files: dict[str, bytes]
    commands: list[list[str]]


def make(seed: int, number: int) -> Input:
    """Make an input of a run."""
    dice = random.Random(f"{seed} {number}")
    kind = dice.choices(list(KINDS), [weight for weight, _ in KINDS.values()])[0]
    name, content, commands = KINDS[kind][1](dice)
    files = {path: text.encode() for path, text in PROJECT.items()} | _lock_of(dice) | {name: content}
    if name.startswith("arguments/"):
        del files["arguments/m.yaml"]
        files[name] = content
    words = _words(dice) if kind == "words" else ""
    chosen = dice.sample(commands, min(len(commands), dice.choice((1, 1, 2))))
    return Input(kind, files, [_line(command, name, words) for command in chosen])


def _line(command: str, file: str, words: str) -> list[str]:
    parts = command.replace("'one two'", "one\0two").split()
    return [part.replace("\0", " ").replace("{file}", file).replace("{words}", words) for part in parts]


def _words(dice: random.Random) -> str:
    """Make what is typed; as a path, it leads nowhere outside the folder that the commands run in."""
    base = dice.choice(
        ["dig", "s", "one two", "AM101", "yaml", "x/y", "one … two", "https://a.b/c", "", "-", "--x", "~"]
    )
    typed = damaged(dice, base.encode(), 2).decode("utf-8", "replace").replace("\0", "")[:3000]
    return re.sub(r"\.{2,}", ".", typed).lstrip("/")


def damaged(dice: random.Random, data: bytes, most: int = 4) -> bytes:
    """Change a text in a few places: what is cut, moved, repeated, put in, or saved otherwise."""
    for _ in range(dice.randint(1, most)):
        data = dice.choice(_DAMAGES)(dice, data)
    return data[:300_000]


def _put_in(dice: random.Random, data: bytes) -> bytes:
    at = dice.randint(0, len(data))
    return data[:at] + dice.choice(TOKENS).encode("utf-8", "surrogatepass") + data[at:]


def _cut(dice: random.Random, data: bytes) -> bytes:
    a, b = sorted((dice.randint(0, len(data)), dice.randint(0, len(data))))
    return data[:a] + data[min(b, a + dice.choice((1, 5, 50))) :]


def _end(dice: random.Random, data: bytes) -> bytes:
    return data[: dice.randint(0, len(data))]


def _repeat(dice: random.Random, data: bytes) -> bytes:
    a = dice.randint(0, len(data))
    part = data[a : a + dice.choice((1, 8, 60))]
    return data[:a] + part * min(dice.choice((2, 30, 2000)), 1 + 60_000 // max(1, len(part))) + data[a:]


def _swap(dice: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def _indent(dice: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    lines[at] = dice.choice((b" ", b"  ", b"\t", b"    - ", b"> ")) + lines[at]
    return b"\n".join(lines)


def _byte(dice: random.Random, data: bytes) -> bytes:
    at = dice.randint(0, len(data))
    return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]


def _save_otherwise(dice: random.Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    how = dice.choice(("utf-16", "utf-32", "latin-1", "utf-8-sig", "cp1251", "crlf", "cr"))
    if how in ("crlf", "cr"):
        return text.replace("\n", "\r\n" if how == "crlf" else "\r").encode()
    return text.encode(how, "replace")


def _splice(dice: random.Random, data: bytes) -> bytes:
    other = dice.choice(_broken()) if dice.random() < 0.7 else dice.choice(list(PROJECT.values())).encode()
    at = dice.randint(0, len(data))
    return data[:at] + _cut(dice, other) + data[at:]


_DAMAGES = (_put_in, _put_in, _put_in, _cut, _cut, _end, _repeat, _swap, _indent, _byte, _save_otherwise, _splice)


@cache
def _broken() -> list[bytes]:
    """Return the broken documents of the tests."""
    return [content for each in slips() for name, content in each.files.items() if name != "argmap.toml"]


Made = tuple[str, bytes, list[str]]


def _yaml(dice: random.Random) -> Made:
    base = dice.choice([MAP.encode(), *_broken(), json.dumps(awkward(dice.randrange(500)), indent=1).encode()])
    return "arguments/m.yaml", damaged(dice, base), ON_A_MAP


def _json(dice: random.Random) -> Made:
    base = json.dumps(awkward(dice.randrange(500)), ensure_ascii=dice.random() < 0.5, indent=dice.choice((None, 1)))
    return "arguments/m.json", damaged(dice, base.encode()), ON_A_MAP


def _argdown(dice: random.Random) -> Made:
    shipped = (ROOT / "docs" / "examples" / "telephones.argdown").read_bytes()
    return "arguments/m.argdown", damaged(dice, dice.choice([ARGDOWN.encode(), shipped[:3000]])), ON_A_MAP


def _markdown(dice: random.Random) -> Made:
    content = f"# Part\n\nWords.\n\n```argmap\n{MAP}```\n\n```argdown\n{ARGDOWN}\n```\n"
    return "arguments/m.md", damaged(dice, content.encode()), [*ON_A_MAP, "check {file}#2", "evaluate {file}#2"]


def _valid(dice: random.Random) -> Made:
    m = dice.choice(_random_maps())
    form = dice.choice(("yaml", "json", "argdown"))
    text = documents.written(m, f"m.{form}").text.encode("utf-8", "backslashreplace")
    commands = [command.replace("dig", "a").replace("why low", "why b") for command in ON_A_MAP]
    return f"arguments/m.{form}", damaged(dice, text, 1) if dice.random() < 0.3 else text, commands


def _lock_of(dice: random.Random) -> dict[str, bytes]:
    return {"argmap.lock": _lock()} if dice.random() < 0.3 else {}


@cache
def _lock() -> bytes:
    """Return the lock of the project, with reviews of its statements."""
    import tempfile
    from contextlib import chdir

    from click.testing import CliRunner

    from argmap.cli.group import argmap

    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        write({path: text.encode() for path, text in PROJECT.items()})
        CliRunner().invoke(argmap, ["review", "--all", "--reviewer", "me"])
        return Path("argmap.lock").read_bytes()


def write(files: dict[str, bytes]) -> None:
    """Write files into the working folder."""
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content)


def _foreign(dice: random.Random) -> Made:
    target = {"source": "https://a.b", "selector": {"type": "TextQuoteSelector", "exact": "one"}}
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": target, "body": "x"}
    return "notes.json", damaged(dice, json.dumps(dice.choice([NOTES, page])).encode()), ON_FOREIGN


def _file(name: str, text: str, commands: list[str]) -> Callable[[random.Random], Made]:
    return lambda dice: (name, damaged(dice, text.encode()), commands)


KINDS: dict[str, tuple[float, Callable[[random.Random], Made]]] = {
    "YAML map": (20, _yaml),
    "JSON map": (10, _json),
    "Argdown": (14, _argdown),
    "Markdown": (6, _markdown),
    "valid map": (20, _valid),
    "record": (7, _file("seeds/s.yaml", RECORD, [*ON_A_PROJECT, "format seeds/s.yaml --diff"])),
    "lock": (5, lambda dice: ("argmap.lock", damaged(dice, _lock()), ON_A_PROJECT)),
    "settings": (4, _file("argmap.toml", SETTINGS, [*ON_A_PROJECT, "rules"])),
    "text": (4, _file("seeds/texts/s.txt", TEXT, ON_A_PROJECT)),
    "BibTeX": (1.5, _file("r.bib", BIB, ON_A_LIST)),
    "RIS": (1.5, _file("r.ris", RIS, ON_A_LIST)),
    "CSL-JSON": (1.5, _file("r.json", json.dumps(CSL), ON_A_LIST)),
    "annotations": (2, _foreign),
    "numbered framework": (1, _file("f.af", NUMBERED, ON_A_FRAMEWORK)),
    "framework of facts": (1, _file("f.apx", FACTS, ON_A_FRAMEWORK)),
    "framework of lines": (1, _file("f.tgf", LETTERED, ON_A_FRAMEWORK)),
    "bipolar graph": (2, _file("g.bag", BAG, ON_A_GRAPH)),
    "bipolar graph in JSON": (2, _file("g.json", json.dumps(QBAF), ON_A_GRAPH)),
    "plain document": (1, _file("d.txt", TEXT, ON_A_DOCUMENT)),
    "web page": (0.3, _file("d.html", PAGE, ON_A_DOCUMENT)),
    "words": (3, _file("new.txt", TEXT, ON_WORDS)),
}
"""Kind of input: how often it is made, in parts of a hundred, and what makes it."""


TANGLED, LARGE = 400, 30
"""How many random maps of each strategy of the tests there are; the large ones take long to draw."""


def prepare() -> None:
    """Make what all inputs share, which takes a while."""
    _random_maps(), _broken(), _lock()


@cache
def _random_maps() -> list[ArgumentMap]:
    """Return valid maps of the tests' strategies, tangled ones and all sorts, the same ones in every run."""
    return [*_drawn("tangles", "tangles", TANGLED), *_drawn("strategies", "maps", LARGE)]


def _drawn(module: str, name: str, count: int) -> list[ArgumentMap]:
    from hypothesis import HealthCheck, Phase, given, seed, settings

    spec = importlib.util.spec_from_file_location(f"hostile_{module}", ROOT / "tests" / f"{module}.py")
    assert spec  # noqa: S101
    assert spec.loader  # noqa: S101
    loaded: Any = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loaded
    spec.loader.exec_module(loaded)
    maps: list[ArgumentMap] = []

    @seed(1)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(getattr(loaded, name)())
    def collect(m: ArgumentMap) -> None:
        maps.append(m)

    collect()
    return maps
