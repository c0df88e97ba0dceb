"""How well, and how fast, passages are found again in a text that was changed.

``python benchmarks/anchoring.py quality [--size CHARACTERS] [--anchors N] [--seed N] [--no-lock]``
``python benchmarks/anchoring.py speed --size 20000000 --anchors 10000``
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from anchoring_texts import DAMAGES, Damage, Passage, Words, prose, render

from argmap.evidence.fairness.dispute import Dispute
from argmap.evidence.fairness.judge import disputes
from argmap.evidence.lockfile import Lock, read_lock, write_lock
from argmap.evidence.locks.recording import make_lock
from argmap.evidence.passages.resolution import Anchor, Outcome, Resolution, Resolutions
from argmap.evidence.passages.resolve import resolve_anchors
from argmap.evidence.text.normalise import letters_and_digits, normal_text
from argmap.evidence.text.words import figures, negations
from argmap.model.citations import Selector

SOURCE = "text"
CONFIDENT = (Outcome.VERIFIED, Outcome.MOVED)
VERSIONS = ("inserted paragraphs", "words replaced 8 %", "mixture")
FLAGGED = (Outcome.CONTEXT_CHANGED, Outcome.FUZZY)


def choose(words: Words, count: int, seed: int) -> dict[Anchor, Passage]:
    """Choose passages that do not overlap, and write a ``start … end`` selector for each that names it alone."""
    random = Random(seed)
    text, spans = render(words)
    candidates: list[tuple[Anchor, Passage]] = []
    step = max(60, len(words) // (2 * count))
    for at in range(0, len(words) - step - 10, step):
        first = at + random.randrange(step - 50)
        first += not words[first].text[0].isalnum()
        stop = first + min(50, max(5, int(random.gauss(20, 9))))
        k, j = random.randint(3, 6), random.randint(3, 6)
        start = " ".join(word.text for word in words[first : first + k])
        end = " ".join(word.text for word in words[stop - j : stop])
        quote = f"{start} … {end}" if stop - first > k + j else " ".join(w.text for w in words[first:stop])
        candidates.append(((SOURCE, Selector(quote)), (first, stop)))
    random.shuffle(candidates)
    found = resolve_anchors([anchor for anchor, _ in candidates], {SOURCE}, {SOURCE: text})
    chosen: dict[Anchor, Passage] = {}
    for (_, selector), (first, stop) in candidates:
        places = [(p.start, p.end) for p in found[SOURCE, selector].places]
        wanted = (spans[first][0], spans[stop - 1][1])
        if selector and wanted in places and len(places) < 4 and len(chosen) < count:
            nth = places.index(wanted) + 1 if len(places) > 1 else None
            chosen[SOURCE, Selector(selector.quote, nth)] = (first, stop)
    return chosen


def judge(resolution: Resolution, passage: Passage, before: str, after: str, spans: dict[int, tuple[int, int]]) -> str:
    """Say what an answer was worth, against the truth."""
    left = [spans[i] for i in range(*passage) if i in spans]
    present = 2 * len(left) >= passage[1] - passage[0]
    if resolution.outcome is Outcome.MISSING:
        return "missed" if present else "rightly absent"
    if resolution.outcome is Outcome.AMBIGUOUS:
        return "ambiguous"
    (place,) = resolution.places
    shared = min(place.end, left[-1][1]) - max(place.start, left[0][0]) if present else 0
    joint = max(place.end, left[-1][1]) - min(place.start, left[0][0]) if present else 1
    same = _same(before, after[place.start : place.end])
    right = 2 * shared >= joint or (shared > 0 and same)
    if resolution.outcome in FLAGGED:
        return "right, flagged" if right else "wrong, flagged"
    if not right:
        return "WRONG, SILENT"
    return "right, confident" if same else "CHANGED, SILENT"


def _same(before: str, after: str) -> bool:
    one, two = normal_text(before), normal_text(after)
    same_letters = letters_and_digits(one) == letters_and_digits(two)
    return same_letters and figures(one) == figures(two) and negations(one) == negations(two)


def measure(
    words: Words, chosen: dict[Anchor, Passage], damage: Damage, lock: Lock | None, seed: int
) -> tuple[Counter[str], list[tuple[str, Anchor, Resolution]]]:
    """Damage a text, look the passages up in it, and count what the answers were worth."""
    original, undamaged = render(words)
    after, spans = render(damage(words, list(chosen.values()), Random(seed)))
    outcomes = resolve_anchors(chosen, {SOURCE}, {SOURCE: after}, lock)
    counts: Counter[str] = Counter()
    notes: list[tuple[str, Anchor, Resolution]] = []
    for anchor, (first, stop) in chosen.items():
        before = original[undamaged[first][0] : undamaged[stop - 1][1]]
        verdict = judge(outcomes[anchor], (first, stop), before, after, spans)
        counts[verdict] += 1
        notes.append((verdict, anchor, outcomes[anchor]))
    return counts, notes


def quality(size: int, anchors: int, seed: int, *, locked: bool = True) -> dict[str, Counter[str]]:
    """Measure all kinds of damage."""
    words = prose(size, seed)
    chosen = choose(words, anchors, seed + 1)
    text, _ = render(words)
    outcomes = resolve_anchors(chosen, {SOURCE}, {SOURCE: text})
    lock = read_lock(write_lock(make_lock(outcomes, {SOURCE: text}))) if locked else None
    return {
        name: measure(words, chosen, damage, lock, seed + 2 + i)[0] for i, (name, damage) in enumerate(DAMAGES.items())
    }


def rates(results: dict[str, Counter[str]]) -> dict[str, float]:
    """Return the shares that count: of all decisions, and of the passages that are still there."""
    total = sum(results.values(), Counter[str]())
    every = total.total()
    found = total["right, confident"] + total["right, flagged"]
    return {
        "wrong": total["WRONG, SILENT"] / every,
        "hidden": total["CHANGED, SILENT"] / every,
        "found": found / (every - total["rightly absent"]),
    }


def prepare(folder: Path, size: int, anchors: int, seed: int) -> None:
    """Write a text, three versions of it, and selectors, for `speed`."""
    words = prose(size, seed)
    chosen = choose(words, anchors, seed + 1)
    passages = list(chosen.values())
    lines = [f"{selector.nth or ''}\t{selector.quote}" for _, selector in chosen if selector]
    (folder / "selectors").write_text("\n".join(lines), encoding="utf-8")
    (folder / "same").write_text(render(words)[0], encoding="utf-8")
    for name in VERSIONS:
        (folder / name).write_text(render(DAMAGES[name](words, passages, Random(seed)))[0], encoding="utf-8")


def speed(folder: Path, version: str, *, locked: bool) -> None:
    """Look selectors up in a version of a text, and print CPU seconds and peak memory."""
    rows = [line.partition("\t") for line in (folder / "selectors").read_text(encoding="utf-8").splitlines()]
    wanted = [(SOURCE, Selector(quote, int(nth) if nth else None)) for nth, _, quote in rows]
    started = time.process_time()
    text = (folder / version).read_text(encoding="utf-8")
    lock = read_lock((folder / "lock").read_text(encoding="utf-8")) if locked else None
    outcomes = resolve_anchors(wanted, {SOURCE}, {SOURCE: text}, lock)
    seconds, memory = time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counts = Counter(resolution.outcome.value for resolution in outcomes.values())
    print(f"{version:24}{'locked' if locked else 'no lock':10}{seconds:8.2f} s{memory:8.0f} MB  {dict(counts)}")
    if version == "same" and locked:
        started = time.process_time()
        disputed = sum(map(bool, _judged(text, outcomes)))
        print(f"{'':24}{'judged':10}{time.process_time() - started:8.2f} s  {disputed} disputed")
    if not (folder / "lock").exists():
        started = time.process_time()
        (folder / "lock").write_text(write_lock(make_lock(outcomes, {SOURCE: text})), encoding="utf-8")
        bytes_each = (folder / "lock").stat().st_size / len(outcomes)
        print(f"{'':24}{'lock made':10}{time.process_time() - started:8.2f} s  {bytes_each:.0f} bytes an anchor")


def _judged(text: str, outcomes: Resolutions) -> Iterator[tuple[Dispute, ...]]:
    """Judge whether the passages are fair to quote for statements that repeat them."""
    for (_, selector), resolution in outcomes.items():
        (place,) = resolution.places
        yield disputes(text, place, selector.phrases if selector else (), text[place.start : place.end])


def speeds(size: int, anchors: int, seed: int) -> None:
    """Measure text that is unchanged, with and without a lock, and text that changed, each in a process of its own."""
    started = time.process_time()
    sum(i for i in range(10_000_000))
    print(f"this machine, as busy as it is: 10 million additions in {time.process_time() - started:.2f} s")
    with TemporaryDirectory() as folder:
        prepare_ = ["prepare", folder, "--size", str(size), "--anchors", str(anchors), "--seed", str(seed)]
        runs = [prepare_, ["speed-of", folder, "--no-lock"]]
        runs += [["speed-of", folder, "--version", version] for version in ("same", *VERSIONS)]
        runs += [["speed-of", folder, "--version", VERSIONS[-1], "--no-lock"]]
        for run in runs:
            subprocess.run([sys.executable, __file__, *run], check=True)


COLUMNS = (
    *("right, confident", "right, flagged", "ambiguous", "missed", "rightly absent"),
    *("wrong, flagged", "WRONG, SILENT", "CHANGED, SILENT"),
)


def report(results: dict[str, Counter[str]]) -> None:
    """Print a table."""
    print(f"{'':28}" + "".join(f"{column:>18}" for column in COLUMNS))
    for name, counts in {**results, "all": sum(results.values(), Counter[str]())}.items():
        print(f"{name:28}" + "".join(f"{counts[column]:>18}" for column in COLUMNS))
    print("  ".join(f"{name} {100 * rate:.2f} %" for name, rate in rates(results).items()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["quality", "speed", "prepare", "speed-of"])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--anchors", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-lock", action="store_true")
    parser.add_argument("--version", default="same")
    given = parser.parse_args()
    if given.what == "quality":
        report(quality(given.size, given.anchors, given.seed, locked=not given.no_lock))
    elif given.what == "speed":
        speeds(given.size, given.anchors, given.seed)
    elif given.what == "prepare":
        prepare(given.folder, given.size, given.anchors, given.seed)
    else:
        speed(given.folder, given.version, locked=not given.no_lock)
