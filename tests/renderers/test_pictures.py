"""Pictures that Graphviz draws, and what is said when it cannot."""

from __future__ import annotations

import os
import re
import stat
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from argmap import registry, renderers
from argmap.analysis import analyse
from argmap.errors import MissingExtraError, RenderError
from argmap.model.document import ArgumentMap, Group
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.renderers import Arrangement, DrawingOptions, Engine, Renderer, Theme, View, html, pdf, png, svg
from argmap.renderers._diagram.palette import DARK, LIGHT

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"


def parsed(drawing):
    """Return the root element of an SVG."""
    return ET.fromstring(drawing.data)


@pytest.fixture
def fake_dot(tmp_path, monkeypatch):
    """Return a function that puts a shell script in the place of `dot`."""

    def put(script):
        program = tmp_path / "dot"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    return put


def test_each_renderer_declares_itself():
    """Each module of the folder declares a renderer; its name is the ending of its files."""
    names = registry.names(renderers)
    declared = {name: registry.load(renderers, name).RENDERER for name in names}
    assert {"dot", "svg", "png", "pdf"} <= declared.keys()
    assert all(isinstance(one, Renderer) for one in declared.values())


def test_png(view, engine):
    """A PNG is what it says, and the same bytes for the same map."""
    first, second = png.render(view(engine=engine)), png.render(view(engine=engine))
    assert first.data.startswith(b"\x89PNG")
    assert first == second


@pytest.mark.dot
def test_pdf(view):
    """A PDF is what it says, and the same bytes for the same map."""
    first, second = pdf.render(view()), pdf.render(view())
    assert first.data.startswith(b"%PDF")
    assert first == second


def test_svg_speaks_to_people(view, engine):
    """The picture has a name and a description; Graphviz's own names are gone."""
    root = parsed(svg.render(view(engine=engine)))
    assert root.get("role") == "graphics-document document"
    assert [title.text for title in root.iter(f"{SVG}title")] == ["Is the bridge safe?"]
    described = {desc.get("id"): desc.text for desc in root.iter(f"{SVG}desc")}
    assert described["map-description"].startswith("Invented example. 10 statements")
    assert root.get("aria-describedby") == "map-description"


def test_svg_tells_relations_in_words(view, engine):
    """A card's description says what bears on it; the edges themselves are hidden from screen readers."""
    root = parsed(svg.render(view(engine=engine)))
    by_id = {element.get("id"): element for element in root.iter(f"{SVG}g")}
    told = by_id["n-bridge-is-safe"].find(f"{SVG}desc").text
    assert "It was inspected in March supports Bridge is safe." in told
    assert "It holds the load and No lorry is heavier than 30 t support Bridge is safe, but come to nothing." in told
    edges = [g for g in by_id.values() if g.get("class", "").startswith("edge")]
    assert edges
    assert all(g.get("aria-hidden") == "true" for g in edges)
    assert by_id["n-c1"].get("aria-hidden") is None


def test_svg_reads_from_the_root(view, engine):
    """Cards stand in the file in reading order: a conclusion before its reasons."""
    root = parsed(svg.render(view(engine=engine)))
    cards = [g.get("id") for g in root.iter(f"{SVG}g") if (g.get("id") or "").startswith("n-")]
    assert cards[:4] == ["n-open-it", "n-bridge-is-safe", "n-c1", "n-holds-load"]


def test_svg_names_fonts_of_any_machine(view, engine):
    """One list of fonts holds for the whole picture."""
    root = parsed(svg.render(view(engine=engine)))
    assert root.get("font-family") == 'Arial, "Liberation Sans", Helvetica, sans-serif'
    assert not [text for text in root.iter(f"{SVG}text") if "font-family" in text.attrib]


def test_svg_turns_dark_by_colour(view, engine):
    """Every colour of the light picture has its rule for a dark screen; a fixed theme has no rules."""
    data = svg.render(view(engine=engine)).data.decode()
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', data))
    ruled = dict(re.findall(r'\[fill="(#[0-9a-f]{6})"\]\{fill:(#[0-9a-f]{6})\}', data))
    assert used <= ruled.keys()
    assert ruled == {LIGHT[role].lower(): DARK[role].lower() for role in LIGHT}
    assert "prefers-color-scheme" not in svg.render(view(theme=Theme.LIGHT, engine=engine)).data.decode()


