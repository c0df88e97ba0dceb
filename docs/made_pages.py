"""Pages made from the program itself when the documentation is built: rules, commands, fields, Python, the gallery.

They are written to ``docs/made``, which git ignores, in Markdown for Sphinx. What they say stands in docstrings, in the
help of the commands, in the schema and in the maps; nothing is written twice.
"""

from __future__ import annotations

import inspect
import json
import os
import re
import shutil
from base64 import b64decode
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import click

import argmap
from argmap import errors, formats
from argmap.checks import Check
from argmap.cli.group import argmap as commands
from argmap.corpora.tables import TABLES
from argmap.model.findings import Rule
from argmap.native.schema import schema
from argmap.schemes.catalogue import catalogue, ids
from argmap.schemes.words import CONCLUDES
from argmap.workflows.rules import all_checks, first_line, page

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "made"
_COLUMNS = 9
"""Formats side by side in a table, so that it fits a page."""
FAMILIES = {
    "AM0": "Reading the file",
    "AM1": "Support and standing",
    "AM2": "Citations and passages",
    "AM3": "Sources",
    "AM4": "What a passage says",
    "AM5": "Relations",
    "AM6": "Schemes and critical questions",
    "AM7": "Wording and copying",
}
ROOMS = {
    "project": "Reading and writing maps",
    "workflows": "Checking, drawing, tables",
    "comparison": "Comparing maps",
    "corpora": "Many maps at once",
    "analysis": "All about one map",
    "evaluation": "Support and standing",
    "frameworks": "Formal argumentation",
    "model": "What a map is made of",
    "renderers": "Pictures",
    "errors": "Errors",
}
"""The rooms of the package in which public names live, each with its heading."""


def write() -> None:
    """Write all pages, in place of those of the last time."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for name, text in _pages():
        (FOLDER / name).write_text(text, encoding="utf-8")


def _pages() -> Iterator[tuple[str, str]]:
    yield "gallery.md", _joined(_gallery())
    yield "rules.md", _joined(_rules())
    for family in _families():
        yield f"{family.lower()}.md", _joined(_family(family))
    yield "schemes.md", _joined(_schemes())
    yield "commands.md", _joined(_commands())
    yield "fields.md", _joined(_fields())
    yield "formats.md", _joined(_formats())
    yield "python.md", _joined(_python())
    yield "tables.md", _joined(_tables())
    for name in ("microtexts", "semantics-study"):
        yield f"{name}.md", _joined(_notebook(ROOT / "docs" / f"{name}.ipynb"))


def _joined(parts: Iterator[str]) -> str:
    return "\n\n".join(parts) + "\n"


# Maps


def _gallery() -> Iterator[str]:
    """Yield each shipped map: its picture, and the text it is drawn from."""
    yield "# Gallery"
    yield "The maps that argmap comes with, drawn when this page was made. A picture opens the map as a page."
    for file in sorted([*ROOT.glob("arguments/*.*"), *ROOT.glob("docs/examples/*.*")]):
        if file.suffix not in (".yaml", ".argdown"):
            continue
        m = argmap.load(file)
        path = Path(os.path.relpath(file, FOLDER)).as_posix()
        yield f"## {_plain(m.title or file.stem)}"
        if m.description:
            yield _plain(m.description)
        beside = ":with-source:\n" if _are_ours(m) else ""
        yield f"```{{argmap}} {path}\n:with-page:\n{beside}```"
        lines = len(file.read_text(encoding="utf-8").splitlines())
        shown = file.relative_to(ROOT).as_posix()
        yield f"<details><summary><code>{shown}</code>, {lines} lines</summary>"
        yield f"```{{literalinclude}} {path}\n:language: {'yaml' if file.suffix == '.yaml' else 'text'}\n```"
        yield "</details>"


def _are_ours(m: argmap.ArgumentMap) -> bool:
    """Tell whether the texts of a map's sources may be published with these pages."""
    analysis = argmap.analyse(m)
    return {analysis.sources[source].licence for source in analysis.texts} == {"MIT"}


