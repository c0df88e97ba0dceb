"""The catalogue of schemes: read from its files when it is first asked for, never before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from argmap.errors import UnknownNameError
from argmap.schemes.scheme import Burden, Conclusion, Question, Role, Scheme

LONGEST = 80
"""No scheme has a longer name."""

_FOLDER = files("argmap.schemes").joinpath("data")
_ENDING = ".yaml"
_NEAR = 0.75
_SHORT = 12
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MARKS = re.compile(r"[-_\s]+")
_AROUND = re.compile(r"^(?:(?:an? )?(?:argument|appeal|inference|conflict) )?(?:(?:from|by|to) )?(?:(?:the|an?) )?")
_AFTER = re.compile(r" (?:argument|argumentation|inference|scheme|conflict)+$")


@cache
def catalogue() -> Mapping[str, Scheme]:
    """Return all schemes by id, sorted.

    Example:
        >>> len(catalogue()), catalogue()["sign"].reasoning
        (31, 'There is an indication of it, so it is there.')
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    texts = {name: _FOLDER.joinpath(f"{name}{_ENDING}").read_text("utf-8") for name in ids()}
    return MappingProxyType({name: _scheme(name, yaml.load(text, Loader=loader)) for name, text in texts.items()})  # noqa: S506  (a safe one)


def ids() -> tuple[str, ...]:
    """Return the ids of all schemes, sorted, without reading them."""
    return tuple(sorted(each.name.removesuffix(_ENDING) for each in _FOLDER.iterdir() if each.name.endswith(_ENDING)))


def named(name: str) -> Scheme | None:
    """Return the scheme that a name stands for, by its id or by what others call it; None for any other words.

    Example:
        >>> [named(name).id for name in ("expert-opinion", "Argument From Expert Opinion", "ExpertOpinion_Inference")]
        ['expert-opinion', 'expert-opinion', 'expert-opinion']
        >>> named("modus ponens") is None
        True
    """
    found = catalogue()
    if name in found:
        return found[name]
    known = _names().get(folded(name)) if len(name) <= LONGEST else None
    return found[known] if known else None


def asked(name: str) -> Scheme:
    """Return the scheme that a name stands for.

    Raises:
        UnknownNameError: There is none.
    """
    found = named(name)
    if found is None:
        near = nearest(name)
        raise UnknownNameError("scheme", name, [near] if near else catalogue())
    return found


def matching(word: str) -> tuple[Scheme, ...]:
    """Return the schemes that have a word in their names, in their patterns or in what others call them.

    Example:
        >>> [scheme.id for scheme in matching("consequences")]
        ['negative-consequences', 'positive-consequences']
    """
    wanted = word.casefold()
    return tuple(
        scheme
        for scheme in catalogue().values()
        if any(wanted in text.casefold() for text in (scheme.id, scheme.title, scheme.reasoning, *scheme.aliases))
    )


def nearest(name: str) -> str | None:
    """Return the id of the scheme whose name a text is probably a misspelling of; None where it is too unlike all.

    One or two letters are wrong in a misspelling; in a short name, one. Many schemes that are not in the catalogue
    have names much like those of others.

    Example:
        >>> nearest("exprt-opinion"), nearest("Vague Verbal Classification"), nearest("Negative Values")
        ('expert-opinion', None, None)
    """
    from difflib import SequenceMatcher, get_close_matches

    wanted = folded(name)
    near = get_close_matches(wanted, _names(), n=1, cutoff=_NEAR) if len(name) <= LONGEST else []
    if not near:
        return None
    longest = max(len(wanted), len(near[0]))
    same = sum(block.size for block in SequenceMatcher(None, near[0], wanted).get_matching_blocks())
    return _names()[near[0]] if longest - same <= (2 if longest > _SHORT else 1) else None


def folded(name: str) -> str:
    """Return a name as it is compared: in small letters and words, without what merely says that it is a scheme.

    Example:
        >>> folded("ArgumentFromPositionToKnow"), folded("appeal_to_popular-opinion"), folded("Slippery Slope Argument")
        ('position to know', 'popular opinion', 'slippery slope')
    """
    words = _MARKS.sub(" ", _CAMEL.sub(" ", name)).strip().casefold()
    return _AFTER.sub("", _AROUND.sub("", words)) or words


def aif_name(name: str) -> str:
    """Return what AIF and arguebuf call a scheme of the catalogue; any other words as they are.

    Example:
        >>> aif_name("expert-opinion"), aif_name("modus ponens")
        ('Expert Opinion', 'modus ponens')
    """
    scheme = catalogue().get(name)
    return scheme.aif or name if scheme else name


@cache
def _names() -> Mapping[str, str]:
    """Return the ids of schemes by all that they are called, folded."""
    found: dict[str, str] = {}
    for scheme in catalogue().values():
        for name in (scheme.id, scheme.title, scheme.aif or scheme.id, *scheme.aliases):
            found.setdefault(folded(name), scheme.id)
    return found


def _scheme(name: str, data: dict[str, Any]) -> Scheme:
    roles = tuple(Role(**role) for role in data.pop("roles"))
    questions = tuple(Question(**{**each, "kind": Burden(each["kind"])}) for each in data.pop("questions"))
    aliases, conclusion = tuple(data.pop("aliases")), Conclusion(data.pop("conclusion"))
    return Scheme(id=name, roles=roles, questions=questions, aliases=aliases, conclusion=conclusion, **data)