def test_svg_has_no_id_twice(view, engine):
    """Every id names one element, so that scripts and links find it."""
    ids = [e.get("id") for e in parsed(svg.render(view(engine=engine))).iter() if e.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'Warning: a'; echo 'Error: out of paper'; echo 'in label of node n'; exit 3", "Error: out of paper"),
        ("echo 'Warning: a'; echo 'out of ink'; exit 3", "out of ink"),
        ("exit 3", "exit code 3"),
    ],
)
def test_graphviz_that_fails_says_why(view, fake_dot, script, said):
    """What `dot` says when it fails is passed on: its error, or its last line."""
    fake_dot(f"exec >&2; {script}")
    with pytest.raises(RenderError, match=f"^Graphviz failed: {said}; --engine bundled draws without it$"):
        svg.render(view())


def test_edges_without_a_way_between_the_cards_are_curves(view, fake_dot):
    """Where Graphviz finds no way for an edge and so fails, it is asked for curves, and that is told."""
    fake_dot(
        "if grep -q splines=true; then echo 'Error: in routesplines, Pshortestpath failed' >&2; exit 1; fi\n"
        "echo '<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>'"
    )
    drawing = svg.render(view())
    assert parsed(drawing).get("aria-labelledby") == "map-title"
    assert drawing.warnings == (
        "Graphviz failed on this map as it should be drawn: its edges are curves that may cross cards",
    )


def test_a_statement_that_supports_itself_is_drawn(engine):
    """A ring through a junction, of which the bundled engine loses an edge at first, is drawn with all of them."""
    m = ArgumentMap(
        groups=(Group("y", "Y"),),
        statements=(
            Statement("a", Kind.QUESTION, "A?", group="y"),
            Statement("b", Kind.PREMISE, "B.", group="y"),
        ),
        relations=(Relation("r", RelationKind.SUPPORT, ("b", "a"), "b"),),
    )
    root = parsed(svg.render(View(analyse(m), options=DrawingOptions(direction="RL", engine=engine))))
    edges = {g.get("id"): len(list(g.iter(f"{SVG}path"))) for g in root.iter(f"{SVG}g")}
    assert [edges[name] for name in ("e-0", "e-0-0", "e-0-1")] == [1, 1, 1]


@pytest.mark.parametrize(("text", "warned"), [("Tōkyō ≤ 漢字 漢", True), ("Tōkyō ≤ שלום Ёлка →", False)])
def test_letters_that_the_bundled_engine_lacks(view, text, warned):
    """A PNG of the bundled engine says which letters its fonts lack; an SVG leaves them to the reader's fonts."""
    shown = view(ArgumentMap(statements=(Statement("a", Kind.CLAIM, text),)), engine=Engine.BUNDLED)
    said = "the bundled engine has no letters for 漢字 in PNG: draw SVG, or install Graphviz and fonts for them"
    assert png.render(shown).warnings == ((said,) if warned else ())
    assert svg.render(shown).warnings == ()


def test_what_graphviz_warns_of_is_not_passed_on(view, capfd):
    """The bundled engine warns of letters that it has no widths for, though argmap sets the widths itself."""
    m = ArgumentMap(statements=(Statement("a", Kind.CLAIM, "漢字 שלום"),))
    assert svg.render(view(m, engine=Engine.BUNDLED)).warnings == ()
    assert capfd.readouterr() == ("", "")


def test_dot_comes_first(view, fake_dot):
    """Left to itself, argmap draws with the system's `dot` where there is one."""
    fake_dot("echo 'Error: it is me' >&2; exit 3")
    with pytest.raises(RenderError, match="it is me"):
        svg.render(view())
    assert svg.render(view(engine=Engine.BUNDLED)).data.startswith(b"<?xml")


def test_the_bundled_engine_stands_in(view, monkeypatch, tmp_path):
    """Without `dot`, the bundled engine draws, though nothing is on the path."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert svg.render(view()) == svg.render(view(engine=Engine.BUNDLED))


@pytest.mark.parametrize("chosen", [Engine.AUTO, Engine.BUNDLED])
def test_only_dot_draws_pdf(view, monkeypatch, tmp_path, chosen):
    """Asked for a PDF where there is no `dot`, argmap says in a sentence what can draw one."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(
        RenderError, match=r"^only Graphviz's own program 'dot' draws PDF: install .* or draw SVG, PNG or HTML$"
    ):
        pdf.render(view(engine=chosen))