# Rules


def _rules() -> Iterator[str]:
    """Yield the list of all rules."""
    yield "# Rules"
    yield (
        "What `argmap check` looks for. Each rule has a code, a name and a severity; a code is never used again. "
        "`argmap explain CODE` prints the same pages in a terminal."
    )
    for family in _families():
        yield f"## {family}: {FAMILIES[family]}"
        rows = [
            f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} | {_severity(rule, check)} | {_flaw(rule)} |"
            for rule, check in all_checks().items()
            if rule.code.startswith(family)
        ]
        yield "\n".join(["| Code | Name | Severity | The flaw |", "|---|---|---|---|", *rows])
    others = "\n".join(_families()).lower()
    yield f"```{{toctree}}\n:hidden:\n\n{others}\n```"


def _families() -> list[str]:
    return list(dict.fromkeys(rule.code[:3] for rule in all_checks()))


def _family(family: str) -> Iterator[str]:
    """Yield the pages of the rules whose codes begin alike."""
    yield f"# {family}: {FAMILIES[family]}"
    for rule, check in all_checks().items():
        if not rule.code.startswith(family):
            continue
        rest = page(rule.name).partition("\n")[2]
        yield f"({rule.code.lower()})=\n## {rule.code} {rule.name}"
        yield f"**{_flaw(rule)}** {_severity(rule, check).capitalize()}."
        for head, body in re.findall(r"^(\S.*):\n((?:(?: {4}.*)?\n?)+)", rest, re.MULTILINE):
            yield from _section(head, inspect.cleandoc(body))


def _flaw(rule: Rule) -> str:
    return _prose(first_line(rule.name))


def _severity(rule: Rule, check: Check) -> str:
    return f"{rule.severity}{'' if check.default else ', only when selected'}"


def _section(head: str, body: str) -> Iterator[str]:
    """Yield a section of a rule's page: prose, or an example with what its sources say."""
    if not head.startswith(("Example", "Use instead")):
        yield f"*{head}.* {_prose(body)}"
        return
    example, *told = re.split(r"\n\n(?=with )", body)
    yield f"*{head}:*"
    yield f"```{'text' if 'Argdown' in head else 'yaml'}\n{example.rstrip()}\n```"
    yield from (line.rstrip() for line in told)


# Schemes


def _schemes() -> Iterator[str]:
    """Yield the catalogue of schemes: of each its roles, its critical questions and a map."""
    yield "# Schemes"
    yield (
        "The argumentation schemes that argmap knows. `argmap explain SCHEME` prints the same in a terminal; "
        "[Schemes](../schemes.md) tells how they are used. The questions are in argmap's own words. Whoever argues has "
        "to back the answer to one of the kind *P*; what one of the kind *A* asks is taken for granted until somebody "
        "challenges it; what one of the kind *E* asks counts only if somebody backs it."
    )
    rows = [f"| [{each.id}](#scheme-{each.id}) | {_prose(each.reasoning)} |" for each in catalogue().values()]
    yield "\n".join(["| Scheme | The pattern |", "|---|---|", *rows])
    for scheme in catalogue().values():
        yield f"(scheme-{scheme.id})=\n## {scheme.title}"
        yield f"`{scheme.id}`. {_prose(scheme.reasoning)} It concludes {_prose(CONCLUDES[scheme.conclusion])}."
        roles = [f"| `{r.id}` | {_prose(r.says)} | {'required' if r.required else ''} |" for r in scheme.roles]
        yield "\n".join(["| Role | What its premise says | |", "|---|---|---|", *roles])
        asked = [
            f"| `{q.id}` | {_prose(q.asks)} | {q.kind} | {f'`{q.role}`' if q.role else ''} |" for q in scheme.questions
        ]
        yield "\n".join(["| Question | | Kind | Role |", "|---|---|---|---|", *asked])
        yield f"```yaml\n{scheme.example.rstrip()}\n```"
        called = ", ".join(dict.fromkeys([*([scheme.aif] if scheme.aif else []), *scheme.aliases]))
        after = f" The pattern is after {_prose(scheme.source)}." if scheme.source != "argmap" else ""
        yield f"Also called {_prose(called)}.{after}" if called else after.strip()


