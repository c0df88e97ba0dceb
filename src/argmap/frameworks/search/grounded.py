"""The grounded labelling, in linear time: what must be accepted, what that rejects, and what stays undecided."""

from __future__ import annotations

from collections.abc import Sequence

IN, OUT, UNDECIDED = 1, -1, 0


def grounded(attackers: Sequence[Sequence[int]], attacked: Sequence[Sequence[int]]) -> list[int]:
    """Return the grounded label of each argument (Dung 1995; Modgil & Caminada 2009).

    Args:
        attackers: For each argument the indices of those that attack it, each once.
        attacked: For each argument the indices of those that it attacks.

    Returns:
        `IN` (1), `OUT` (-1) or `UNDECIDED` (0) for each.

    Example:
        >>> grounded([[], [0], [1], [3]], [[1], [2], [], [3]])
        [1, -1, 1, 0]
    """
    labels = [UNDECIDED] * len(attackers)
    left = list(map(len, attackers))
    accepted = [index for index, count in enumerate(left) if not count]
    for index in accepted:
        labels[index] = IN
        for target in attacked[index]:
            if labels[target] is UNDECIDED:
                labels[target] = OUT
                for defended in attacked[target]:
                    left[defended] -= 1
                    if not left[defended]:
                        accepted.append(defended)
    return labels
