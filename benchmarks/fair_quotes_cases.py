"""Quotations whose fairness is known, made of topics and constructions, and the texts they stand in."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path
from random import Random

from attrs import evolve, frozen

TEXTS = Path(__file__).with_name("fair_quotes_texts")
LANGUAGES = ("en", "de", "fr", "es")
MISUSES = ("denial", "condition", "ellipsis", "voice", "hedge", "scope")
HELD_OUT = 900
PER_DOCUMENT = 6
LONGEST = 8
_CLASSES = re.compile(r"([MFER](?: [MFER])*): ")
_SLOT = re.compile(r"\{([^{}]+)\}")
_QUOTED = re.compile(r"\[([^\]]*)\]")


@frozen
class Topic:
    """What a sentence is about.

    Attributes:
        group: ``M``, ``F``, ``E``, ``R`` or ``G``: which constructions it goes with.
        several: Whether its subject is in the plural.
        parts: The words for each slot.
        reworded: The same clause in other words.
        unseen: Whether it is held out of development.
    """

    group: str
    several: bool
    parts: Mapping[str, str]
    reworded: tuple[str, ...]
    unseen: bool


@frozen
class Construction:
    """A way of saying something, with what is quoted of it, and a statement that says no more.

    Attributes:
        kind: A misuse, or ``fair`` and of what kind.
        groups: The topics that it takes; every one if empty.
        source: Its words, the quoted ones in brackets.
        fair: The statement.
        unseen: Whether it is held out of development.
    """

    kind: str
    groups: frozenset[str]
    source: str
    fair: str
    unseen: bool


@frozen
class Material:
    """What the sentences of a language are made of."""

    slots: tuple[str, ...]
    topics: tuple[Topic, ...]
    constructions: tuple[Construction, ...]
    words: Mapping[str, tuple[str, ...]]
    fillers: tuple[tuple[str, ...], tuple[str, ...]]
    headings: tuple[str, ...]


@frozen
class Case:
    """A quotation.

    Attributes:
        kind: Of a misuse, which; of a fair one, ``fair`` and what is hard about it.
        fair: Whether nothing is wrong with it.
        unseen: Whether its construction or its topic is held out of development.
        statement: What the map says.
        parts: What is quoted, word by word: one part, or two with something left out between them.
        phrases: What it is cited by: one phrase, or the first and last words.
        text: The sentences it stands in.
        place: Where the passage stands in its document.
    """

    kind: str
    fair: bool
    unseen: bool
    statement: str
    parts: tuple[str, ...]
    phrases: tuple[str, ...]
    text: str
    place: tuple[int, int] = (0, 0)


@frozen
class Document:
    """A source with the quotations that are taken from it."""

    language: str
    text: str
    cases: tuple[Case, ...]
    declares: bool


def _sections(language: str) -> Iterator[tuple[str, list[str]]]:
    written = (TEXTS / f"{language}.txt").read_text(encoding="utf-8")
    for section in re.split(r"(?m)^== ", written)[1:]:
        name, _, body = section.partition("\n")
        yield name.strip(), body.strip("\n").split("\n")


@cache
def material(language: str) -> Material:
    """Read what the sentences of a language are made of."""
    sections = dict(_sections(language))
    slots, *topics = sections["topics"]
    names = tuple(slots.split())
    kinds = [name for name in sections if name.partition("+")[0] in MISUSES or name.startswith("fair ")]
    words = {key: tuple(line.split(" | ")) for key, _, line in (each.partition(": ") for each in sections["words"])}
    return Material(
        names,
        tuple(_topic(line, names, False) for line in topics if line)
        + tuple(_topic(line, names, True) for line in sections["topics+"] if line),
        tuple(made for name in kinds for made in _constructions(name, sections[name])),
        {**words, "who": tuple(filter(None, sections["who"])), "who+": tuple(filter(None, sections["who+"]))},
        (tuple(filter(None, sections["filler"])), tuple(filter(None, sections["filler hard"]))),
        tuple(sections["heading"]),
    )


def _topic(line: str, slots: Sequence[str], unseen: bool) -> Topic:
    kind, *parts = [part.strip() for part in line.split("|")]
    group, number = kind.split()
    return Topic(group, number == "pl", dict(zip(slots, parts, strict=False)), tuple(parts[len(slots) :]), unseen)


def _constructions(name: str, lines: Sequence[str]) -> Iterator[Construction]:
    kind, held, _ = name.partition("+")
    entry: list[str] = []
    for line in lines:
        if not line and not entry:
            continue
        entry.append(line)
        if " => " in line:
            source, _, fair = "\n".join(entry).partition(" => ")
            classes = _CLASSES.match(source)
            groups = frozenset(classes[1].split()) if classes else frozenset()
            yield Construction(kind, groups, source[classes.end() if classes else 0 :], fair, bool(held))
            entry = []


def capital(words: str) -> str:
    """Return words as a sentence begins."""
    return words[:1].upper() + words[1:]


def _written(template: str, values: Mapping[str, str], several: bool) -> str:
    def slot(match: re.Match[str]) -> str:
        name = match[1]
        if "/" in name:
            return name.split("/")[several]
        return values[name] if name in values else capital(values[name.lower()])

    return _SLOT.sub(slot, template)


def make(made: Construction, topic: Topic, found: Material, random: Random, fair: bool) -> Case:
    """Write a quotation out, with a fair statement or one that leaves out what the construction says."""
    held = topic.unseen or made.unseen
    values = {key: random.choice(choice) for key, choice in found.words.items() if key != "who+"}
    values["who"] = random.choice(found.words["who"] + (found.words["who+"] if held else ()))
    values["n"] = str(random.randint(12, 48))
    values |= {**topic.parts, "p": random.choice(topic.reworded)}
    values |= {key: _written(value, values, topic.several) for key, value in values.items() if "{" in value}
    marked = _written(made.source, values, topic.several)
    statement = capital(_written(made.fair if fair else "{P}.", values, topic.several))
    uses = "{" in re.sub(r"\{(n|few|many|who|Who)\}", "", made.source)
    kind = made.kind if made.kind.startswith("fair ") or not fair else f"fair, {made.kind} said"
    unseen = made.unseen or (uses and topic.unseen)
    parts = tuple(_QUOTED.findall(marked))
    return Case(kind, fair, unseen, statement, parts, _phrases(parts, random), _QUOTED.sub(r"\1", marked))


def _phrases(parts: Sequence[str], random: Random) -> tuple[str, ...]:
    """Cite what is quoted as people do: a short passage whole, a longer one by its ends."""
    if len(parts) == 2:
        return " ".join(parts[0].split()[:LONGEST]), " ".join(parts[1].split()[-LONGEST:])
    words = parts[0].split()
    if len(words) <= LONGEST and (len(words) < 6 or random.random() < 0.6):
        return (" ".join(words),)
    first, last = random.randint(2, min(5, len(words) // 2)), random.randint(2, min(5, len(words) // 2))
    return " ".join(words[:first]), " ".join(words[-last:])


def _shuffled(random: Random, choices: Sequence[Construction]) -> Iterator[Construction]:
    """Yield constructions again and again, in another order each time."""
    while True:
        yield from random.sample(choices, len(choices))


def _wanted(found: Material, random: Random, count: int, held: bool) -> list[tuple[Construction, bool]]:
    """Choose constructions: as many misuses of each kind as fair ones, half of these of the same constructions."""
    kinds: dict[str, list[Construction]] = {}
    for each in found.constructions:
        if held or not each.unseen:
            kinds.setdefault(each.kind, []).append(each)
    cycles = {kind: _shuffled(random, choices) for kind, choices in kinds.items()}
    others = cycle(kind for kind in kinds if kind not in MISUSES)
    chosen = []
    for number in range(count):
        misuse = MISUSES[number % len(MISUSES)]
        chosen.append((next(cycles[misuse]), False))
        kind = misuse if number // len(MISUSES) % 2 else next(others)
        chosen.append((next(cycles[kind]), True))
    random.shuffle(chosen)
    return chosen


def documents(language: str, seed: int, count: int) -> list[Document]:
    """Make sources with as many misuses as fair quotations.

    Args:
        language: One of `LANGUAGES`.
        seed: Below `HELD_OUT`, only what is there for development is used.
        count: How many of each.
    """
    random, found = Random(f"{language} {seed}"), material(language)
    held = seed >= HELD_OUT
    wanted = _wanted(found, random, count, held)
    topics = [topic for topic in found.topics if held or not topic.unseen]
    made = []
    while wanted:
        free = random.sample(topics, len(topics))
        used: set[str] = set()
        cases: list[Case] = []
        later = []
        for construction, fair in wanted:
            if len(cases) == PER_DOCUMENT or construction.source in used:
                later.append((construction, fair))
                continue
            topic = next(each for each in free if not construction.groups or each.group in construction.groups)
            free.remove(topic)
            used.add(construction.source)
            cases.append(make(construction, topic, found, random, fair))
        made.append(_document(language, cases, found, random))
        wanted = later
    return made


def _document(language: str, cases: Sequence[Case], found: Material, random: Random) -> Document:
    """Set sentences among others, in paragraphs, lists or lines of a page."""
    width, bullet = random.choice(((0, ""), (0, ""), (72, ""), (0, "- ")))
    plain, hard = (iter(random.sample(fillers, len(fillers))) for fillers in found.fillers)
    blocks = [random.choice(found.headings)] if random.random() < 0.6 else []
    placed, text = [], "\n\n".join(blocks)
    for case in cases:
        before = _around(random, plain, hard)
        after = _around(random, plain, hard)
        block = bullet + " ".join([*before, case.text, *after])
        paragraphs = [
            textwrap.fill(each, width, break_on_hyphens=False) if width else each for each in block.split("\n\n")
        ]
        start = len(text) + 2 if text else 0
        text = "\n\n".join(([text] if text else []) + paragraphs)
        placed.append(evolve(case, place=_place(text, start, case.phrases)))
    return Document(language, text + "\n", tuple(placed), random.random() < 2 / 3)


def _around(random: Random, plain: Iterator[str], hard: Iterator[str]) -> list[str]:
    chosen = (next(hard if random.random() < 0.3 else plain, "") for _ in range(random.choice((0, 1, 1, 2))))
    return [each for each in chosen if each]


def _place(text: str, start: int, phrases: Sequence[str]) -> tuple[int, int]:
    """Find a quotation in its text, whatever the line ends."""
    pattern = r"[\s\S]*?".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    match = re.compile(pattern).search(text, start)
    if match is None:
        raise ValueError(f"{phrases} is not in its text: {text[start:]}")
    return match.span()
