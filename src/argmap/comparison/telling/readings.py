"""A comparison of two readings as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from argmap.comparison.agreement.coefficients import Agreement
from argmap.comparison.agreement.figures import Figures
from argmap.comparison.compare import Comparison
from argmap.comparison.pooling import Pool
from argmap.comparison.rows import Row, Subject, Verdict
from argmap.comparison.telling.sentences import swing_told
from argmap.model.document import ArgumentMap
from argmap.wording import counted

_NAMES = ("A", "B")
_WIDTH = 100
_BY = {"passage": "their passages", "quote": "their quotations", "text": "their words"}


def comparison_told(found: Comparison, a: str, b: str, *, every: bool = False) -> Iterator[str]:
    """Go through the lines that tell of a comparison.

    Args:
        found: The comparison.
        a: What the first reading is called.
        b: What the second is called.
        every: Whether to tell what is the same too.
    """
    yield from (f"{name}  {file}: {_size(m)}" for name, file, m in _maps(found, a, b))
    yield _aligned(found)
    yield from (f"Note: {note}." for note in found.notes)
    yield ""
    yield from agreement_told(found.agreement)
    for subject in Subject:
        rows = [row for row in found.rows if row.subject is subject]
        if rows:
            yield ""
            yield from _rows(subject, rows, every=every)
    yield ""
    yield from _conclusions(found)


def agreement_told(figures: Figures) -> Iterator[str]:
    """Go through the lines of a table of agreement; ``-`` stands for what is undefined."""
    yield "agreement    percent  kappa  alpha  on"
    yield _figures("kinds", figures.kinds, counted(figures.kinds.units, "statement") + " that both have")
    yield _figures("relations", figures.relations, counted(figures.relations.units, "pair") + " of them, in order")
    found = figures.boundaries
    if found is None:
        yield f"{'boundaries':<11}  {'-':>7}  {'-':>5}  {'-':>5}  the text is not at hand in both"
    else:
        passages = f"{found.passages[0]} and {counted(found.passages[1], 'passage')} of {found.length:,} characters"
        yield f"{'boundaries':<11}  {'':>7}  {'':>5}  {_figure(found.binary):>5}  {passages}"
        yield f"{'  and kinds':<11}  {'':>7}  {'':>5}  {_figure(found.nominal):>5}"


def pool_told(pool: Pool) -> Iterator[str]:
    """Go through the lines that tell how far two readers agree: pair by pair, then over all pairs."""
    rows: list[tuple[str, ...]] = [("map", "statements", "shared", "kinds", "relations", "boundaries", "conclusions")]
    for pair in pool.pairs:
        figures, cuts = pair.figures, pair.figures.boundaries
        name = pair.left if pair.left == pair.right else f"{pair.left} | {pair.right}"
        alphas = figures.kinds.alpha, figures.relations.alpha, cuts.binary if cuts else None
        stand = f"{pair.otherwise} of {pair.conclusions} otherwise" if pair.otherwise else f"{pair.conclusions} alike"
        sizes = f"{pair.statements[0]:,} | {pair.statements[1]:,}"
        rows.append((name, sizes, f"{pair.shared:,}", *map(_figure, alphas), stand))
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        first, *rest = (f"{cell:{'<' if at in (0, len(row) - 1) else '>'}{widths[at]}}" for at, cell in enumerate(row))
        yield "  ".join([first, *rest]).rstrip()
    yield ""
    yield from agreement_told(pool.figures)


def _figures(what: str, agreement: Agreement, on: str) -> str:
    percent = "-" if agreement.percent is None else f"{agreement.percent:.0%}".replace("%", " %")
    return f"{what:<11}  {percent:>7}  {_figure(agreement.kappa):>5}  {_figure(agreement.alpha):>5}  {on}"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _maps(found: Comparison, a: str, b: str) -> Iterable[tuple[str, str, ArgumentMap]]:
    return zip(_NAMES, (a, b), (found.left.map, found.right.map), strict=True)


def _size(m: ArgumentMap) -> str:
    return f"{counted(len(m), 'statement')}, {counted(len(m.relations), 'relation')}"


def _aligned(found: Comparison) -> str:
    counts = Counter(str(group.by) for group in found.alignment.groups if group.by)
    ways = [f"{counts[by]} by {words}" for by, words in _BY.items() if counts[by]]
    return f"Statements of both: {', '.join(ways) or 'none'}."


def _rows(subject: Subject, rows: list[Row], *, every: bool) -> Iterator[str]:
    same = sum(row.is_same for row in rows)
    yield f"{subject}s: {same} the same" + ("" if same < len(rows) else " throughout")
    shown = [row for row in rows if every or not row.is_same]
    width = max((len(", ".join(row.verdicts)) for row in shown), default=0)
    for verdict in Verdict:
        for row in shown:
            if row.verdicts[0] is verdict:
                yield from _row(f"  {', '.join(row.verdicts):<{width}}  ", _sides(row))


def _row(verdicts: str, sides: list[str]) -> list[str]:
    """Return the line of a row, or two where what both have does not fit beside each other."""
    line = verdicts + " | ".join(sides)
    return [line] if len(line) <= _WIDTH or len(sides) == 1 else [verdicts + sides[0], " " * len(verdicts) + sides[1]]


def _sides(row: Row) -> list[str]:
    kinds = Verdict.OTHER_KIND in row.verdicts or not (row.left and row.right)
    sides = [
        _side(row, *each, kinds=kinds and row.subject is Subject.STATEMENT)
        for each in ((row.left, row.left_kinds), (row.right, row.right_kinds))
    ]
    return list(filter(None, sides))


def _side(row: Row, names: tuple[str, ...], of: tuple[str, ...], *, kinds: bool) -> str:
    told = [f"{name} ({kind})" if kinds else name for name, kind in zip(names, of, strict=True)]
    return (" + " if row.subject is Subject.STATEMENT else ", ").join(told)


def _conclusions(found: Comparison) -> Iterator[str]:
    if not found.conclusions:
        yield "There is no conclusion that both have."
    same = [each for each in found.conclusions if each[2] is each[3]]
    for left, _, standing, _ in same:
        yield f"{left} is {standing} in both."
    for swing in found.swings:
        yield from swing_told(swing, found.differences, _NAMES)
    for name, standing, is_right in found.lone:
        one, other = _NAMES[::-1] if is_right else _NAMES
        yield f"{name} is {standing} in {one}; {other} has no such recommendation."
