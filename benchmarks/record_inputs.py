"""The inputs that `record.py` runs commands on: each a folder of files, with its command lines."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import inputs
from record_commands import (
    ALONE,
    ARGDOWN,
    DOCUMENT,
    DRIFT,
    EVERY,
    FOREIGN,
    JSON,
    MAP,
    PICTURES,
    PROJECT,
    SOURCE,
    STANDARD_INPUT,
    STATEMENT,
    TRIALS,
)

ROOT = Path(__file__).resolve().parent.parent
OUTLINE = {"nodes": {"a": {"claim": "Fees should rise.", "because": ["b"]}, "b": {"evidence": "Costs rose by 5 %."}}}


class Input(NamedTuple):
    """A folder of files by their paths, and the command lines that are run in fresh copies of it."""

    name: str
    files: dict[str, bytes]
    lines: list[str]


def every_input(shared: Path) -> Iterator[Input]:
    """Make all inputs: the repository's own, generated ones, and those of a folder of cases where it is at hand."""
    yield Input("alone", {}, list(ALONE))
    yield from shipped(shared / "article")
    yield from slips()
    for seed in range(30):
        yield single(f"awkward/{seed:02}", "m.json", json.dumps(awkward(seed)).encode(), MAP)
    for size in (25, 60, 200):
        graph = inputs.graph(size)
        yield single(f"graph/{size}", "m.argdown", inputs.to_argdown(graph).encode(), MAP)
    for seed in range(12):
        yield Input(f"drift/{seed:02}", drifting(seed), list(DRIFT))
    yield from shared_cases(shared / "cases")


def single(name: str, file: str, content: bytes, lines: Iterable[str]) -> Input:
    """Make an input of one file."""
    return Input(name, {file: content}, [line.replace("{file}", file) for line in lines])


def folder(path: Path) -> dict[str, bytes]:
    """Read the files of a folder."""
    return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


