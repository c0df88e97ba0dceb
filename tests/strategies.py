"""Hypothesis strategies that other tests share: ids, texts, and whole argument maps."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from argmap.evaluation.labels import Standing
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.critique import Answer, Filling, Waiver
from argmap.model.document import ArgumentMap, Group
from argmap.model.expectations import Expectation
from argmap.model.orders import Order
from argmap.model.relations import Force, Relation, RelationKind, relation_id
from argmap.model.sources import Intake, Reliability, Source, SourceKind
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement, Voice

_LETTERS = "abcxyzÄßж中あक٣0179"
_AWKWARD = [
    *(
        ": ",
        "# ",
        "#",
        "- ",
        '"',
        "'",
        "…",
        " … ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\\",
    ),
    *(
        "+",
        " + ",
        "?",
        "=",
        "~",
        "\n",
        "\n\n",
        "\n  ",
        "\t",
        "\r",
        "\x85",
        "\u2028",
        "\ufeff",
        "🜚",
        "\u202e",
        "—",
        "“",
        "”",
    ),
    *(
        "no",
        "null",
        "12",
        "2024-05-01",
        "---",
        "...",
        "<<",
        "claim: x",
        "(2)",
        " p. 3",
        "  ",
        "trailing ",
        "</svg>",
        "\\n",
    ),
    *("\x00", "\x07", "\x1b[31m", "\x1f", "\x7f", "\x9f", "\ufdd0", "\uffff"),
]


_SOURCE_TEXTS = (
    *("published", "publisher", "origin", "url", "doi", "archived", "licence", "language", "text"),
    *("retracted", "superseded_by", "note"),
)


def examples(number: int, **others: Any) -> settings:
    """Return the settings of a test that goes through as many examples where the profile wants a hundred."""
    return settings(max_examples=max(1, number * settings.default.max_examples // 100), **others)


@cache
def ids() -> st.SearchStrategy[str]:
    """Ids as an author may choose them: letters and digits of any script, ``-``, ``_`` and ``.``."""
    made = st.builds(str.__add__, st.sampled_from(_LETTERS), st.text(_LETTERS + "-_.\u093f", max_size=6))
    return made | st.sampled_from(["no", "true", "null", "12", "1.5", "2024-05-01", "nodes", "id", "claim", "p."])


@cache
def texts() -> st.SearchStrategy[str]:
    """Texts that a document may hold: any characters, not blank, with much that YAML and JSON must quote or escape."""
    plain = st.text(st.characters(codec="utf-8"), max_size=20)
    sentence = st.builds(lambda word, count: " ".join([word] * count), plain | st.just("a row of"), st.integers(2, 40))
    awkward = st.lists(st.sampled_from(_AWKWARD) | plain, max_size=6).map("".join)
    return (plain | sentence | awkward).map(lambda text: text if text.strip() else f"{text}x")


@cache
def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@cache
def _some(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


@cache
def selectors() -> st.SearchStrategy[Selector]:
    """Phrases of a passage, with or without the number of one among equals.

    None has a backslash before a quotation mark, which is read, and told, as the mark alone.
    """
    phrases = texts() | st.builds("{} … {}".format, texts(), texts())
    return st.builds(Selector, phrases.map(lambda phrase: phrase.replace('\\"', '"')), _maybe(st.integers(1, 999_999)))


@cache
def sources() -> st.SearchStrategy[Source]:
    """Source records with any of their fields."""
    text = _maybe(texts())
    reliability = st.builds(Reliability, grade=text, note=text).filter(lambda r: r.grade or r.note)
    count = st.integers(0, 10**9 - 1)
    digest = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
    intake = st.builds(Intake, texts(), digest, count, _maybe(count), _some(texts()), _some(texts()))
    return st.builds(
        Source,
        id=ids(),
        title=st.just("") | texts(),
        authors=_some(texts()),
        kind=_maybe(st.sampled_from(SourceKind)),
        based_on=_some(ids()),
        intake=_maybe(intake),
        reliability=_maybe(reliability),
        retrieved=_maybe(st.dates().map(str) | st.sampled_from(["2024", "2024-05", "2024-05-31T10:00:00Z"])),
        **dict.fromkeys(_SOURCE_TEXTS, text),
    )


def maps() -> st.SearchStrategy[ArgumentMap]:
    """Whole maps in which every relation bears on something, so that a document can hold all of them."""
    return _maps()


@cache
def _names() -> st.SearchStrategy[str | None]:
    """Names for steps and citations; None for the usual one."""
    return st.none() | ids() | texts().map(str.strip).filter(bool)


@cache
def weights() -> st.SearchStrategy[tuple[Force | None, tuple[tuple[str, ...], ...]]]:
    """What is said of the weight of an attack."""
    reasons = st.lists(st.lists(ids(), min_size=1, max_size=2).map(tuple), min_size=1, max_size=2).map(tuple)
    plain = st.tuples(st.sampled_from([None, *Force]), st.just(()))
    return plain | st.tuples(st.sampled_from([None, Force.WEIGHS]), reasons)


@cache
def measures() -> st.SearchStrategy[float]:
    """How much a reason weighs."""
    return st.floats(0, 1, exclude_min=True) | st.sampled_from([0.3, 0.7, 1.0])


@cache
def critiques() -> st.SearchStrategy[dict[str, Any]]:
    """What a relation says of the roles and critical questions of its scheme, if anything."""
    linked = st.lists(ids(), min_size=1, max_size=2).map(tuple)
    roles = st.lists(st.builds(Filling, ids(), linked), max_size=2, unique_by=lambda each: each.role)
    reasons = st.lists(linked, min_size=1, max_size=2).map(tuple)
    answers = st.lists(st.builds(Answer, ids(), reasons), max_size=2, unique_by=lambda each: each.question)
    waives = st.lists(st.builds(Waiver, ids(), st.just("") | texts()), max_size=2, unique_by=lambda each: each.question)
    each = {"roles": roles.map(tuple), "answers": answers.map(tuple), "waives": waives.map(tuple)}
    return st.just({}) | st.fixed_dictionaries(each)


@cache
def orders() -> st.SearchStrategy[Order]:
    """Orders of values, circles included."""
    value = st.sampled_from(["safety", "peace and quiet", "time", "12", "no"])
    chain = st.lists(value, min_size=2, max_size=3).map(tuple)
    return st.builds(Order, ids(), st.lists(chain, min_size=1, max_size=2).map(tuple))


@cache
def annexes() -> st.SearchStrategy[str]:
    """JSON texts, as a format leaves them in a map for its writer: with and without escapes."""
    inner = st.none() | st.booleans() | st.integers() | texts()
    values = st.recursive(inner, lambda each: st.lists(each) | st.dictionaries(texts(), each), max_leaves=6)
    return st.builds(lambda value, plain: json.dumps(value, ensure_ascii=not plain), values, st.booleans())


@st.composite
def _maps(draw: st.DrawFn) -> ArgumentMap:
    names = draw(st.lists(ids(), max_size=5, unique=True))
    about = draw(_maybe(ids()))
    taken = set(names)
    cited = st.sampled_from([about] * bool(about) + ["memo", "city-survey"]) | ids()
    linked = st.lists(st.sampled_from(names) | ids() if names else ids(), min_size=1, max_size=3)
    passages = _some(st.builds(Passage, cited, _maybe(selectors()), _maybe(texts())))

    def named(usual: str) -> str:
        """Choose an id: the usual one, numbered where it is taken, or another."""
        name = draw(_names()) or usual
        count = 1
        while name in taken:
            count += 1
            name = f"{usual} #{count}"
        taken.add(name)
        return name

    def citation(owner: str) -> Citation:
        source = draw(cited)
        stance = draw(st.sampled_from(Stance))
        identity = named(f"{owner}@{source}")
        selector, locator = draw(_maybe(selectors())), draw(_maybe(texts()))
        weight = draw(_maybe(measures()))
        return Citation(identity, source, selector, locator, stance, fair=draw(st.booleans()), weight=weight)

    def citations(owner: str, named_there: tuple[Passage, ...]) -> tuple[Citation, ...]:
        """Cite this and that, and sometimes all passages of a statement among them."""
        before = [citation(owner) for _ in range(draw(st.integers(0, 1)))]
        repeated = named_there if draw(st.booleans()) else ()
        same = [Citation(named(f"{owner}@{p.source}"), p.source, p.selector, p.locator) for p in repeated]
        return (*before, *same, *(citation(owner) for _ in range(draw(st.integers(0, 1)))))

    def relation(kind: RelationKind, target: str) -> Relation:
        joined = tuple(draw(linked))
        identity = named(relation_id(kind, joined, target))
        weight = draw(weights()) if kind is RelationKind.ATTACK else (None, ())
        if kind in (RelationKind.SUPPORT, RelationKind.ATTACK):
            weight = (*weight, draw(_some(texts(), 2)), draw(_maybe(measures())))
        said = draw(critiques())
        raises = draw(_maybe(ids())) if kind is RelationKind.UNDERCUT else None
        scheme = draw(_maybe(texts() | st.sampled_from(["expert-opinion", "Expert Opinion", "example", "sunk-cost"])))
        words = (draw(_maybe(texts())) for _ in range(2))
        return Relation(identity, kind, joined, target, scheme, *words, *weight, **said, raises=raises)

    statements = tuple(
        Statement(
            name,
            draw(st.sampled_from(Kind)),
            draw(texts()),
            draw(_maybe(texts())),
            draw(_maybe(ids())),
            (said := draw(passages)),
            citations(name, said),
            draw(_maybe(texts())),
            draw(_some(texts())),
            draw(st.booleans()),
            standard=draw(_maybe(st.sampled_from(Standard))),
            voice=draw(_maybe(st.sampled_from(Voice))),
            credence=draw(_maybe(st.floats(0, 1).map(abs))),
        )
        for name in names
    )
    kinds = (RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.CONTRADICTION)
    relations = [
        relation(draw(st.sampled_from(kinds)), draw(st.sampled_from(names)))
        for _ in range(draw(st.integers(0, 5)) if names else 0)
    ]
    undercuttable = [c.id for s in statements for c in s.citations] + [r.id for r in relations]
    for _ in range(draw(st.integers(0, 2)) if undercuttable else 0):
        relations.append(relation(RelationKind.UNDERCUT, draw(st.sampled_from(undercuttable))))
        undercuttable.append(relations[-1].id)
    groups = draw(st.lists(st.builds(Group, ids(), texts(), _maybe(ids())), max_size=2, unique_by=lambda g: g.id))
    records = draw(st.lists(sources(), max_size=2, unique_by=lambda s: s.id))
    known = st.sampled_from(names) | ids() if names else ids()
    words = st.lists(st.sampled_from(Standing), min_size=1, max_size=4).map(tuple)
    expected = draw(st.lists(st.builds(Expectation, known, words), max_size=2, unique_by=lambda e: e.statement))
    return ArgumentMap(
        title=draw(st.just("") | texts()),
        description=draw(_maybe(texts())),
        about=about,
        groups=tuple(groups),
        statements=statements,
        relations=tuple(relations),
        sources=tuple(records),
        expectations=tuple(expected),
        orders=tuple(draw(st.lists(orders(), max_size=2, unique_by=lambda order: order.id))),
        annex=draw(st.dictionaries(ids(), annexes(), max_size=2)),
    )
