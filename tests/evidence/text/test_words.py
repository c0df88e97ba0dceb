"""Words, and where a phrase may begin and end."""

from __future__ import annotations

import pytest

from argmap.evidence.text.words import is_boundary, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("العِلمُ نور", ["العِلمُ", "نور"]),
        ("x̂ and e\u0301t", ["x̂", "and", "e\u0301t"]),
        ("น้ำ3", ["น้", "ำ", "3"]),
        ("東京都、です。", ["東", "京", "都", "で", "す"]),
        ("កម្ពុជា", ["ក", "ម្", "ពុ", "ជា"]),
    ],
)
def test_marks_belong_to_the_word_of_their_letter(text, found) -> None:
    """A vowel sign or accent is part of its word, in scripts without spaces of its character."""
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "inside"), [("น้ำ", [1]), ("हि न", [1]), ("東京", []), ("٣٫٥ x", [1, 2]), ("x\u0302y", [1, 2])]
)
def test_no_phrase_ends_between_a_letter_and_its_mark(text, inside) -> None:
    """A phrase ends neither before a mark nor inside a figure, and anywhere else where scripts set no spaces."""
    assert [at for at in range(1, len(text)) if not is_boundary(text, at)] == inside