def shipped(article: Path) -> Iterator[Input]:
    """Make the repository's maps a project with its sources, article included, and take the examples of the docs."""
    files = {f"arguments/{name}": content for name, content in folder(ROOT / "arguments").items()}
    files |= {f"seeds/{name}": content for name, content in folder(ROOT / "seeds").items()}
    files |= {f"seeds/texts/{file.name}": file.read_bytes() for file in sorted(article.glob("*.txt"))}
    files["argmap.toml"] = b""
    maps = [name for name in files if name.startswith("arguments/")]
    lines = list(PROJECT)
    records = [Path(name).stem for name in files if Path(name).match("seeds/*.yaml")]
    lines += [line.replace("{source}", source) for source in records for line in SOURCE]
    for name in maps:
        head, _, nodes = files[name].decode().partition("\nnodes:")
        ids = re.findall(r"^  ([\w-]+):$", nodes, re.MULTILINE)
        lines += [line.replace("{file}", name).replace("{form}", "yaml") for line in (*MAP, *PICTURES, *STANDARD_INPUT)]
        lines += [line.replace("{file}", name).replace("{id}", i) for line in STATEMENT for i in ids[:: len(ids) // 6]]
        sections = re.findall(r"^  ([\w-]+): \w", head, re.MULTILINE)
        lines += [f"render {name} --group {section} -o out.dot" for section in sections[:3]]
    yield Input("shipped", files, lines)
    lock = {"argmap.lock": (ROOT / "argmap.lock").read_bytes()}
    yield Input("locked", files | lock, list(PROJECT))
    without = {name: content for name, content in files.items() if not name.startswith("seeds/texts/")}
    yield Input("without-texts", without | lock, list(PROJECT))
    for file in sorted((ROOT / "docs" / "examples").iterdir()):
        lines = [line.replace("{form}", "argdown") for line in (*MAP, *PICTURES, *STANDARD_INPUT)]
        yield single(f"docs/{file.stem}", file.name, file.read_bytes(), lines)
        yield from pages(file.read_text(encoding="utf-8"))


def pages(argdown: str) -> Iterator[Input]:
    """Make Markdown pages with maps of every kind among their words."""
    lines = [line.replace("{form}", "markdown") for line in (*MAP, *STANDARD_INPUT)]
    lines += [line.replace("{file}", "page.md#2") for line in (*MAP, "evaluate {file}", "render {file}")]
    for seed in range(100, 105):
        blocks = {"argdown": argdown, "argmap": inputs.to_yaml(OUTLINE), "argmap-json": json.dumps(awkward(seed))}
        kinds = random.Random(seed).sample([*blocks], k=3)
        content = "\n".join(f"# Part\n\nWords, *many*.\n\n```{kind}\n{blocks[kind]}\n```\n" for kind in kinds)
        yield single(f"pages/{seed}", "page.md", content.encode(), lines)


def slips() -> Iterator[Input]:
    """Take the broken documents of the tests: native ones, Argdown, and source records."""
    for file in sorted((ROOT / "tests").rglob("slips/*.txt")):
        cases = ("\n" + file.read_text(encoding="utf-8")).split("\n== ")[1:]
        for number, case in enumerate(cases):
            text = ("\n" + case.partition("\n")[2]).partition("\n--\n")[0][1:] + "\n"
            name, content = f"slips/{file.parent.parent.name}-{file.stem}-{number:02}", text.encode()
            if file.stem == "records":
                files = {"argmap.toml": b"", "seeds/r.yaml": content, "arguments/m.yaml": b"nodes: {a: {claim: A}}\n"}
                yield Input(name, files, ["check", "check --output-format json", "format --diff", "sources"])
            else:
                ending = "json" if file.stem == "json" else "argdown" if "argdown" in file.parts else "yaml"
                yield single(name, f"m.{ending}", content, EVERY)


WORDS = (
    *("rain", "Fees rose", "12", "no", ": ", "# ", "- ", '"', "'", "…", " … ", "[x]", "{y}", ", ", "&", "*", "!", "|"),
    *(">", "%", "@", "`", "\\", "+", " + ", "?", "=", "~", "\n", "\n\n", "\t", "—", "“", "”", "</svg>", "\\n", "(2)"),
    *("中文", "العاصفة", "\u202e", "🜚", "\u2028", "\ufeff", "null", "2024-05-01", "p. 3", "<<", "#tag", "http://a.b/c"),
    *("a long run of plain words that must be broken", "may", "5.5 %", "not", "5 %", "_x_", "**y**", "//z", "\x07"),
)
KINDS = ("claim", "premise", "recommendation", "evidence", "assumption", "objection", "question", "argument")


def awkward(seed: int) -> dict[str, Any]:
    """Make a native map of up to fifteen statements whose texts hold every mark that some format gives a meaning."""
    dice = random.Random(seed)
    ids = [f"{dice.choice(('s', 'Größe', 'x.', 'a_b-', '中'))}{i}" for i in range(dice.randint(1, 15))]

    def text() -> str:
        return " ".join(dice.choice(WORDS) for _ in range(dice.randint(1, 7)))

    def step() -> Any:
        reason = " + ".join(dice.sample(ids, min(len(ids), dice.choice((1, 1, 1, 2, 3)))))
        if dice.random() < 0.7:
            return reason
        return {"reason": reason, "id": f"step-{dice.randrange(10**6)}", "unless": [dice.choice(ids)]}

    def cite() -> Any:
        stance = dice.choice(("supports", "contradicts", "qualifies", "context"))
        return dice.choice(("memo", "memo p. 3", 'brief "one … two" (2)', {"source": "brief", "stance": stance}))

    nodes: dict[str, Any] = {}
    for name in ids:
        nodes[name] = node = {dice.choice(KINDS): text()}
        optional: dict[str, Any] = {
            "title": text(),
            "note": text(),
            "group": "g",
            "tags": ["t", text()],
            "because": [step()],
            "but": [step(), step()],
            "contradicts": [dice.choice(ids)],
            "cite": [cite()],
            "from": "one … two",
            "implicit": "true",
        }
        node |= {key: value for key, value in optional.items() if dice.random() < 0.3}
    sources = {"memo": {"title": text()}, "brief": {"url": "https://example.org/a b", "retrieved": "2020-01-01"}}
    return {"title": text(), "about": "brief", "groups": {"g": text()}, "sources": sources, "nodes": nodes}


def drifting(seed: int) -> dict[str, bytes]:
    """Make a project that quotes a text, and a revision of that text with words, figures and paragraphs changed."""
    dice = random.Random(seed)
    found = [inputs.sentence(dice)[:-1] for _ in range(30)]
    paragraphs = [
        f"Finding {k} is this: {sentence}, as was found in {k + 3} towns." for k, sentence in enumerate(found)
    ]
    nodes: dict[str, Any] = {}
    for k, paragraph in enumerate(paragraphs):
        words = paragraph.split()
        start = dice.randrange(len(words) - 8)
        phrase = " ".join(words[start : start + 4]) + dice.choice((" … ", " ")) + " ".join(words[start + 4 : start + 8])
        nodes[f"n{k}"] = {"evidence": f"Statement {k}.", "cite": [{"source": "s0", "quote": phrase}]}
    nodes["top"] = {"claim": "All of it.", "because": [f"n{k}" for k in range(30)]}
    revised = [revision(dice, paragraph) for paragraph in paragraphs if dice.random() < 0.95]
    return {
        "argmap.toml": b"",
        "arguments/map.yaml": inputs.to_yaml({"nodes": {"x": {"claim": "Begun."}}}).encode(),
        "arguments/map.json": json.dumps({"about": "s0", "nodes": nodes}, indent=1).encode(),
        "seeds/s0.yaml": b"title: S\ntext: texts/s0.txt\n",
        "seeds/texts/s0.txt": "\n\n".join(paragraphs).encode(),
        "new.txt": "\n\n".join(revised).encode(),
    }


def revision(dice: random.Random, paragraph: str) -> str:
    """Change a word of a paragraph, a figure, or nothing."""
    words = paragraph.split()
    place = dice.randrange(len(words))
    words[place] = dice.choice((words[place], words[place], "not", "17", "altogether", f"{words[place]} very"))
    return " ".join(words)


def shared_cases(cases: Path) -> Iterator[Input]:
    """Take the shared cases as they are, whether or not argmap reads their format."""
    for file in sorted(cases.glob("*/in/*")):
        lines = {".argdown": ARGDOWN, ".json": JSON}.get(file.suffix, FOREIGN)
        name = f"{file.parent.parent.name}/{file.name.replace('.', '-')}"
        yield single(name, f"m{file.suffix}", file.read_bytes(), lines)
    for place in sorted((cases / "trials").glob("*/")):
        files = {name: content for name, content in folder(place).items() if name != "case.md"}
        yield Input(f"trials/{place.name}", files | {"argmap.toml": b""}, trial_lines(place.name, files))
    if (cases / "anchoring").is_dir():
        yield anchoring(cases / "anchoring" / "cases.json")


def trial_lines(name: str, files: dict[str, bytes]) -> list[str]:
    """Return the command lines of a trial: those of its own, and those that fit its files."""
    lines = [line for pattern, own in TRIALS.items() if Path(name).match(pattern) for line in own]
    if "argmap.toml" in files or any(file.startswith("arguments/") for file in files):
        lines += PROJECT
    for file in files:
        if file.startswith("seeds/"):
            continue
        fitting = MAP if Path(file).suffix in {".yaml", ".argdown", ".md"} else DOCUMENT
        lines += [line.replace("{file}", file) for line in fitting]
        if file.endswith(".json"):
            lines += [line.replace("{file}", file) for line in JSON]
    return lines


def anchoring(file: Path) -> Input:
    """Make the shared cases of anchoring a project: a source for each text, a statement that quotes it for each."""
    files = {"argmap.toml": b""}
    nodes: dict[str, Any] = {}
    phrases = []
    for number, case in enumerate(json.loads(file.read_text(encoding="utf-8"))):
        text, selector = case["text"], case["selector"]
        ends = [selector.get(key) for key in ("exact", "start", "end")]
        quote = " … ".join(end for end in ends if isinstance(end, str))
        if not isinstance(text, str) or not quote:
            continue
        source = f"c{number}"
        files[f"seeds/{source}.yaml"] = f"text: texts/{source}.txt\nurl: https://example.org/{source}\n".encode()
        files[f"seeds/texts/{source}.txt"] = text.encode()
        nodes[source] = {"evidence": f"Case {number}.", "cite": [{"source": source, "quote": quote}]}
        phrases.append(f"annotate {source} '{quote}'" if "'" not in quote else f"coverage {source}")
    files["arguments/m.json"] = json.dumps({"nodes": nodes}, indent=1, ensure_ascii=False).encode()
    return Input("anchoring", files, [*PROJECT, *phrases, "lock ; sources --json ; sources --links"])