# Commands


def _commands() -> Iterator[str]:
    """Yield each command: what it does, its options, examples."""
    yield "# Commands"
    yield "What `argmap COMMAND --help` prints. Exit status of all: 0 clean, 1 findings, 2 cannot run."
    context = click.Context(commands, info_name="argmap")
    for name in commands.list_commands(context):
        if command := commands.get_command(context, name):
            yield from _command(command, click.Context(command, info_name=name, parent=context), "##")


def _command(command: click.Command, context: click.Context, level: str) -> Iterator[str]:
    yield f"{level} {context.command_path}"
    usage = " ".join(command.get_usage(context).removeprefix("Usage: ").split())
    yield f"```text\n{usage}\n```"
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        if not paragraph.startswith("\b"):
            yield _prose(paragraph)
            continue
        _, _, lines = paragraph.partition("\n")
        lines = lines.removeprefix("Examples:\n")
        yield f"```text\n{inspect.cleandoc(lines)}\n```"
    records = [param.get_help_record(context) for param in command.params if isinstance(param, click.Option)]
    yield from (f"`{names}`\n: {_prose(told)}" for names, told in filter(None, records))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            if each := command.get_command(context, name):
                yield from _command(each, click.Context(each, info_name=name, parent=context), level + "#")


# Fields


def _fields() -> Iterator[str]:
    """Yield the fields of maps and source records, from the schemas."""
    yield "# Fields"
    yield (
        "What a map and a source record may hold, from the schemas that `argmap schema` prints. "
        "[The document](../format.md) tells how they are used."
    )
    made = schema("map")
    yield "## The map"
    yield from _table(made)
    for name, definition in made["$defs"].items():
        yield f"(field-{name})=\n## {name.capitalize()}"
        yield from _table(definition)


def _table(definition: Mapping[str, Any]) -> Iterator[str]:
    needed = definition.get("required", ())
    rows = []
    for name, field in definition["properties"].items():
        takes = f"{_kind(field)}, required" if name in needed else _kind(field)
        rows.append(f"| `{name}` | {_prose(field.get('description', ''))} | {takes} |")
    yield "\n".join(["| Field | Meaning | Takes |", "|---|---|---|", *rows])


