"""How messages name things: ids in quotes, long lists cut short, nouns with their number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import define

from argmap.errors import did_you_mean

_LONGEST = 60
_COMPARISONS = 50_000
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


def quoted(name: str) -> str:
    """Put an id or phrase in quotes, cut where it is very long.

    Example:
        >>> quoted("trips-slower")
        "'trips-slower'"
    """
    return repr(name if len(name) <= _LONGEST else name[:_LONGEST].rstrip() + "…")


def spaced(name: str) -> str:
    """Return a name in words; a hyphen that joins no letters, such as a minus sign, stays.

    Example:
        >>> spaced("expert-opinion"), spaced("-2+3")
        ('expert opinion', '-2+3')
    """
    return _HYPHEN.sub(" ", name)


def listed(names: Sequence[str], most: int = 3) -> str:
    """Name some ids, the rest as a number.

    Example:
        >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c", "d", "e"])
        ("'a'", "'a' and 'b'", "'a', 'b', 'c' and 2 more")
    """
    return joined([quoted(name) for name in names], most)


def linked(names: Sequence[str], most: int = 3) -> str:
    """Name the ids that are one reason together.

    Example:
        >>> linked(["a"]), linked(["a", "b"]), linked(["a", "b", "c", "d", "e"])
        ("'a'", "'a' + 'b'", "'a' + 'b' + 'c' + 2 more")
    """
    shown = names if len(names) <= most + 1 else names[:most]
    more = [f"{len(names) - most} more"] if len(names) > most + 1 else []
    return " + ".join([*map(quoted, shown), *more])


def joined(words: Sequence[str], most: int = 3) -> str:
    """Join words as a sentence does, the rest as a number.

    Example:
        >>> joined(["a + b"]), joined(["a + b", "c"]), joined(["a", "b", "c", "d", "e"])
        ('a + b', 'a + b and c', 'a, b, c and 2 more')
    """
    if len(words) <= most + 1:
        *first, last = words
        return f"{', '.join(first)} and {last}" if first else last
    return f"{', '.join(words[:most])} and {len(words) - most} more"


def some(names: Sequence[str], most: int = 4) -> str:
    """Name a few ids of an unknown number.

    Args:
        names: The ids, one more than are to be shown where there are more.
        most: How many to show.

    Example:
        >>> some(["a", "b"]), some(["a", "b", "c"], most=2)
        ("'a' and 'b'", "'a', 'b' and others")
    """
    return listed(names, most) if len(names) <= most else f"{', '.join(map(quoted, names[:most]))} and others"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    Example:
        >>> counted(1, "passage"), counted(1200, "passage")
        ('1 passage', '1,200 passages')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def tallied(times: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Say of what happened how often; what never did is passed over.

    Args:
        times: How often, by the words for once, and for several after their number.

    Example:
        >>> found = {("a note is cut", "notes are cut"): 2, ("a tag is left out", "tags are left out"): 1}
        >>> list(tallied(found))
        ['2 notes are cut', 'a tag is left out']
    """
    return (one if number == 1 else f"{number:,} {several}" for (one, several), number in times.items() if number)


@define
class Nearest:
    """Finds the known id that is most like an unknown one, for as long as that stays quick.

    Attributes:
        known: The ids that could have been meant.
        left: How many comparisons it may still make.
    """

    known: Collection[str]
    left: int = _COMPARISONS

    def hint(self, name: str, otherwise: str) -> str:
        """Return "did you mean 'x'?", or what else to say.

        Example:
            >>> Nearest(["speeds-drop"]).hint("speed-drops", "write it")
            "did you mean 'speeds-drop'?"
        """
        self.left -= len(self.known)
        return (self.left >= 0 and len(name) <= _LONGEST and did_you_mean(name, self.known)) or otherwise


def changed_words(lost: Sequence[str], gained: Sequence[str], replaced: Sequence[tuple[str, str]] = ()) -> str:
    """Say which words of a text are gone, are new, or were replaced.

    Args:
        lost: Words that it had.
        gained: Words that it has now.
        replaced: Pairs of a lost word and the gained one that stands in its place.

    Example:
        >>> changed_words(["not"], []), changed_words(["4.1"], ["41"], [("4.1", "41")])
        ("'not' is gone", "'4.1' became '41'")
        >>> changed_words(["not", "six"], ["all", "ten"], [("six", "ten")])
        "'six' became 'ten', 'not' is gone, 'all' is new"
    """
    said = [f"{quoted(old)} became {quoted(new)}" for old, new in replaced]
    gone, new = Counter(lost), Counter(gained)
    gone.subtract(old for old, _ in replaced)
    new.subtract(now for _, now in replaced)
    said += [f"{quoted(word)} is gone" for word in gone.elements()]
    return ", ".join([*said, *(f"{quoted(word)} is new" for word in new.elements())])
