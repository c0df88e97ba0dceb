"""Comparisons and differences as plain values for JSON, data frames and templates, as CSV and as a table of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import asdict

from argmap.comparison.agreement.figures import Figures
from argmap.comparison.changes import Change
from argmap.comparison.compare import Comparison
from argmap.comparison.diff import Diff
from argmap.comparison.differences.swings import Swing
from argmap.comparison.differences.union import Difference
from argmap.comparison.pooling import Pool
from argmap.comparison.rows import Row
from argmap.model.findings import Finding


def rows(items: Iterable[Row | Change]) -> list[dict[str, Any]]:
    """Return the rows of a comparison, or changes, as plain dicts."""
    return [{key: _plain(value) for key, value in asdict(item, recurse=False).items()} for item in items]


def values(found: Comparison, a: str, b: str) -> dict[str, Any]:
    """Return all of a comparison as plain values.

    Args:
        found: The comparison.
        a: What the first reading is called.
        b: What the second is called.
    """
    standings = [
        {"left": left, "right": right, "standing": [str(before), str(after)]}
        for left, right, before, after in found.conclusions
    ]
    return {
        "a": a,
        "b": b,
        "basis": str(found.basis),
        "notes": list(found.notes),
        "agreement": _agreement(found.agreement),
        "rows": rows(found.rows),
        "differences": list(map(_difference, found.differences)),
        "conclusions": standings,
        "lone": [
            {"id": name, "standing": str(standing), "in": "b" if is_right else "a"}
            for name, standing, is_right in found.lone
        ],
        "swings": [_swing(swing, found.differences) for swing in found.swings],
    }


def diff_values(found: Diff) -> dict[str, Any]:
    """Return all that changed as plain values."""
    come, gone = found.findings if found.changes else ((), ())
    return {
        "basis": str(found.basis),
        "changes": rows(found.changes),
        "flipped": [
            {
                "id": each.name,
                "old_id": each.old,
                "kind": str(each.kind),
                "standing": [str(each.before), str(each.after)],
                "why": each.why,
            }
            for each in found.flipped
        ],
        "differences": list(map(_difference, found.differences)),
        "swings": [_swing(swing, found.differences) for swing in found.swings],
        "new_findings": list(map(_finding, come)),
        "gone_findings": list(map(_finding, gone)),
    }


def pool_values(pool: Pool) -> dict[str, Any]:
    """Return how far two readers agree, over all pairs of maps and pair by pair, as plain values."""
    return {
        "agreement": _agreement(pool.figures),
        "pairs": [
            {
                "a": pair.left,
                "b": pair.right,
                "statements": list(pair.statements),
                "shared": pair.shared,
                "conclusions": pair.conclusions,
                "otherwise": pair.otherwise,
                "agreement": _agreement(pair.figures),
            }
            for pair in pool.pairs
        ],
    }


def _agreement(figures: Figures) -> dict[str, Any]:
    boundaries = figures.boundaries
    return {
        "kinds": asdict(figures.kinds),
        "relations": asdict(figures.relations),
        "boundaries": None if boundaries is None else {**asdict(boundaries), "passages": list(boundaries.passages)},
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {**asdict(difference), "what": str(difference.what)}


def _swing(swing: Swing, differences: Sequence[Difference]) -> dict[str, Any]:
    return {
        "left": swing.left,
        "right": swing.right,
        "standing": [str(swing.before), str(swing.after)],
        "sets": [[{"number": number, **_difference(differences[number])} for number in each] for each in swing.sets],
        "complete": swing.complete,
        "tried": swing.tried,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, "node": finding.node, "message": finding.message}


def _plain(value: object) -> object:
    return list(map(str, value)) if isinstance(value, tuple) else str(value)
