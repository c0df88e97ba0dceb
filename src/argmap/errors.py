"""Every exception that argmap raises.

``ArgmapError``
├── ``ReadError``          a file cannot be opened or decoded
├── ``ConfigError``        a settings file is wrong
├── ``ConvertError``       a foreign file is not that format at all
├── ``QueryError``         a question to a corpus is no query, or fails
├── ``RenderError``        Graphviz is missing or failed
├── ``MissingExtraError``  a feature needs an extra; also an ``ImportError``
├── ``CertificateError``   argmap found itself in error
├── ``WrongNumberError``   a number is outside of its range; also a ``ValueError``
├── ``TooManyError``       a framework would have more arguments or attacks than can be made
├── ``CircularError``      supports go round where a translation asks that none does
├── ``NotFlatError``       rules of an ABA theory conclude assumptions
├── ``UndecidedError``     a question about a framework was not decided within its budget
└── ``UnknownNameError``   no such code, format, statement …; also a ``LookupError``

What a user wrote *inside* a file never raises: it is a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

_MOST = 20


class ArgmapError(Exception):
    """What cannot be done, said in a sentence for the person at the keyboard."""


class ReadError(ArgmapError):
    """A file cannot be opened or decoded."""


class ConfigError(ArgmapError):
    """A settings file is wrong."""


class ConvertError(ArgmapError):
    """A file is not of the format it was taken for."""


class RenderError(ArgmapError):
    """Graphviz is missing, or failed."""


class QueryError(ArgmapError):
    """A question to a corpus is not understood, or asks for what is not there."""


class MissingExtraError(ArgmapError, ImportError):
    """A feature needs a package that is not installed.

    Attributes:
        feature: What needs it.
        package: The package.
        extra: The extra of argmap that brings it.
    """

    def __init__(self, feature: str, package: str, extra: str) -> None:
        self.feature, self.package, self.extra = feature, package, extra
        super().__init__(f"{feature} needs {package}: pip install 'argmap[{extra}]'")


class CertificateError(ArgmapError):
    """What argmap worked out does not follow from the map: a bug in argmap, found before anything was said.

    Args:
        wrong: What is wrong, in a sentence each.
        about: What it is wrong about.

    Example:
        >>> str(CertificateError(["wet is not accepted"]))
        'argmap is wrong about this map (wet is not accepted): this is a bug in argmap; please report it, with the map'
    """

    def __init__(self, wrong: Sequence[str], about: str = "map") -> None:
        more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        super().__init__(
            f"argmap is wrong about this {about} ({wrong[0]}{more}): "
            f"this is a bug in argmap; please report it, with the {about}"
        )


class WrongNumberError(ArgmapError, ValueError):
    """A number is not what it can be."""


class TooManyError(ArgmapError):
    """More arguments or attacks than may be made.

    Args:
        most: How many may be made.
        what: What they are called.
    """

    def __init__(self, most: int, what: str) -> None:
        super().__init__(f"more than {most:,} {what}: too many to make a framework of")


class CircularError(ArgmapError):
    """Supports go round where a translation asks that none does."""


class NotFlatError(ArgmapError):
    """Rules of an ABA theory conclude assumptions."""


class UndecidedError(ArgmapError):
    """A question about a framework was not decided within its budget."""


class UnknownNameError(ArgmapError, LookupError):
    """An unknown name, with the nearest known one.

    Example:
        >>> str(UnknownNameError("output format", "jsno", ["full", "json"]))
        "unknown output format 'jsno': did you mean 'json'?"
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        known = sorted(set(known))
        few = f"choose from {', '.join(known)}" if len(known) <= _MOST else f"none of the {len(known):,} is like it"
        hint = did_you_mean(name, known) or few if known else "there are none"
        super().__init__(f"unknown {what} {name!r}: {hint}")


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Suggest the known name that is most like a given one, whatever its capitals.

    Args:
        name: What was written.
        known: What could have been meant.

    Returns:
        ``"did you mean 'x'?"``, or None when nothing is like it.

    Example:
        >>> did_you_mean("calim", ["claim", "premise"])
        "did you mean 'claim'?"
        >>> did_you_mean("GPL", ["gpl"])
        "did you mean 'gpl'?"
        >>> did_you_mean("zebra", ["claim", "premise"]) is None
        True
    """
    folded = {each.casefold(): each for each in known}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return f"did you mean {folded[near[0]]!r}?" if near else None
