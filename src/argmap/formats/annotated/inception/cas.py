"""What a CAS holds: its text, and feature structures, some of them annotations or relations between these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from argmap.errors import ConvertError
from argmap.formats.annotated._json import is_number, items, table
from argmap.formats.annotated._layers import label_of as layered

FeatureStructure = Mapping[str, Any]

SOFA = "uima.cas.Sofa"
"""The type of what holds the text."""

STRUCTURES, TYPE, ID = "%FEATURE_STRUCTURES", "%TYPE", "%ID"
_MADE_BY_PROGRAMS = (
    "uima.",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata",
)
_ENDS = (("@Governor", "@Dependent"), ("@source", "@target"), ("@Source", "@Target"), ("@from", "@to"))


@frozen
class Cas:
    """A CAS.

    Attributes:
        whole: Everything.
        sofa: The feature structure that holds the text.
    """

    whole: Mapping[str, Any]
    sofa: FeatureStructure

    @classmethod
    def of(cls, whole: object) -> Cas:
        """Find the text of a CAS; raises `ConvertError` where there is none."""
        found = table(whole)
        structures = [each for each in items(found.get(STRUCTURES)) if isinstance(each, dict)]
        sofas = [each for each in structures if each.get(TYPE) == SOFA and isinstance(each.get("sofaString"), str)]
        if not sofas:
            raise ConvertError("this CAS holds no text: no feature structure of type uima.cas.Sofa has a 'sofaString'")
        first = [each for each in sofas if each.get("sofaID") == "_InitialView"]
        return cls(found, (first or sofas)[0])

    @property
    def structures(self) -> Sequence[Any]:
        """Return the feature structures, in order."""
        return items(self.whole.get(STRUCTURES))

    def is_annotation(self, each: object) -> bool:
        """Tell whether something is an annotation of the text."""
        found = table(each)
        offsets = is_number(found.get("begin")) and is_number(found.get("end"))
        return offsets and found.get("@sofa") == self.sofa.get(ID) and is_number(found.get(ID))


def ends_of(each: FeatureStructure) -> tuple[str, str] | None:
    """Return the names of the features that hold the two ends of a relation; None for what is none."""
    found = (ends for ends in _ENDS if all(is_number(each.get(end)) for end in ends))
    return next(found, None)


def is_usual(each: FeatureStructure) -> bool:
    """Tell whether an annotation is one that programs make of any text: a sentence, a token, the document."""
    return str(each.get(TYPE, "")).startswith(_MADE_BY_PROGRAMS)


def label_of(each: FeatureStructure) -> tuple[str, str | None]:
    """Return the label of an annotation or relation, and the feature that holds it; None where it is its layer's name.

    Example:
        >>> label_of({"%TYPE": "webanno.custom.Claim", "begin": 0, "end": 4})
        ('Claim', None)
    """
    features = {name: value for name, value in each.items() if name[:1] not in "%@^#" and isinstance(value, str)}
    return layered(str(each.get(TYPE, "")), features, is_relation=ends_of(each) is not None)