@pytest.mark.parametrize("module", [svg, png])
def test_without_graphviz_both_ways_to_it_are_named(view, module, no_graphviz):
    """Where there is neither `dot` nor the bundled engine, one sentence says how to get either."""
    with pytest.raises(
        RenderError, match=r"^drawing needs Graphviz: pip install 'argmap\[render\]', or install Graphviz"
    ):
        module.render(view())


@pytest.mark.parametrize("chosen", Engine)
def test_without_graphviz_no_extra_is_promised_to_draw_pdf(view, chosen, no_graphviz):
    """For PDF, Graphviz itself is named, and what the extra draws in its place."""
    said = r"^only Graphviz's own .* PDF: install .*, or draw SVG, PNG or HTML with pip install 'argmap\[render\]'$"
    with pytest.raises(RenderError, match=said):
        pdf.render(view(engine=chosen))


@pytest.mark.parametrize(
    ("module", "script", "said"),
    [
        (svg, "echo garbage", "garbage; --engine bundled draws without it"),
        (html, "echo garbage", "garbage; --engine bundled draws without it"),
        (png, "true", "nothing; --engine bundled draws without it"),
        (pdf, "echo garbage", "garbage; --engine bundled draws SVG and PNG without it"),
    ],
)
def test_a_dot_that_prints_no_picture(view, fake_dot, module, script, said):
    """What a `dot` prints that is no picture is never taken for one, though it says that all went well."""
    fake_dot(script)
    try:
        drawn = module.render(view()).data.decode()
    except RenderError as error:
        drawn = str(error)
    assert f"Graphviz printed no picture: {said}" in drawn


def test_an_engine_that_is_missing(view, no_graphviz):
    """An engine that is asked for by name and is missing is an error that says how to get that one."""
    with pytest.raises(MissingExtraError, match=r"needs graphviz-pure: pip install 'argmap\[render\]'"):
        svg.render(view(engine=Engine.BUNDLED))
    with pytest.raises(RenderError, match=r"^the program 'dot' is missing: install Graphviz"):
        svg.render(view(engine=Engine.DOT))


