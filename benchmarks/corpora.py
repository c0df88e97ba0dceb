#!/usr/bin/env python3
"""Make a folder of small maps, and build a corpus of it: `python benchmarks/corpora.py MAPS OUT [--dask] [--tables …]`.

The maps are as small as those of the microtexts: two to eight statements, five in the middle, of about twenty words
each, and a relation for each but the first. Every tenth cites a source. What runs is a process with two workers; these
are forked, so that their CPU time is counted with that of the process (the command's own are not its children).
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import inputs

WORKERS = 2
READING = ("maps", "statements", "relations", "citations", "sources")
LABELS = (*READING, "labels")


def write(folder: Path, count: int) -> None:
    """Write so many maps, a thousand in a folder; the same number always gives the same files."""
    for number, content in enumerate(maps(count)):
        part = folder / f"{number // 1000:03}"
        part.mkdir(parents=True, exist_ok=True)
        (part / f"{number:06}.json").write_text(json.dumps(content), encoding="utf-8")


def maps(count: int) -> Iterator[dict[str, object]]:
    """Make native documents, no two of which say the same."""
    dice = random.Random(20_000)
    for number in range(count):
        size = dice.randint(2, 8)
        nodes: dict[str, dict[str, object]] = {
            f"s{each}": {"premise" if each else "claim": inputs.sentence(dice)} for each in range(size)
        }
        for each in range(1, size):
            reasons = nodes[f"s{dice.randrange(each)}"].setdefault("but" if dice.random() < 0.3 else "because", [])
            assert isinstance(reasons, list)  # noqa: S101  (for the type)
            reasons.append(f"s{each}")
        content: dict[str, object] = {"title": f"Map {number}", "nodes": nodes}
        if number % 10 == 0:
            nodes[f"s{size - 1}"]["cite"] = 'report "the first words … the last words" p. 3'
            content["sources"] = {"report": {"title": "A report"}}
        yield content


def main() -> None:
    """Build a corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("maps")
    parser.add_argument("out")
    parser.add_argument("--dask", action="store_true", help="with two workers of a Dask cluster on this machine")
    parser.add_argument("--tables", default=",".join(READING))
    options = parser.parse_args()
    from argmap.corpora import crews
    from argmap.corpora.building import build

    tables = options.tables.split(",")
    if options.dask:
        from distributed import Client, LocalCluster

        with (
            LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            build(options.maps, options.out, tables=tables, crew=crews.given(client.get_executor()))
        return
    import argmap.corpora.ready  # noqa: F401  (before the workers are forked, as the command's are)

    context = multiprocessing.get_context("fork")
    build(options.maps, options.out, tables=tables, crew=crews.Crew(lambda: ProcessPoolExecutor(2, context), WORKERS))


if __name__ == "__main__":
    main()
