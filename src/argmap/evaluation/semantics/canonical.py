"""Canonical: a statement stands if some complete, uncut line of reasons stands and nothing that stands beats it.

This is the well-founded model of the map's rules (Van Gelder, Ross & Schlipf 1991): unique, found in near linear time,
and never in favour of a side that the map leaves open. What is in a deadlock is undecided; how it would fare in each
preferred reading is told besides. It agrees with grounded semantics over the arguments of the map (Dung 1995; Wu,
Caminada & Gabbay 2009).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from argmap.evaluation.grounds import Grades
from argmap.evaluation.semantics import Semantics
from argmap.evaluation.well_founded import well_founded
from argmap.evaluation.why import Why
from argmap.model.document import ArgumentMap

if TYPE_CHECKING:
    from argmap.evaluation.certificate.claims import Claims, Outcome


def certify(m: ArgumentMap, claims: Claims, grades: Grades | None, reasons: Iterable[Why]) -> Outcome:
    """Check the claims of an evaluation, and some reasons, against the definition of the well-founded model."""
    from argmap.evaluation.certificate.certify import certify as wrong

    return wrong(m, claims, grades, reasons)


SEMANTICS = Semantics(solve=well_founded, certify=certify)