def test_an_engine_from_elsewhere(view, no_graphviz, tmp_path):
    """Where the package is installed apart, its program is found on the path."""
    program = tmp_path / "graphviz-pure"
    program.write_text("#!/bin/sh\necho 'Error: it is me' >&2; exit 3\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(RenderError, match="it is me"):
        svg.render(view(engine=Engine.BUNDLED))


def test_a_dot_that_cannot_start(view, fake_dot, tmp_path):
    """A `dot` that cannot be started is told, not a traceback."""
    fake_dot("")
    (tmp_path / "dot").write_text("#!/nowhere/sh\n")
    with pytest.raises(RenderError, match="Graphviz could not be run"):
        svg.render(view())


def test_of_a_list_of_nodes_the_error_before_it_is_told(view, fake_dot):
    """Where `dot` names its error first and much after it, the error is passed on."""
    fake_dot("printf 'Error: trouble in init_rank\\n\\tn-a 1\\n' >&2; exit 1")
    with pytest.raises(RenderError, match=r"^Graphviz failed: Error: trouble in init_rank; --engine"):
        svg.render(view())


@pytest.mark.parametrize("easy", ["xlabel=<<B> undercuts", "splines=line"])
def test_graphviz_is_asked_for_less_where_it_fails(view, fake_dot, easy):
    """A `dot` that fails on words on edges, or on curves, is given words beside the edges, and then straight edges."""
    fake_dot(f"grep -q '{easy}' || {{ echo 'Error: trouble' >&2; exit 1; }}; echo '<svg><g/></svg>'")
    assert svg.render(view()).data.endswith(b"</svg>\n")


@pytest.mark.dot
def test_a_map_that_graphviz_crashes_on_is_drawn(view):
    """Where words on edges make Graphviz crash (2.43 does on this map), they are put beside the edges."""
    statements = tuple(Statement(name, Kind.CLAIM, "A.") for name in "abcd")
    relations = (
        Relation.make("support", ["b"], "d"),
        Relation.make("support", ["d", "a"], "c"),
        Relation.make("contradiction", ["b"], "a"),
        Relation.make("support", ["a"], "b"),
        Relation.make("attack", ["c", "a"], "d"),
    )
    tangled = View(analyse(ArgumentMap(statements=statements, relations=relations)), (), DrawingOptions(legend=False))
    assert {e.get("id") for e in parsed(svg.render(tangled)).iter()} >= {"n-a", "n-b", "n-c", "n-d", "e-2-0"}


def test_graphviz_that_never_ends_is_stopped(view, fake_dot, monkeypatch):
    """A layout that takes too long ends with the advice to draw less."""
    monkeypatch.setattr("argmap.renderers._diagram.engine.TIMEOUT", 0.05)
    fake_dot("exec sleep 60")
    with pytest.raises(RenderError, match="draw a part"):
        svg.render(view())


def box(element):
    """Return left, top, right and bottom of the outline of a card or a section."""
    drawn = next(e for e in element.iter() if e.tag in (f"{SVG}path", f"{SVG}polygon"))
    numbers = list(map(float, re.findall(r"-?[\d.]+", drawn.get("d") or drawn.get("points"))))
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def test_sections_drawn_apart_keep_apart(view, engine):
    """Sections drawn apart hold their own cards, sections inside them and titles, and do not overlap."""
    root = parsed(svg.render(view(arrangement=Arrangement.APART, engine=engine)))
    elements = {element.get("id"): element for element in root.iter(f"{SVG}g") if element.get("id")}
    boxes = {name: box(element) for name, element in elements.items() if name[:2] in ("n-", "g-")}
    load, north = boxes["g-load"], boxes["g-north"]
    assert load[2] < north[0] or north[2] < load[0] or load[3] < north[1] or north[3] < load[1]
    for inner, outer in [("n-holds-load", "g-load"), ("g-crack", "g-north"), ("n-crack-seen", "g-crack")]:
        assert all(boxes[outer][side] < boxes[inner][side] for side in (0, 1))
        assert all(boxes[inner][side] < boxes[outer][side] for side in (2, 3))
    assert min((name for name in boxes if name[0] == "n"), key=lambda name: boxes[name][:2]) == "n-open-it"


def test_lines_of_sections_drawn_apart_keep_to_their_ends(view, engine):
    """A line of a section that was set on the sheet begins and ends at what it joins there."""
    root = parsed(svg.render(view(arrangement=Arrangement.APART, engine=engine)))
    elements = {element.get("id"): element for element in root.iter(f"{SVG}g") if element.get("id")}
    path = next(elements["e-2-0"].iter(f"{SVG}path")).get("d")
    x, y = map(float, re.findall(r"-?[\d.]+", path)[-2:])
    left, top, right, bottom = box(elements["r-2-0"])
    assert left - 3 < x < right + 3
    assert top - 3 < y < bottom + 3


def test_golden_bundled_picture(view):
    """The bundled engine draws the bridge, its sections apart, as it was looked at and found good, on any machine.

    To look at it anew: write ``svg.render(view(engine="bundled", arrangement="apart")).data`` over the file, and look.
    """
    if version("graphviz-pure") != "0.2.2":
        pytest.skip("drawn with graphviz-pure 0.2.2")
    drawn = svg.render(view(engine=Engine.BUNDLED, arrangement=Arrangement.APART)).data
    assert drawn == (GOLDEN / "bridge.svg").read_bytes()


def test_same_picture_whatever_the_machine(tmp_path, monkeypatch, view):
    """With the bundled engine, neither fonts, nor the language, nor the folder in which one works make a difference."""
    options = {"engine": Engine.BUNDLED, "arrangement": Arrangement.APART}
    first = svg.render(view(**options)).data
    monkeypatch.chdir(tmp_path)
    for name, value in {"FONTCONFIG_FILE": os.devnull, "GDFONTPATH": "", "LC_ALL": "C", "TZ": "Asia/Tokyo"}.items():
        monkeypatch.setenv(name, value)
    assert svg.render(view(**options)).data == first
