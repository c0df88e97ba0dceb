"""XML is read as a flat list of elements with their places, whatever it holds, and nothing grows or is fetched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.flaws import Flaws
from argmap.formats._xml import elements, forbidden, in_attribute, in_element
from argmap.text import Span


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_texts_are_escaped_and_read_again(attribute, text) -> None:
    """What is escaped says the same when it is read, in attributes and between tags."""
    attribute, text = forbidden(attribute), forbidden(text)
    written = f'<a b="{in_attribute(attribute)}">{in_element(text)}</a>'
    flaws = Flaws(written)
    (found,) = elements(flaws)
    assert not flaws.found
    assert (found.attributes, found.text) == ({"b": attribute}, text)


@given(st.text(st.sampled_from("<>/abé💧 &;'\"=!-[]")))
def test_any_text_is_read(text) -> None:
    """No text raises; every element has its tag where it is said to stand."""
    flaws = Flaws(text)
    for each in elements(flaws):
        assert text.startswith(f"<{each.name}", each.at.start)
    assert all(0 <= flaw.span.start <= len(text) for flaw in flaws.found)


def test_places_count_code_points() -> None:
    """Places are those of the text, whatever its characters take as bytes."""
    assert elements(Flaws("<a>é💧<b/></a>"))[1].at == Span(5, 9)
