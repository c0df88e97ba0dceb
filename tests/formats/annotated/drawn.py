"""What tests of annotations share."""

from hypothesis import strategies as st

_KEYS = (
    "@context id type body target selector source value exact items refinedBy state purpose motivation bodyValue "
    "rows annotations uri text tags document title link href references label index data key itemType parentItem "
    "annotationText annotationComment annotationPageLabel annotationPosition annotationType note creators attachments"
)
_WORDS = (
    "Annotation TextualBody SpecificResource FragmentSelector Choice tagging linking annotation attachment #a support"
)


def json_values() -> st.SearchStrategy[object]:
    """Return JSON with names and words that annotations have."""
    leaves = st.none() | st.booleans() | st.integers(-2, 5) | st.text(max_size=5) | st.sampled_from(_WORDS.split())
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(_KEYS.split())), inner, max_size=5)
        ),
        max_leaves=14,
    )
