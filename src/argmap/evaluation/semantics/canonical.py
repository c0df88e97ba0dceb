"""Canonical: a statement stands if some complete, uncut line of reasons stands and nothing that stands beats it.

This is the well-founded model of the map's rules (Van Gelder, Ross & Schlipf 1991): unique, found in near linear time,
and never in favour of a side that the map leaves open. What is in a deadlock is undecided; how it would fare in each
preferred reading is told besides. It agrees with grounded semantics over the arguments of the map (Dung 1995; Wu,
Caminada & Gabbay 2009).
"""

from __future__ import annotations

from argmap.evaluation.certify import certify
from argmap.evaluation.semantics import Semantics
from argmap.evaluation.well_founded import well_founded

SEMANTICS = Semantics(solve=well_founded, certify=certify)
