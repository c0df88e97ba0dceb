"""Markdown outlines."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import formats
from argmap.errors import ConvertError
from argmap.formats._parts import kept
from argmap.formats.outlines import outline

from ...strategies import maps
from ...tangles import tangles
from .shapes import shape

OUTLINE = """\
# The mill

- Rebuild the mill

  The council asked.

  - It ground our flour
  - Con: Flour is cheap
    - Con: Bread is not

## The river

- Keep the river
  - [It ground our flour](#it-ground-our-flour)
"""


def relations(text: str) -> list[str]:
    """Return the ids of the relations of an outline."""
    return [r.id for r in outline.read(text, "").relations]


def test_what_is_indented_is_a_reason_or_an_objection() -> None:
    """A bullet below another one supports it, or attacks it where it says so; paragraphs below it are a remark."""
    m = outline.read(OUTLINE, "mill.md")
    assert (m.title, [(g.id, g.title) for g in m.groups]) == ("The mill", [("the-river", "The river")])
    assert m["rebuild-the-mill"].note == "The council asked."
    assert m["keep-the-river"].group == "the-river"
    assert relations(OUTLINE) == [
        "it-ground-our-flour -> rebuild-the-mill",
        "flour-is-cheap -| rebuild-the-mill",
        "bread-is-not -| flour-is-cheap",
        "it-ground-our-flour -> keep-the-river",
    ]


def test_what_was_read_is_written_again() -> None:
    """Reading and writing an outline changes nothing."""
    assert outline.write(outline.read(OUTLINE, "")).text == OUTLINE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- A\n  - B\n  - C\n", ["b -> a", "c -> a"]),
        ("* A\n  - B\n    + C\n", ["b -> a", "c -> b"]),
        ("- A\n  + B\n  - C\n    - D\n", ["b -> a", "c -| a", "d -| c"]),
        ("- A\n  - (+) B\n  - [-] C\n  - **Con:** D\n  - Pro: E\n", ["b -> a", "c -| a", "d -| a", "e -> a"]),
        ("- A\n  - Pros\n    - B\n  - Arguments against:\n    - C\n", ["b -> a", "c -| a"]),
        ("# A\n\n+ B\n- C\n", ["b -> a", "c -| a"]),
        ("## A\n\n- Pro: B\n- Con: C\n\n## D\n\n- E\n", ["b -> a", "c -| a"]),
        ("1. A\n   1. B\n      - C\n2. D\n", ["b -> a", "c -> b"]),
        ("- A\n\t- B\n\t\t- C\n", ["b -> a", "c -> b"]),
        ("- A\n - B\n", []),
        ("- A\n\n```\n  - B\n```\n", []),
        ("- Con: A\n  - B\n", ["b -> con-a"]),
    ],
)
def test_pros_and_cons_are_told_by_marks(text, expected) -> None:
    """Words mark them, headings, and bullets where ``+`` and ``-`` stand side by side; other bullets say nothing."""
    assert relations(text) == expected


def test_a_heading_is_a_section_or_a_conclusion() -> None:
    """A heading above pros and cons is what they are about; above other bullets it is a section."""
    m = outline.read("# T\n\n## S\n\n### A\n\n- Pro: B\n\n### R\n\n- C\n", "")
    assert [(g.id, g.parent) for g in m.groups] == [("s", None), ("r", "s")]
    assert [(s.text, s.group) for s in m] == [("A", "s"), ("B", "s"), ("C", "r")]


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## For\n\n- B\n  - C\n\n## Against\n\n- D\n",
        "# A\n\n- Arguments for:\n  - B\n    - C\n- Counterarguments\n  - D\n",
        "- A\n  - (pro) B\n    - C\n  - Objection: D\n",
    ],
)
def test_pros_and_cons_are_told_by_words(text) -> None:
    """Headings, bullets and words that say *for* or *against* are marks, in the words that people use."""
    assert relations(text) == ["b -> a", "c -> b", "d -| a"]


def test_a_heading_against_among_others_is_a_section() -> None:
    """Sections of which only some are called so say nothing of what the title claims."""
    m = outline.read("# T\n\n## Against\n\n- A\n\n## For\n\n- B\n\n## Rain\n\n- C\n", "")
    assert (m.title, m.relations, [g.title for g in m.groups]) == ("T", (), ["Against", "For", "Rain"])


def test_sections_called_for_and_against_stay_sections() -> None:
    """A map whose sections are called so is written with a backslash before them, and read again the same."""
    m = outline.read("# T\n\n## \\For\n\n- A\n\n## \\Against\n\n- B\n", "")
    assert (m.title, m.relations, [g.title for g in m.groups]) == ("T", (), ["For", "Against"])
    assert outline.write(m).text == "# T\n\n## \\For\n\n- A\n\n## \\Against\n\n- B\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Words.\n\n- A\n", "1:1 paragraphs that stand in no list are not kept"),
        ("- A\n  - [x] B\n", "2:3 boxes to tick are not kept"),
        ("- A\n  - Cons\n    - B\n", "2:3 headings such as 'Pros' are no statements: what stands below them is marked"),
    ],
)
def test_what_is_lost_is_told_with_its_place(text, message) -> None:
    """What no map holds is told where it stands."""
    findings = outline.read(text, "a.md").origin.findings
    assert any(f"{f.line}:{f.column} {f.message}".startswith(message) for f in findings)


def test_a_text_without_lists_is_no_outline() -> None:
    """Other texts are refused in a sentence."""
    with pytest.raises(ConvertError, match="there is no list in it"):
        outline.read("# Rain\n\nIt rains.\n", "a.md")


def test_a_page_with_maps_stays_one(project) -> None:
    """A file with a fenced map is a page of Markdown, whatever lists it has; an outline must be named."""
    page = "- A\n  - B\n\n```argmap\nnodes: {c: {claim: C.}}\n```\n"
    assert formats.format_of("a.md", page.encode()) == "markdown"
    assert formats.format_of("a.md", OUTLINE.encode()) == "outline"
    assert formats.sign("a.md", OUTLINE.encode) is formats.Sign.POSSIBLE
    project({"a.md": OUTLINE, "b.md": page})
    assert len(argmap.load("a.md")) == 5
    assert [s.id for s in argmap.load("b.md")] == ["c"]


def test_an_outline_may_be_deep() -> None:
    """Depth is no matter, in reading or in writing."""
    text = "".join(f"{'  ' * depth}- a\n" for depth in range(600))
    m = outline.read(text, "")
    assert len(m.relations) == 599
    assert outline.write(m).text == text


@given(m=maps() | tangles())
def test_a_map_is_read_again_as_it_was_written(m) -> None:
    """Up to ids, and but for line breaks that are told, all that an outline has a place for comes back."""
    if not len(m):
        return
    left = kept(m, outline.FORMAT.keeps)
    writing = outline.write(m)
    again = outline.read(writing.text, "")
    exact = not writing.findings
    assert shape(again, exact=exact)["relations"] == shape(left, exact=exact)["relations"]
    assert shape(again, exact=exact)["statements"] == shape(left, exact=exact)["statements"]
    if exact:
        assert again.title == left.title
        assert Counter(s.note for s in again) == Counter(s.note for s in left)
        assert Counter(g.title for g in again.groups) == Counter(g.title for g in left.groups)
        assert Counter(again.headings.get(s.group) for s in again) == Counter(left.headings.get(s.group) for s in left)


@given(text=st.text(st.sampled_from("-+*1.# \t\n\\[]()a:ConProFor`~|>"), max_size=200))
def test_any_text_is_read_without_raising(text) -> None:
    """Whatever stands in a file, reading it makes a map or says that it is no outline."""
    for each in (text, f"- a\n  {text}"):
        try:
            m = outline.read(each, "a.md")
        except ConvertError:
            continue
        outline.write(m)
