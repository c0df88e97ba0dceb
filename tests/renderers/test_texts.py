"""Texts are drawn as the texts they are, whatever they mean to XML, DOT or Graphviz."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis import analyse
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap, Group
from argmap.model.look import Label, Look
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.renderers import Arrangement, Direction, DrawingOptions, View, dot, svg
from argmap.renderers._diagram.markup import clean, element_id, escape, plain
from argmap.text import LineIndex
from argmap.wording import spaced

from ..strategies import examples

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"

REFERENCES = [
    "&#1;",
    "&#0;",
    "&#xD800;",
    "&#65;",
    "&#x41;",
    "&amp;",
    "&amp;lt;",
    "&lt;b&gt;",
    "&nbsp;",
    "&eacute;",
    "&#;",
]
ESCAPES = ["\\n", "\\l", "\\N", "\\G", "\\E", "\\T", "\\H", "\\L", "\\\\", "\\", '\\"', "\\&#92;"]
MARKS = [
    "<",
    ">",
    '"',
    "'",
    "]",
    "]]>",
    "<!--",
    "-->",
    "<br/>",
    "<![CDATA[",
    "{x|<p>}",
    "%s",
    "+",
    ";",
    "/*",
    "//",
    "#",
]
TEXTS = (
    st.lists(st.sampled_from([*REFERENCES, *ESCAPES, *MARKS]), min_size=1, max_size=2).map("".join)
    | st.text("&#;\\<>nNGxl1\"'/]-", min_size=1, max_size=8)
    | st.text(min_size=1, max_size=8).filter(lambda text: clean(text).strip())
)


def said_everywhere(text):
    """Give a map in which a text stands wherever one can."""
    cite = Citation("cited", text, locator=text)
    colour = "#1b9e77"
    labels = {"premise": Label.BOTH, "named": Label.BOTH}
    look = Look(shows_tags=True, labels=labels, colours={"premise": colour}, key=((text, colour),))
    return ArgumentMap(
        title=text,
        description=text,
        groups=(Group("here", text), Group("there", text)),
        statements=(
            Statement("premise", Kind.CLAIM, f"{text} it is", text, "here", citations=(cite,), tags=(text,)),
            Statement(text, Kind.CLAIM, text, text, group="there"),
            Statement("other", Kind.OBJECTION, text, text, group="there"),
        ),
        relations=(
            Relation("named", RelationKind.SUPPORT, ("premise",), text, title=text),
            Relation("attack", RelationKind.ATTACK, ("other",), text, text),
        ),
        origin=Origin("a.argdown", "argdown", LineIndex(""), look=look),
    )


def squeezed(text):
    """Give a text without white space, which is where lines may break."""
    return "".join(text.split())


def drawn_texts(picture):
    """Give the drawn words and the tooltip of everything in a picture that has an id."""
    told = {}
    for element in ET.fromstring(picture.data).iter(f"{SVG}g"):
        words = squeezed("".join(text.text or "" for text in element.iter(f"{SVG}text")))
        tips = [link.get(f"{XLINK}title") for link in element.iter(f"{SVG}a")]
        told[element.get("id")] = words, tips[0] if tips else None
    return told


@examples(60)
@given(text=TEXTS)
def test_what_is_drawn_is_the_text(engine, text):
    """In cards, titles, sections, junctions, references and the legend, words and tooltips are the text."""
    options = DrawingOptions(arrangement=Arrangement.APART, direction=Direction.RL, engine=engine)
    picture = svg.render(View(analyse(said_everywhere(text)), options=options))
    told, shown, line = drawn_texts(picture), squeezed(clean(text)), clean(text)
    scheme = squeezed(clean(spaced(text)))
    name = line.rstrip(".")
    assert told["n-premise"] == (
        f"CLAIM{shown}{shown}itis»{shown},{shown}←usedin{shown}#{shown}",
        f"Claim: {line} it is",
    )
    assert told[element_id("n", text)][1] == f"Claim: {line}"
    assert told[element_id("g", "here")] == (shown, line)
    assert told["s-0"] == (shown, clean(f"{name} supports {name}"))
    assert told["s-1"] == (
        f"rebuts:{scheme}" if scheme else "rebuts",
        clean(f"{name} rebuts {name}, but comes to nothing"),
    )
    assert told["r-0-0"] == (f"→{shown}{shown}", f"See {line}")
    root = ET.fromstring(picture.data)
    assert root.find(f"{SVG}title").text == line
    assert root.find(f"{SVG}desc").text.startswith(f"{line} 3 statements")
    heading = squeezed("".join(t.text for t in root.iter(f"{SVG}text")))
    assert heading.startswith(f"{shown}{shown}3statements")
    assert f"█{shown}" in heading


def test_a_section_whose_title_cannot_be_shown_bears_its_id(engine):
    """A title of control characters alone leaves no empty element, which Graphviz would refuse."""
    groups = (Group("one", "\x00\x1b\ud800"), Group("\x01", "\x02"))
    statements = (Statement("a", Kind.CLAIM, "A.", group="one"), Statement("b", Kind.CLAIM, "B.", group="\x01"))
    m = ArgumentMap(groups=groups, statements=statements, relations=(Relation.make("support", ["a"], "b"),))
    told = drawn_texts(
        svg.render(
            View(
                analyse(m), options=DrawingOptions(arrangement=Arrangement.APART, direction=Direction.RL, engine=engine)
            )
        )
    )
    assert told["g-one"] == ("one", "one")
    assert told["r-0-0"][0] == "→A.one"
    assert told[element_id("g", "\x01")][0] == ""


@pytest.mark.parametrize("part", ["x", "\\", '"', "&", "漢", "a "])
def test_a_long_text_is_drawn(engine, part):
    """Graphviz takes no run of more than 16384 bytes; a longer text is still drawn, its tooltip whole."""
    text = part * 17_000
    m = ArgumentMap(text, statements=(Statement("a", Kind.CLAIM, text),))
    assert (
        drawn_texts(svg.render(View(analyse(m), options=DrawingOptions(engine=engine))))["n-a"][1]
        == f"Claim: {clean(text)}"
    )


def test_no_run_is_longer_than_graphviz_takes():
    """Neither kind of DOT value has more than 16384 bytes in a row, nor a break where the text is short."""
    for part in ("x", "\\", "漢", "&", "\u200d"):
        for made in (escape(part * 20_000), plain(part * 20_000)):
            assert max(len(run.encode()) for run in made.splitlines()) <= 16_384
        assert "\n" not in escape(part * 1000) + plain(part * 100)


def test_backslashes_stand_for_themselves():
    """In DOT, a backslash of a text is never the start of an escape."""
    source = dot.render(View(analyse(ArgumentMap(statements=(Statement("a", Kind.CLAIM, "a\\N"),))))).data.decode()
    assert ">a\\\\N<" in source
    assert 'tooltip="Claim: a&#92;&#92;&#92;&#92;N"' in source
