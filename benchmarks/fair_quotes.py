"""How many misleading quotations ``argmap check`` tells, and how many fair ones it takes for such.

``python benchmarks/fair_quotes.py [--seed 901] [--count 300] [--language en] [--show-missed] [--show-alarms]``

Of each language as many misuses as fair quotations are written into sources, cited by a map, and checked as the command
does. A quotation is told if one of AM402 to AM407 stands on its statement. Seeds below 900 are for working on argmap;
those from 900 on take topics and constructions that are held out as well. ``--peers PYTHON`` names an interpreter that
has krokai or citations, which are then asked about the same quotations.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import fair_quotes_peers as peers
from attrs import frozen
from fair_quotes_cases import HELD_OUT, LANGUAGES, MISUSES, Case, Document, documents

import argmap
from argmap.evidence.passages.resolution import Outcome

CODES = {
    "AM402": "denial",
    "AM403": "hedge",
    "AM404": "condition",
    "AM405": "ellipsis",
    "AM406": "voice",
    "AM407": "scope",
}


@frozen
class Told:
    """What was said of a quotation.

    Attributes:
        language: Of its source.
        case: The quotation.
        kinds: Which misuses were told.
        placed: Whether its passage was found where it stands.
    """

    language: str
    case: Case
    kinds: frozenset[str]
    placed: bool = True


def write_project(made: Sequence[Document], folder: Path) -> Path:
    """Write a project whose one map cites each quotation once, with the sources' texts at hand; return the map."""
    texts = folder / "seeds" / "texts"
    texts.mkdir(parents=True)
    nodes = {}
    for number, document in enumerate(made):
        name = f"d{number}"
        (texts / f"{name}.txt").write_text(document.text, encoding="utf-8")
        record = {"title": f"Document {number}", "kind": "secondary", "text": f"texts/{name}.txt"}
        if document.declares:
            record["language"] = document.language
        (folder / "seeds" / f"{name}.yaml").write_text(json.dumps(record), encoding="utf-8")
        for place, case in enumerate(document.cases):
            quoted = " … ".join(case.phrases)
            nodes[f"{name}-{place}"] = {"evidence": case.statement, "cite": [f'{name} "{quoted}"']}
    file = folder / "map.yaml"
    file.write_text(json.dumps({"title": "Quotations", "nodes": nodes}, ensure_ascii=False), encoding="utf-8")
    return file


def measure(made: Sequence[Document]) -> tuple[list[Told], float]:
    """Check a project as ``argmap check`` does; return what is told of each quotation, and the CPU time of it all."""
    with tempfile.TemporaryDirectory() as folder:
        file = write_project(made, Path(folder).resolve())
        started = time.process_time()
        m = argmap.load(file)
        findings = argmap.check(m)
        spent = time.process_time() - started
        analysis = argmap.analyse(m)
        found = {statement.id: resolution for statement, _, resolution in analysis.anchored}
    kinds: dict[str | None, set[str]] = {}
    for finding in findings:
        if finding.code in CODES:
            kinds.setdefault(finding.node, set()).add(CODES[finding.code])
    told = []
    for number, document in enumerate(made):
        for place, case in enumerate(document.cases):
            node = f"d{number}-{place}"
            resolution = found[node]
            at = tuple((each.start, each.end) for each in resolution.places)
            placed = resolution.outcome is Outcome.VERIFIED and at == (case.place,)
            told.append(Told(document.language, case, frozenset(kinds.get(node, ())), placed))
    return told, spent


def share(told: Sequence[Told]) -> float:
    """Return the percentage of quotations that are told."""
    return 100 * sum(bool(each.kinds) for each in told) / max(1, len(told))


def report(told: Sequence[Told], seconds: float | None) -> None:
    """Print a table: kinds of misuse and of fair quotations, by language."""
    languages = list(dict.fromkeys(each.language for each in told))
    print(f"  {'':26}" + "".join(f"{language:>8}" for language in languages))
    fair = sorted({each.case.kind for each in told if each.case.fair})
    for kind in (*MISUSES, "told", "told, unseen", *fair, "false alarms", "false alarms, unseen", "false alarms, bare"):
        shares = [f"{share(rows):.1f}" if (rows := _rows(told, kind, each)) else "" for each in languages]
        if any(shares):
            print(f"  {kind:26}" + "".join(f"{each:>8}" for each in shares))
    if seconds is not None:
        named = [each.case.kind in each.kinds for each in told if each.kinds and not each.case.fair]
        print(f"  told by the kind it is: {100 * sum(named) / max(1, len(named)):.1f} %", end="   ")
        print(f"CPU time of the check for each citation: {1000 * seconds / len(told):.2f} ms")


def _rows(told: Sequence[Told], kind: str, language: str) -> list[Told]:
    return [each for each in told if each.language == language and _belongs(each, kind)]


def _belongs(each: Told, kind: str) -> bool:
    if kind == "false alarms, bare":
        return each.case.fair and not each.case.kind.endswith(" said")
    if kind.startswith(("told", "false alarms")):
        return each.case.fair is kind.startswith("false") and (each.case.unseen or "unseen" not in kind)
    return each.case.kind == kind


def show(told: Sequence[Told]) -> Iterator[str]:
    """Yield a quotation in some lines."""
    for each in told:
        names = ", ".join(sorted(each.kinds)) or "nothing"
        yield f"\n{each.language} {each.case.kind}; told: {names}"
        yield f"  text:      {each.case.text}"
        yield f"  quoted:    {' … '.join(each.case.phrases)}"
        yield f"  statement: {each.case.statement}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=HELD_OUT + 1)
    parser.add_argument("--count", type=int, default=300, help="misuses in each language, and as many fair quotations")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--show-missed", action="store_true", help="print the misuses that are not told")
    parser.add_argument("--show-alarms", action="store_true", help="print the fair quotations that are told")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="print N quotations, and check nothing")
    parser.add_argument("--peers", metavar="PYTHON", help="an interpreter that has krokai or citations")
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    given = _options()
    made = [each for name in given.language or LANGUAGES for each in documents(name, given.seed, given.count)]
    if given.sample:
        unasked = [Told(each.language, case, frozenset()) for each in made for case in each.cases]
        print("\n".join(show(unasked[: given.sample])))
        return
    told, seconds = measure(made)
    kinds = Counter(each.placed for each in told)
    print(f"seed {given.seed}: {len(told)} quotations, {kinds[False]} of them not found where they stand")
    print("argmap")
    report(told, seconds)
    for name, counted, answers in peers.ask(given.peers, made) if given.peers else ():
        print(f"\n{name}\n  {counted}")
        cases = [(each.language, case) for each in made for case in each.cases]
        report([Told(*case, frozenset(answer)) for case, answer in zip(cases, answers, strict=True)], None)
    if given.show_missed:
        print("\n".join(show([each for each in told if not each.case.fair and not each.kinds])))
    if given.show_alarms:
        print("\n".join(show([each for each in told if each.case.fair and each.kinds])))


if __name__ == "__main__":
    main()
