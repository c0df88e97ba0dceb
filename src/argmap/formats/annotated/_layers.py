"""Labels of annotations in INCEpTION and WebAnno, whose layers and features each project names as it likes."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats.annotated._labels import kind_of, meaning_of

_LABELS = ("label", "value", "Label", "Value", "type", "category", "kind")


def layer_of(name: str) -> str:
    """Return the short name of a layer.

    Example:
        >>> layer_of("webanno.custom.Claim")
        'Claim'
    """
    return name.rpartition(".")[2]


def label_of(layer: str, features: Mapping[str, str], *, is_relation: bool) -> tuple[str, str | None]:
    """Return the label of an annotation or relation, and the feature that holds it; None where it is its layer's name.

    Example:
        >>> label_of("custom.Span", {"note": "why?", "role": "Premise"}, is_relation=False)
        ('Premise', 'role')
        >>> label_of("webanno.custom.Claim", {}, is_relation=False)
        ('Claim', None)
    """
    texts = {name: value for name, value in features.items() if value}
    meant = meaning_of if is_relation else kind_of
    order = [name for name in _LABELS if name in texts] + [name for name in texts if name not in _LABELS]
    found = next((name for name in order if meant(texts[name])), None)
    if found is None and not meant(layer_of(layer)):
        found = next((name for name in order if name in _LABELS), None)
    return (texts[found], found) if found else (layer_of(layer), None)
