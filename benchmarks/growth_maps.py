"""Maps of every form, put through all that takes a map, for `growth.py` to double."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from argmap import analyse, check, loads, rows
from argmap.errors import ArgmapError
from argmap.model.document import ArgumentMap
from argmap.project import documents
from argmap.workflows import pictures

Work = Callable[[], object]


def _statements(size: int, rest: Callable[[int], str], head: str = "", kind: str = "claim") -> str:
    lines = "".join(f"  s{at}: {{{kind}: Text {at}., {rest(at)}}}\n" for at in range(size))
    return f"{head}nodes:\n{lines}"


def _more(size: int) -> str:
    return _statements(size, lambda _: "tags: [t]").removeprefix("nodes:\n")


def _one(field: str) -> str:
    return f"nodes:\n  a: {{claim: A., {field}}}\n"


def _listed(size: int, form: str, between: str = ", ") -> str:
    return between.join(form.format(at) for at in range(size))


def _all_against_all(size: int, key: str) -> str:
    few = max(2, round(size**0.5))
    return _statements(few, lambda at: f"{key}: [{', '.join(f's{other}' for other in range(few) if other != at)}]")


def _text(text: str, size: int) -> str:
    return f"nodes:\n  a: {{claim: '{text * size}'}}\n"


def _title(text: str, size: int) -> str:
    return _one(f"title: '{text * size}'")


def _groups(size: int, *, nested: bool) -> str:
    return "groups:\n" + "".join(f"  g{at}: {{{f'in: g{at - 1}' if nested and at else ''}}}\n" for at in range(size))


FORMS: dict[str, Callable[[int], str]] = {
    "statements alone": lambda n: _statements(n, lambda _: "tags: [t]"),
    "a chain": lambda n: _statements(n, lambda at: f"because: [s{at + 1}]" if at + 1 < n else "tags: [t]"),
    "a chain of attacks": lambda n: _statements(n, lambda at: f"but: [s{at + 1}]" if at + 1 < n else "tags: [t]"),
    "a ring": lambda n: _statements(n, lambda at: f"because: [s{(at + 1) % n}]"),
    "a ring of attacks": lambda n: _statements(n, lambda at: f"but: [s{(at + 1) % n}]"),
    "a star": lambda n: _one(f"because: [{_listed(n, 's{}')}]") + _more(n),
    "a star of objections": lambda n: _one(f"but: [{_listed(n, 's{}')}]") + _more(n),
    "one reason of all": lambda n: _statements(n, lambda _: "because: [z]") + "  z: {premise: Z.}\n",
    "linked premises": lambda n: _one(f"because: [{_listed(n, 's{}', ' + ')}]") + _more(n),
    "reasons in place": lambda n: _one(f"because: [{_listed(n, '{{premise: P {}.}}')}]"),
    "undercuts of one step": lambda n: _one(f"because: [{{reason: s0, unless: [{_listed(n, 's{}')}]}}]") + _more(n),
    "undercuts of undercuts": lambda n: _statements(
        n, lambda at: f"because: [{{reason: s{at + 1}, unless: [s{at + 2}]}}]" if at + 2 < n else "tags: [t]"
    ),
    "all support all": partial(_all_against_all, key="because"),
    "all attack all": partial(_all_against_all, key="but"),
    "all contradict all": partial(_all_against_all, key="contradicts"),
    "pairs that attack each other": lambda n: _statements(2 * n, lambda at: f"but: [s{at ^ 1}]"),
    "equal titles": lambda n: _statements(n, lambda _: "title: Same"),
    "equal texts": lambda n: "nodes:\n" + "".join(f"  s{at}: {{claim: The same text of all.}}\n" for at in range(n)),
    "tags on one statement": lambda n: _one(f"tags: [{_listed(n, 't{}')}]"),
    "a tag of its own each": lambda n: _statements(n, lambda at: f"tags: [t{at}]"),
    "a note each": lambda n: _statements(n, lambda at: f"note: Note {at}."),
    "citations of one statement": lambda n: _one(f"cite: [{_listed(n, 'src{}')}]"),
    "a citation each": lambda n: _statements(n, lambda at: f"cite: src{at}", kind="evidence"),
    "a passage each": lambda n: _statements(n, lambda at: f'from: s "word {at} … word"'),
    "sources": lambda n: "sources:\n" + "".join(f"  q{at}: {{title: T}}\n" for at in range(n)) + _one("tags: [t]"),
    "a scheme each": lambda n: _statements(n, lambda _: "because: [{reason: s0, scheme: example}]"),
    "a group each": lambda n: _groups(n, nested=False) + _statements(n, lambda at: f"group: g{at}"),
    "one group": lambda n: _groups(1, nested=False) + _statements(n, lambda _: "group: g0"),
    "empty groups": lambda n: _groups(n, nested=False) + _one("group: g0"),
    "nested groups": lambda n: _groups(n, nested=True) + _one(f"group: g{n - 1}"),
    "nested groups, a statement each": lambda n: _groups(n, nested=True) + _statements(n, lambda at: f"group: g{at}"),
    "unknown reasons": lambda n: _statements(n, lambda at: f"because: [missing{at}]"),
    "unknown keys": lambda n: _statements(n, lambda at: f"becuase{at}: x"),
    "ignores": lambda n: "nodes:\n" + "".join(f"  # argmap: ignore\n  s{at}: {{claim: A.}}\n" for at in range(n)),
}

TEXTS = {
    "words": "word ", "one word": "w", "backslashes": "\\", "quotation marks": '"', "apostrophes": "''", "stars": "*",
    "brackets": "[", "braces": "{", "marks": "#@<>/_", "dots": "a. ", "ellipses": "… ", "entities": "&lt;",
    "accents": "e\u0301", "joiners": "a\u200d", "ideographs": "中", "Thai": "\u0e01", "Arabic": "\u0639 ",
    "numbers": "1,234 ", "percentages": "5 % ", "hedges": "may ", "hyphens": "a-", "dashes": "— ",
    "emoji": "👩\u200d👩",
}  # fmt: skip
FORMS |= {f"a text of {name}": partial(_text, text) for name, text in TEXTS.items()}
FORMS |= {f"a title of {name}": partial(_title, text) for name, text in TEXTS.items()}


def _drawn(m: ArgumentMap) -> object:
    return pictures.draw(analyse(m), "dot")


def _quietly(m: ArgumentMap, file: str) -> object:
    try:
        return documents.written(m, file)
    except ArgmapError:
        return None


WAYS: dict[str, Callable[[ArgumentMap], object]] = {
    "check": check,
    "to DOT": _drawn,
    "rows": rows,
    **{f"to {file}": partial(_quietly, file=file) for file in ("m.yaml", "m.json", "m.argdown", "m.md")},
}


def shapes() -> dict[str, Callable[[int], Work]]:
    """Return each form of a map, read and put through each way."""

    def made(form: Callable[[int], str], way: Callable[[ArgumentMap], object], size: int) -> Work:
        m = loads(form(size))
        return lambda: way(m)

    def reading(form: Callable[[int], str], size: int) -> Work:
        text = form(size)
        return lambda: loads(text)

    found: dict[str, Callable[[int], Work]] = {}
    for name, form in FORMS.items():
        found[f"{name}, read"] = partial(reading, form)
        found |= {f"{name}, {way}": partial(made, form, work) for way, work in WAYS.items()}
    return found
