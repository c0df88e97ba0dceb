"""Whether labels and standings follow from the rules.

A labelling is the well-founded model if it is a three-valued stable model (Przymusinski 1990) and each settled label
follows from labels settled before it or, for statements that rest on nothing but each other, together with it (Van
Gelder, Ross & Schlipf 1991).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.evaluation.certificate.labelling import Labelling, derivable, supporting
from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED, Standing

_TRUTH = {
    Standing.ACCEPTED: TRUE,
    Standing.UNDECIDED: UNDECIDED,
    Standing.REJECTED: FALSE,
    Standing.UNSUPPORTED: FALSE,
}


def wrong_labels(labelling: Labelling) -> Iterator[str]:
    """Say which labels do not follow."""
    value, stage = labelling.value, labelling.stage
    possible = derivable(rule for rule in labelling.rules if all(value(atom) != TRUE for atom in rule.denied))
    for atom in labelling.atoms:
        rules = labelling.rules_for(atom)
        if value(atom) == TRUE:
            right = any(labelling.precedes(rule, stage(atom)) for rule in rules)
        elif value(atom) == FALSE:
            right = all(labelling.fails(rule, stage(atom)) for rule in rules)
        else:
            right = atom in possible and all(labelling.truth(rule) != TRUE for rule in rules)
        if not right:
            yield f"{atom[0]}({atom[1]}) is wrongly labelled"


def wrong_standings(labelling: Labelling, standings: Mapping[str, Standing]) -> Iterator[str]:
    """Say which standings are wrong, that of a statement without support for one that has it included."""
    supported = derivable(supporting(labelling.rules))
    for name, standing in standings.items():
        atom = ("holds", name)
        if _TRUTH[standing] != labelling.value(atom) or (standing is Standing.UNSUPPORTED) == (atom in supported):
            yield f"{name} is not {standing}"
