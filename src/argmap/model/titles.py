"""Titles made of ids: their words, spelled as the text beside spells them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’/.][^\W_]+)*")
_WORDS = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_APART = re.compile(r"[-_\s]+")
_FEWEST_IN_CAPITALS = 3  # words; a text in capitals throughout tells no acronym
_UNREADABLE = re.compile(
    r"(?!(?:vs|mr|dr|st|kmh?|mph|ngos?)$)[b-df-hj-np-tv-xz]{2,}"  # an acronym without a vowel
    r"|(?:do|does|did|is|are|was|were|has|have|had|could|would|should)nt"  # it has lost its apostrophe
)


def in_words(name: str) -> str:
    """Return the words that an id is made of.

    Example:
        >>> in_words("fewer-injuries")
        'Fewer injuries'
    """
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def spelled(name: str, text: str) -> str:
    """Return the words of an id with the capitals and apostrophes that they have in a text.

    A capital at the beginning of a sentence says nothing; nor do capitals throughout.

    Example:
        >>> spelled("rl-doesnt-scale", "Without simulators, RL doesn't scale.")
        "RL doesn't scale"
        >>> spelled("export-of-gpus-to-iraq", "Nvidia's GPU was bought by Iraq.")
        'Export of GPUs to Iraq'
        >>> spelled("fewer-injuries", "Lower speeds would prevent serious injuries.")
        'Fewer injuries'
    """
    words = in_words(name)
    if _is_plain(text):
        return words
    spellings = _spellings(text)
    first, *others = words.split(" ")
    as_first = spellings.get(_letters(first), first)
    if as_first.islower() and as_first[:1].isalpha():
        as_first = as_first[:1].upper() + as_first[1:]
    return " ".join([as_first, *(spellings.get(_letters(word), word) for word in others)])


def is_readable(name: str, text: str) -> bool:
    """Tell whether the words of an id can be shown: none is an acronym, or short of an apostrophe, unknown to the text.

    Example:
        >>> is_readable("rl-doesnt-scale", "RL doesn't scale."), is_readable("rl-works", "Learning works.")
        (True, False)
    """
    odd = [word for word in _APART.split(name.casefold()) if _UNREADABLE.fullmatch(word)]
    if not odd:
        return True
    known = _spellings(text).keys() | {_letters(token[0]) for token in _TOKEN.finditer(text)}
    return known.issuperset(odd)


def is_heading(name: str, text: str) -> bool:
    """Tell whether an id is made of words that can stand over a text.

    Example:
        >>> is_heading("fewer-injuries", "Lower speeds prevent injuries."), is_heading("c12", "Lower speeds.")
        (True, False)
    """
    return len(_WORDS.findall(name)) > 1 and is_readable(name, text)


def is_alike(title: str, name: str) -> bool:
    """Tell whether a title and an id have the same letters.

    Example:
        >>> is_alike("RL doesn't scale", "rl-doesnt-scale")
        True
    """
    return _letters(title) == _letters(name)


def _letters(word: str) -> str:
    """Return a word without marks, accents and capitals."""
    if word.isascii() and word.isalnum():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in parts if char.isalnum())


def _spellings(text: str) -> dict[str, str]:
    """Return the words of a text whose spelling an id cannot have, by their letters."""
    found: dict[str, str] = {}
    small: set[str] = set()
    words = _TOKEN.findall(text)
    if text.isupper() and len(words) >= _FEWEST_IN_CAPITALS:
        text = text.lower()
    for token in _TOKEN.finditer(text):
        word = token[0]
        if _is_capitalised(word) and _begins(text, token.start()):
            word = word[:1].lower() + word[1:]
        for form in _forms(word) if any(map(str.isalpha, word)) else ():
            key = _letters(form)
            if form == key:
                small.add(key)
            else:
                found.setdefault(key, form)
    return {key: form for key, form in found.items() if key not in small or not _is_capitalised(form)}


def _forms(word: str) -> Iterator[str]:
    """Return a word, and what it is without an ending or what stands beside it: ``GPU`` for ``GPUs``, and ``GPUs``."""
    yield word
    stem, mark, ending = re.split(r"(['’])", word, maxsplit=1) if re.search("['’]", word) else (word, "", "")
    if mark and ending in ("s", ""):
        yield stem
    if len(stem) > 1 and stem.isupper():
        yield f"{stem}s"
    elif stem[:-1].isupper() and stem.endswith("s") and len(stem) > 2:
        yield stem[:-1]
    if "/" in word:
        yield from word.split("/")


def _begins(text: str, at: int) -> bool:
    """Tell whether a sentence or a line begins at a place."""
    before = text[max(0, at - 8) : at]
    ended = before.rstrip(' \n"“‘«([').rstrip('"”’»)]')
    return not ended or "\n" in before[len(ended) :] or ended[-1] in ".!?:…"


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and word[1:] == word[1:].lower()


def _is_plain(text: str) -> bool:
    """Tell whether a text has but small letters after its first, and no apostrophes, at a glance."""
    return text.isascii() and text[1:].islower() and "'" not in text and "." not in text[:-1] and "/" not in text
