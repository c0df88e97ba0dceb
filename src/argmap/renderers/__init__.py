"""Renderers: one module per kind of picture or page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from attrs import Factory, field, frozen

from argmap.analysis import Analysis
from argmap.model.findings import Finding
from argmap.model.statements import Kind


class Direction(StrEnum):
    """Which way the support runs: ``RL`` has the root on the left, ``BT`` on top, ``LR`` on the right, ``TB`` below."""

    AUTO = "auto"
    RL = "RL"
    BT = "BT"
    LR = "LR"
    TB = "TB"


class Arrangement(StrEnum):
    """How sections stand to each other: joined by edges, or apart with small cards that refer to each other."""

    AUTO = "auto"
    JOINED = "joined"
    APART = "apart"


class Theme(StrEnum):
    """The colours: ``auto`` follows the reader's screen where the format can (SVG), and is light elsewhere."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Engine(StrEnum):
    """Which Graphviz draws: the system's ``dot``, or the one of the extra ``render``; ``auto`` takes ``dot`` first."""

    AUTO = "auto"
    DOT = "dot"
    BUNDLED = "bundled"


class Page(StrEnum):
    """The paper of print: ``one`` is a single page as large as the picture; else as many pages as it takes."""

    ONE = "one"
    A4 = "A4"
    A3 = "A3"
    LETTER = "letter"
    WIDE = "16:9"


class Findings(StrEnum):
    """Which findings stand on the cards: errors and warnings, errors alone, or none; notes never do."""

    ALL = "all"
    ERRORS = "errors"
    NONE = "none"


@frozen
class DrawingOptions:
    """What to draw of a map, and how.

    Attributes:
        direction: Which way the support runs; ``auto`` is ``BT`` for small maps and ``RL`` for others.
        types: Kinds to draw; all when empty.
        tags: Tags of which a statement must have one to be drawn; all are drawn when empty.
        groups: Ids of the sections to draw, with the sections inside them; all when empty.
        around: Id of a statement of which only the neighbourhood is drawn.
        depth: How many relations that neighbourhood reaches.
        evidence: Whether pieces of evidence are cards; if not, a count stands on what they support.
        legend: Whether the signs are explained.
        heading: Whether the title stands over the picture, with what is said under it.
        theme: The colours.
        arrangement: How sections stand to each other; ``auto`` draws those of more than 20 cards apart.
        whole: Whether all is drawn that the map's author leaves out or closes, however large the picture.
        overview: Whether the map is drawn from afar: what is on top, and a card for each part below. More than 3,000
            cards are drawn so unless `whole` asks for all.
        page: The paper that PDF, SVG and PNG are drawn on.
        engine: Which Graphviz draws SVG and PNG; only ``dot`` draws PDF.
        findings: Which findings of the checks stand on the cards.
        plain: Whether cards have no badges, no words for their standing and no findings, as a report wants it; the
            legend then tells the kinds by their colours.
        folded: Ids of statements of which what bears on them, and on nothing else that is drawn, is not drawn.
        changes: Where a page asks whether something has changed since it was made; empty where no server made it.
        with_source: Whether a page has the texts that the map rests on beside it, as far as they are at hand.
    """

    direction: Direction = field(default=Direction.AUTO, converter=Direction)
    types: tuple[Kind, ...] = ()
    tags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    around: str | None = None
    depth: int = 2
    evidence: bool = True
    legend: bool = True
    heading: bool = True
    theme: Theme = field(default=Theme.AUTO, converter=Theme)
    arrangement: Arrangement = field(default=Arrangement.AUTO, converter=Arrangement)
    whole: bool = False
    overview: bool = False
    page: Page = field(default=Page.ONE, converter=Page)
    engine: Engine = field(default=Engine.AUTO, converter=Engine)
    findings: Findings = field(default=Findings.ALL, converter=Findings)
    plain: bool = False
    folded: tuple[str, ...] = ()
    changes: str = ""
    with_source: bool = False


class Mark(StrEnum):
    """What a statement or source is marked as, on request."""

    GONE = "taken away"
    FALLS = "would fall"
    RISES = "would rise"
    SHIFTS = "would only change"
    POINT = "single point of failure"
    WEAKEST = "weakest link"
    LEFT = "only in A"
    RIGHT = "only in B"
    DIFFERS = "differs"


@frozen
class Marks:
    """What is marked in a picture, on request.

    Attributes:
        told: What is marked, in a sentence or two.
        statements: The marks of statements by their ids, each with what it says of the statement beside; may be empty.
        sources: The marks of sources by their ids.
        citing: The statements at which sources are marked; None for all that cite them.
        relations: The marks of relations by their ids.
        judged: Whether cards and steps tell how they fare; not so where two maps are drawn as one.
    """

    told: str
    statements: Mapping[str, Mapping[Mark, str]]
    sources: Mapping[str, Mark] = Factory(dict)
    citing: frozenset[str] | None = None
    relations: Mapping[str, Mark] = Factory(dict)
    judged: bool = True


@frozen
class View:
    """A map with what is known about it, ready to be drawn.

    Attributes:
        analysis: The map, its sources, the verdict on each statement.
        findings: What the checks found in it.
        options: What to draw, and how.
        marks: What is marked.
        explanations: What each code among the findings means, in a sentence or two.
    """

    analysis: Analysis
    findings: tuple[Finding, ...] = ()
    options: DrawingOptions = DrawingOptions()
    marks: Marks | None = None
    explanations: Mapping[str, str] = Factory(dict)


@frozen
class Drawing:
    """What a renderer made.

    Attributes:
        data: The file; text is in UTF-8.
        more: Further files, where each page of a picture is one.
        warnings: What the caller should know, each a sentence.
    """

    data: bytes
    warnings: tuple[str, ...] = ()
    more: tuple[bytes, ...] = ()


@frozen
class Renderer:
    """A module's declaration that it draws maps; the module's name is the file ending it goes by.

    Attributes:
        render: Draws a view; raises `RenderError` or `MissingExtraError` when Graphviz is missing or fails, and
            `UnknownNameError` when the options name a statement or a group that is not in the map.
    """

    render: Callable[[View], Drawing]