def _kind(field: Mapping[str, Any]) -> str:
    """Say in words what a field takes."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#field-{name})"
    if "enum" in field:
        is_long = field["enum"] == list(ids())
        return "a [scheme](schemes.md)" if is_long else ", ".join(f"`{value}`" for value in field["enum"])
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(_kind(each) for each in field["anyOf"]))
    if field.get("type") == "array":
        return f"a list of {_kind(field['items'])}"
    if field.get("type") == "object":
        return f"by id: {_kind(field['additionalProperties'])}"
    words = {"boolean": "`true`, `false`", "integer": "a whole number", "number": "a number"}
    return words.get(str(field.get("type")), "text")


# Formats


def _formats() -> Iterator[str]:
    """Yield what each format that is written keeps of a map, from its declaration, and which are read."""
    yield "# What each format keeps"
    yield (
        "A map may say more than a file of another format can hold. What is lost is told when it is written; here is, "
        "for each format, what it keeps (✓). YAML, JSON and Argdown keep all of it. What a reader leaves out stands on "
        "the [page of each format](../coming-from/README.md)."
    )
    every = {name: formats.named(name) for members in formats.rooms().values() for name in members}
    keeps = {name: form.keeps for name, form in every.items() if form.write and form.keeps is not None}
    names = list(keeps)
    for members in (names[at : at + _COLUMNS] for at in range(0, len(names), _COLUMNS)):
        head = " | ".join(map(_hyphened, members))
        rows = [
            f"| {several} | {' | '.join('✓' if part in keeps[name] else ' ' for name in members)} |"
            for part, several in formats.parts().items()
        ]
        yield "\n".join([f"| | {head} |", f"|---|{':-:|' * len(members)}", *rows])
    yield "## All formats"
    listed = [
        f"| `{_hyphened(name)}` | {_plain(form.title)} | {', '.join(f'`{each}`' for each in form.suffixes)} "
        f"| {'read and written' if form.write else 'read'} |"
        for name, form in every.items()
    ]
    yield "\n".join(["| Name | Format | Endings | |", "|---|---|---|---|", *listed])


def _hyphened(name: str) -> str:
    return name.replace("_", "-")


# Python


def _python() -> Iterator[str]:
    """Yield the public names, by the room of the package that they live in."""
    yield "# Python"
    yield (
        "The public names of `argmap`. Values are frozen: `attrs.evolve` makes a changed copy. "
        "[The library](../library.md) shows how they are used together."
    )
    values = {name: getattr(argmap, name) for name in argmap.__all__}
    for name, value in vars(errors).items():
        if inspect.isclass(value) and issubclass(value, argmap.ArgmapError) and value is not argmap.ArgmapError:
            values[f"errors.{name}"] = value
    rooms: dict[str, list[str]] = {room: [] for room in ROOMS}
    for name, value in values.items():
        rooms[value.__module__.split(".")[1]].append(_directive(name, value))
    for room, shown in rooms.items():
        yield f"## {ROOMS[room]}"
        yield from (f"```{{eval-rst}}\n{each}\n```" for each in shown)


def _directive(name: str, value: Any) -> str:
    if inspect.isfunction(value):
        return f".. autofunction:: argmap.{name}"
    options = "   :members:" + ("\n   :undoc-members:" if issubclass(value, Enum) else "")
    kind = "autoexception" if issubclass(value, Exception) else "autoclass"
    return f".. {kind}:: argmap.{name}\n{options}"


# Corpora


def _tables() -> Iterator[str]:
    """Yield the tables of a corpus: their columns, and what these mean."""
    yield "# Tables of a corpus"
    yield "What `argmap corpus build` makes of maps; [Many maps](../corpora.md) shows how they are asked."
    for table in TABLES.values():
        yield f"## {table.name}\n\n{_prose(table.doc)}"
        rows = (f"| `{column.name}` | {column.type} | {_prose(column.doc)} |" for column in table.columns)
        yield "\n".join(["| Column | Holds | Meaning |", "|---|---|---|", *rows])


def _notebook(file: Path) -> Iterator[str]:
    """Yield the cells of a notebook, and what they showed when it was run."""
    for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
        text = "".join(cell["source"])
        yield text if cell["cell_type"] == "markdown" else f"```python\n{text}\n```"
        for at, output in enumerate(cell.get("outputs", ())):
            data = output["data"]
            if "image/png" in data:
                picture = FOLDER / f"{file.stem}-{cell['id']}-{at}.png"
                picture.write_bytes(b64decode(data["image/png"]))
                yield f"![What the lines above draw]({picture.name})"
            else:
                yield f"```text\n{''.join(data['text/plain'])}\n```"
    yield f"The notebook is {{download}}`{file.name} <../{file.name}>`."


# Text


def _prose(text: str) -> str:
    """Return text as Markdown that says just that; options, and what stands between backquotes, are code."""
    parts = re.split(r"(``?[^`]+``?|(?<!\S)--[a-z][a-z-]*)", " ".join(text.split()) if "\n\n" not in text else text)
    codes = [f"`{part.strip('`')}`" if at % 2 else _plain(part) for at, part in enumerate(parts)]
    return "".join(codes)


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_<\[\]|])", r"\\\1", text)
