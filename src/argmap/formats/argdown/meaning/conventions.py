"""What argmap writes in Argdown, and reads again, beyond what Argdown itself means by it."""

from __future__ import annotations

#: The data key of a conclusion that only denies something.
DENIAL = "denial"

#: The data keys of a relation that say how an attack weighs and why, and what a reason speaks for.
WEIGHTS = FORCE, OUTWEIGHED_BY, WHY, VALUES, WEIGHT = "force", "outweighed-by", "why", "values", "weight"

#: The data keys of an inference that say what its scheme asks, and what is answered.
CRITIQUE = ROLES, ANSWERS, WAIVES, RAISES = "roles", "answers", "waives", "raises"

#: The scheme that stands for each relation of Argdown's strict mode.
STRICT_SCHEMES = {"entails": "entailment", "contrary": "contrary"}
