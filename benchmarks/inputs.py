"""Inputs: one argument graph of any size, as a native map with its sources and as Argdown.

The same size always gives the same graph: sections of twenty statements, each a tree, with relations across. Where the
generator that the peers were measured with lies beside the repository, the graphs are its own; they are alike.
"""

from __future__ import annotations

import random
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

GENERATOR = Path(__file__).resolve().parents[2] / "shared" / "bench" / "gen.py"
SECTION = 20
CITATIONS_PER_SOURCE = 25

ADJECTIVES = ("public", "costly", "early", "reliable", "narrow", "local", "measured", "shared", "lasting", "gradual")
NOUNS = (
    "transport",
    "budget",
    "clinic",
    "sensor",
    "forest",
    "harbour",
    "school",
    "market",
    "river",
    "garden",
    "tariff",
)
VERBS = ("reduces", "improves", "delays", "requires", "weakens", "explains", "supports", "threatens", "protects")
VALUES = ("safety", "calm", "time")
OPENINGS = ("It is likely that", "Several trials show that", "Nobody disputes that", "A careful reading implies that")
ENDINGS = ("within two years", "for most households", "unless the rules change", "even after maintenance costs")


class Graph(NamedTuple):
    """Statements by number: their sentences, and their relations as (from, to, ``because`` or ``but``)."""

    texts: list[str]
    relations: list[tuple[int, int, str]]


def graph(size: int) -> Graph:
    """Make an argument of a size: a tree in each section, the sections linked, and one relation in six across."""
    if GENERATOR.is_file():
        nodes, edges, _ = runpy.run_path(str(GENERATOR))["graph"](size)
        return Graph(
            [node[3] for node in nodes], [(a, b, "because" if kind == "sup" else "but") for a, b, kind, _ in edges]
        )
    dice = random.Random(size)
    relations: dict[tuple[int, int], str] = {}
    for i in range(1, size):
        root = i - i % SECTION
        targets = [dice.randrange(max(root, i - 8), i) if i > root else dice.randrange(i)]
        if dice.random() < 0.2:
            targets.append(dice.randrange(max(0, i - 200), i))
        for target in targets:
            relations.setdefault((i, target), "but" if dice.random() < 0.4 else "because")
    return Graph([sentence(dice) for _ in range(size)], [(a, b, key) for (a, b), key in relations.items()])


def sentence(dice: random.Random) -> str:
    """Make a sentence of about twenty words."""

    def fact() -> str:
        return f"the {dice.choice(ADJECTIVES)} {dice.choice(NOUNS)} {dice.choice(VERBS)} the {dice.choice(NOUNS)}"

    return f"{dice.choice(OPENINGS)} {fact()} {dice.choice(ENDINGS)} and {fact()}."


def document(g: Graph, per_source: float = CITATIONS_PER_SOURCE) -> dict[str, Any]:
    """Return the native document of a graph; two in three of the statements that nothing supports cite a source."""
    reasons: list[dict[str, list[str]]] = [{} for _ in g.texts]
    for source, target, key in g.relations:
        reasons[target].setdefault(key, []).append(f"s{source}")
    nodes: dict[str, Any] = {}
    cited = 0
    for i, text in enumerate(g.texts):
        nodes[f"s{i}"] = node = {"premise" if i % SECTION else "claim": text, **reasons[i]}
        if "because" not in node and i % 3:
            report, finding = divmod(cited, per_source)
            node["cite"] = [f'report-{int(report)} "Finding {int(finding)} is … was found"']
            cited += 1
    sources = {f"report-{k}": {"title": f"Report {k}"} for k in range(int(-(-cited // per_source)))}
    return {"title": f"{len(g.texts)} statements", "sources": sources, "nodes": nodes}


def weighed(content: dict[str, Any]) -> dict[str, Any]:
    """Weigh a document: one in ten attacks by a judgement or its force, the same by values that two orders rank.

    The claims that the sections begin with become recommendations, which every attack on them is weighed against.
    """
    attacks = 0
    for node in content["nodes"].values():
        if "claim" in node:
            node["recommendation"] = node.pop("claim")
        for at, name in enumerate(node.get("but", ())):
            attacks += 1
            if attacks % 10 == 0:
                reasons = node.get("because", ())
                judged = {"outweighed-by": reasons[0], "note": "It counts more."} if reasons else {"force": "weighs"}
                node["but"][at] = {"reason": name, "values": VALUES[attacks % 3], **judged}
                node["because"] = [{"reason": each, "values": VALUES[attacks % 2]} for each in reasons]
    orders = {"parents": " > ".join(VALUES), "drivers": " > ".join(reversed(VALUES))}
    return {**content, "orders": orders}


def to_yaml(content: dict[str, Any]) -> str:
    """Lay a native document out as its authors do."""

    def lines(mapping: dict[str, Any], indent: str) -> Iterator[str]:
        for key, value in mapping.items():
            if isinstance(value, dict):
                yield f"{indent}{key}:"
                yield from lines(value, indent + "  ")
            elif isinstance(value, list):
                yield f"{indent}{key}:"
                yield from (f"{indent}  - {item}" for item in value)
            else:
                yield f"{indent}{key}: {value}"

    return "\n".join(lines(content, "")) + "\n"


def write_project(content: dict[str, Any], folder: Path) -> Path:
    """Write a project whose one map cites records in `seeds/` with their texts at hand; give the map's path."""
    dice = random.Random(0)
    texts = folder / "seeds" / "texts"
    texts.mkdir(parents=True)
    for name, record in content["sources"].items():
        found = (f"Finding {k} is this: {sentence(dice)[:-1]}, as was found." for k in range(CITATIONS_PER_SOURCE))
        (texts / f"{name}.txt").write_text("\n\n".join(found), encoding="utf-8")
        (folder / "seeds" / f"{name}.yaml").write_text(
            to_yaml({**record, "text": f"texts/{name}.txt"}), encoding="utf-8"
        )
    file = folder / "arguments" / "map.yaml"
    file.parent.mkdir()
    file.write_text(to_yaml({key: value for key, value in content.items() if key != "sources"}), encoding="utf-8")
    return file


def to_argdown(g: Graph) -> str:
    """Return a graph in Argdown, each relation below its target: ``[s1]: …`` and ``  + [s2]``."""
    parts = [[f"[s{i}]: {text}"] for i, text in enumerate(g.texts)]
    for source, target, key in g.relations:
        parts[target].append(f"  {'+' if key == 'because' else '-'} [s{source}]")
    return "\n\n".join("\n".join(part) for part in parts) + "\n"
