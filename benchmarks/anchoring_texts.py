"""Texts with known damage, for measuring how passages are found again.

The prose is generated, from a seed: sentences over a small vocabulary, with set phrases, repeated and nearly repeated
sentences, figures and negations. That makes it more repetitive, and so harder, than most prose.

Every word has an id that survives the damage; so it is known, for each passage, where it went and how it was changed.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from attrs import evolve, frozen

NOUNS = """
council committee agency ministry report survey station river valley harbour street district school
hospital market budget contract licence permit measure target limit standard sensor sample figure
estimate forecast model method review audit hearing meeting decision proposal amendment statute
policy programme scheme grant levy tariff fee fund resident driver farmer teacher nurse engineer
inspector contractor tenant owner visitor pilot season winter summer traffic noise dust water soil
heat power supply demand price wage cost benefit risk delay accident injury failure repair road
bridge tunnel depot terminal platform vessel cargo timber grain fleet route timetable record archive
map
""".split()
VERBS = """
approved rejected reviewed measured reported recorded funded delayed extended reduced increased
monitored published amended inspected replaced supported opposed examined compared closed reopened
assessed collected estimated
""".split()
ADJECTIVES = """
annual regional local public private safe low high early late average total final draft joint
independent temporary permanent northern southern rural urban new old revised national detailed
partial recent former central small large
""".split()
SYLLABLES = """
ba den fi gor hal ist ker lo mar nu os per quin ros sel tam ul ver wo xan yor zel
""".split()
NAMES = """
Harbourton Eastmere Kelvale Northwick Ashby Linden Marrow Tolbeck Quayside Redfern Saltby Thornleigh
""".split()
OPENERS = (
    "According to the report,",
    "In the same period,",
    "As the committee noted,",
    "On the other hand,",
    "For this reason,",
    "In addition,",
    "However,",
    "By contrast,",
)
STOCK = (
    "The figures in this section were not adjusted for inflation.",
    "Further details are given in the annex.",
    "No objections were raised at the meeting.",
    "The council took note of the report and moved to the next item.",
    "All amounts are stated in thousands unless otherwise noted.",
)


@frozen
class Word:
    """A word with its punctuation and the space after it; ``id`` is its place in the undamaged text, or -1."""

    id: int
    text: str
    space: str = " "


Words = list[Word]


def prose(size: int, seed: int) -> Words:
    """Generate about ``size`` characters of prose."""
    random = Random(seed)
    words: Words = []
    said: list[list[str]] = []
    length = 0
    while length < size:
        for i in range(count := random.randint(2, 7)):
            sentence = _sentence(random, said)
            said.append(sentence)
            for j, text in enumerate(sentence):
                ends = i == count - 1 and j == len(sentence) - 1
                words.append(Word(len(words), text, "\n\n" if ends else " "))
                length += len(text) + 1
    return words


def _sentence(random: Random, said: list[list[str]]) -> list[str]:
    chance = random.random()
    if chance < 0.03:
        return random.choice(STOCK).split()
    if said and chance < 0.05:
        return list(random.choice(said))
    if said and chance < 0.10:
        sentence = list(random.choice(said))
        sentence[random.randrange(1, len(sentence))] = random.choice(NOUNS)
        return sentence
    words = random.choice(OPENERS).split() if random.random() < 0.2 else []
    clause = _clause(random)
    while random.random() < 0.35:
        clause += [random.choice(("and", "but", "while", "because", "although")), *_clause(random)]
    words += clause
    words[0] = words[0][0].upper() + words[0][1:]
    words[-1] += "."
    return words


def _clause(random: Random) -> list[str]:
    words = _noun_phrase(random)
    if random.random() < 0.12:
        words += random.choice(("has not", "never", "was not", "could not be")).split()
    words.append(random.choice(VERBS))
    words += _noun_phrase(random)
    if random.random() < 0.5:
        words += [random.choice(("in", "near", "for", "after", "by", "under", "with")), *_noun_phrase(random)]
    if random.random() < 0.3:
        words += (
            random.choice(("by {} %", "in {}", "on {} streets", "of {} cases", "at {}.5 m"))
            .format(random.choice((random.randint(2, 99), random.randint(1990, 2026), random.randint(100, 9000))))
            .split()
        )
    return words


def _noun_phrase(random: Random) -> list[str]:
    if random.random() < 0.1:
        return [random.choice(NAMES)]
    words = [random.choice(("the", "the", "the", "a", "this", "each", "its"))]
    if random.random() < 0.45:
        words.append(random.choice(ADJECTIVES))
    if random.random() < 0.15:
        words.append(_rare(random))
    else:
        words.append(NOUNS[min(int(random.expovariate(1 / 35)), len(NOUNS) - 1)])
    if random.random() < 0.2:
        words += ["of", "the", random.choice(NOUNS)]
    return words


def _rare(random: Random) -> str:
    """Coin a word; some are said often, most hardly ever, as the nouns of a long text are."""
    rank = min(int(random.paretovariate(0.6)), 200_000)
    digits = (rank % 22, rank // 22 % 22, rank // 484 % 22, rank // 10648)
    return "".join(SYLLABLES[digit] for i, digit in enumerate(digits) if digit or i == 0)


def render(words: Words) -> tuple[str, dict[int, tuple[int, int]]]:
    """Return the text, and where each word of the undamaged text stands in it."""
    parts: list[str] = []
    spans: dict[int, tuple[int, int]] = {}
    at = 0
    for word in words:
        if word.id >= 0:
            spans[word.id] = (at, at + len(word.text))
        parts += word.text, word.space
        at += len(word.text) + len(word.space)
    return "".join(parts).rstrip(), spans


Passage = tuple[int, int]
"""First id of a passage and the one after its last."""


def typography(words: Words, _: list[Passage], random: Random) -> Words:
    """Set the text anew: other quotes, dashes and spaces, ligatures, soft hyphens, words hyphenated at line ends."""
    result: Words = []
    for word in words:
        text = word.text.replace("fi", "ﬁ").replace("fl", "ﬂ") if random.random() < 0.5 else word.text
        if len(text) > 7 and text.isalpha() and text.islower() and random.random() < 0.15:
            cut = random.randint(3, len(text) - 3)
            text = text[:cut] + random.choice(("-\n", "\u00ad", "\u00ad\n")) + text[cut:]
        space = random.choice((" ", " ", " ", "\n", "\u00a0", "  ")) if word.space == " " else word.space
        result.append(evolve(word, text=text, space=space))
    return result


def typos(words: Words, _: list[Passage], random: Random) -> Words:
    """Misspell one word in a hundred."""
    return [evolve(word, text=_misspelt(word.text, random)) if random.random() < 0.01 else word for word in words]


def _misspelt(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return random.choice((text[:at] + text[at + 1 :], text[:at] + "e" + text[at:], text[:at] + text[at:][::-1])) or "e"


CONFUSED = (
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("e", "c"),
    ("h", "b"),
    ("o", "0"),
    ("cl", "d"),
    ("i", "l"),
    ("t", "f"),
)


def scanning(words: Words, _: list[Passage], random: Random) -> Words:
    """Confuse letters in one word in twenty, as optical character recognition does; run some words together."""
    result: Words = []
    for word in words:
        text, space = word.text, word.space
        if random.random() < 0.05:
            options = [text.replace(a, b, 1) for a, b in CONFUSED if a in text] or [text]
            text = random.choice(options)
        if space == " " and random.random() < 0.005:
            space = ""
        result.append(evolve(word, text=text, space=space))
    return result


def insertion(words: Words, _: list[Passage], random: Random) -> Words:
    """Insert paragraphs, one after every fourth, and now and then a sentence within one."""
    result: Words = []
    for word in words:
        result.append(word)
        if (word.space == "\n\n" and random.random() < 0.25) or (word.text.endswith(".") and random.random() < 0.02):
            fresh = prose(random.randint(100, 400), random.randrange(10**9))
            result += [evolve(new, id=-1) for new in fresh[:-1]] + [evolve(fresh[-1], id=-1, space=word.space)]
    return result


def deletion(words: Words, _: list[Passage], random: Random) -> Words:
    """Delete one sentence in ten."""
    result: Words = []
    keep = True
    for word in words:
        if keep:
            result.append(word)
        if word.text.endswith("."):
            keep = random.random() >= 0.1
    return result


def _rewording(share: float) -> Damage:
    def damage(words: Words, _: list[Passage], random: Random) -> Words:
        return [_replaced(word, random) if random.random() < share else word for word in words]

    return damage


def _replaced(word: Word, random: Random) -> Word:
    return evolve(word, text=random.choice(random.choice((NOUNS, VERBS, ADJECTIVES))) + "." * word.text.endswith("."))


def reversal(words: Words, passages: list[Passage], random: Random) -> Words:
    """Change a figure or a negation inside every passage."""
    by_id = {word.id: word for word in words}
    dropped: set[int] = set()
    for first, stop in passages:
        ids = range(first + 1, stop - 1)
        figures = [i for i in ids if by_id[i].text[0].isdigit()]
        negative = [i for i in ids if by_id[i].text in ("not", "never")]
        if figures:
            chosen = by_id[random.choice(figures)]
            by_id[chosen.id] = evolve(chosen, text=str(random.randint(2, 9)) + chosen.text)
        elif negative:
            dropped.add(random.choice(negative))
        else:
            chosen = by_id[random.choice(ids)]
            by_id[chosen.id] = evolve(chosen, text=f"not {chosen.text}")
    return [by_id[word.id] for word in words if word.id not in dropped]


def mixture(words: Words, passages: list[Passage], random: Random) -> Words:
    """Insert, delete, reword, misspell and set anew."""
    for damage in (insertion, deletion, _rewording(0.03), typos, typography):
        words = damage(words, passages, random)
    return words


def removal(words: Words, passages: list[Passage], random: Random) -> Words:
    """Delete half the passages."""
    gone = {i for first, stop in passages if random.random() < 0.5 for i in range(first, stop)}
    return [word for word in words if word.id not in gone]


def decoys(words: Words, passages: list[Passage], random: Random) -> Words:
    """Reword every passage where it stands, and plant it word for word elsewhere."""
    by_id = {word.id: word for word in words}
    original = dict(by_id)
    ends = [word.id for word in words if word.space == "\n\n"]
    planted: dict[int, list[Passage]] = {}
    for first, stop in passages:
        ids = range(first, stop)
        for i in random.sample(ids, max(1, len(ids) // 6)):
            by_id[i] = _replaced(by_id[i], random)
        planted.setdefault(random.choice(ends), []).append((first, stop))
    result: Words = []
    for word in words:
        result.append(by_id[word.id])
        for first, stop in planted.get(word.id, ()):
            result += [evolve(original[i], id=-1, space=" ") for i in range(first, stop)]
            result[-1] = evolve(result[-1], space="\n\n")
    return result


Damage = Callable[[Words, list[Passage], Random], Words]

DAMAGES: dict[str, Damage] = {
    "typography": typography,
    "typos 1 %": typos,
    "scanning 5 %": scanning,
    "inserted paragraphs": insertion,
    "sentences deleted 10 %": deletion,
    "words replaced 8 %": _rewording(0.08),
    "words replaced 25 %": _rewording(0.25),
    "figures and negations": reversal,
    "mixture": mixture,
    "half the passages deleted": removal,
    "altered, with decoys": decoys,
}
