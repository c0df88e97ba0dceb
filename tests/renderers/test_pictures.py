"""Pictures that Graphviz draws, and what is said when it cannot."""

from __future__ import annotations

import os
import re
import stat
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from argmap import registry, renderers
from argmap.errors import RenderError
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.statements import Kind, Statement
from argmap.renderers import pdf, png, svg
from argmap.renderers._base import Renderer, Theme
from argmap.renderers._diagram import engine
from argmap.renderers._diagram.palette import DARK, LIGHT

SVG = "{http://www.w3.org/2000/svg}"


def parsed(drawing):
    """Give the root element of an SVG."""
    return ET.fromstring(drawing.data)


@pytest.fixture
def fake_dot(tmp_path, monkeypatch):
    """Give a function that puts a shell script in the place of `dot`."""

    def put(script):
        program = tmp_path / "dot"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    return put


def test_each_renderer_declares_itself():
    """Each module of the folder declares a renderer, with the file endings it goes by."""
    names = registry.names(renderers)
    declared = {name: registry.load(renderers, name).RENDERER for name in names}
    assert {"dot", "svg", "png", "pdf"} <= declared.keys()
    assert all(isinstance(one, Renderer) and f".{name}" in one.suffixes for name, one in declared.items())


@pytest.mark.dot
@pytest.mark.parametrize(("module", "start"), [(png, b"\x89PNG"), (pdf, b"%PDF")])
def test_binary_pictures(view, module, start):
    """PNG and PDF are what they say, and the same bytes for the same map."""
    first, second = module.render(view()), module.render(view())
    assert first.data.startswith(start)
    assert first == second


@pytest.mark.dot
def test_svg_speaks_to_people(view):
    """The picture has a name and a description; Graphviz's own names are gone."""
    root = parsed(svg.render(view()))
    assert root.get("role") == "graphics-document document"
    assert [title.text for title in root.iter(f"{SVG}title")] == ["Is the bridge safe?"]
    described = {desc.get("id"): desc.text for desc in root.iter(f"{SVG}desc")}
    assert described["map-description"].startswith("Invented example. 10 statements")
    assert root.get("aria-describedby") == "map-description"


@pytest.mark.dot
def test_svg_tells_relations_in_words(view):
    """A card's description says what bears on it; the edges themselves are hidden from screen readers."""
    root = parsed(svg.render(view()))
    by_id = {element.get("id"): element for element in root.iter(f"{SVG}g")}
    told = by_id["n-bridge-is-safe"].find(f"{SVG}desc").text
    assert "It was inspected in March supports Bridge is safe." in told
    assert "It holds the load and No lorry is heavier than 30 t support Bridge is safe." in told
    edges = [g for g in by_id.values() if g.get("class", "").startswith("edge")]
    assert edges
    assert all(g.get("aria-hidden") == "true" for g in edges)
    assert by_id["n-c1"].get("aria-hidden") is None


@pytest.mark.dot
def test_svg_reads_from_the_root(view):
    """Cards stand in the file in reading order: a conclusion before its reasons."""
    root = parsed(svg.render(view()))
    cards = [g.get("id") for g in root.iter(f"{SVG}g") if (g.get("id") or "").startswith("n-")]
    assert cards[:4] == ["n-open-it", "n-bridge-is-safe", "n-c1", "n-holds-load"]


@pytest.mark.dot
def test_svg_names_fonts_of_any_machine(view):
    """One list of fonts holds for the whole picture."""
    root = parsed(svg.render(view()))
    assert root.get("font-family") == 'Arial, "Liberation Sans", Helvetica, sans-serif'
    assert not [text for text in root.iter(f"{SVG}text") if "font-family" in text.attrib]


@pytest.mark.dot
def test_svg_turns_dark_by_colour(view):
    """Every colour of the light picture has its rule for a dark screen; a fixed theme has no rules."""
    data = svg.render(view()).data.decode()
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', data))
    ruled = dict(re.findall(r'\[fill="(#[0-9a-f]{6})"\]\{fill:(#[0-9a-f]{6})\}', data))
    assert used <= ruled.keys()
    assert ruled == {LIGHT[role].lower(): DARK[role].lower() for role in LIGHT}
    assert "prefers-color-scheme" not in svg.render(view(theme=Theme.LIGHT)).data.decode()


@pytest.mark.dot
def test_svg_has_no_id_twice(view):
    """Every id names one element, so that scripts and links find it."""
    ids = [e.get("id") for e in parsed(svg.render(view())).iter() if e.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("module", [svg, png, pdf])
def test_without_graphviz_it_is_said_what_to_install(view, module, monkeypatch, tmp_path):
    """A missing `dot` is one sentence: what to install, and what needs no program."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match=r"install Graphviz .* or ask for DOT"):
        module.render(view())


def test_graphviz_that_fails_says_why(view, fake_dot):
    """What `dot` says when it fails is passed on, its last line."""
    fake_dot("echo 'Error: out of paper' >&2; exit 3")
    with pytest.raises(RenderError, match="Graphviz failed: Error: out of paper"):
        svg.render(view())


def test_of_a_list_of_nodes_the_error_before_it_is_told(view, fake_dot):
    """Where `dot` names its error first and much after it, the error is passed on."""
    fake_dot("printf 'Error: trouble in init_rank\\n\\tn-a 1\\n' >&2; exit 1")
    with pytest.raises(RenderError, match=r"^Graphviz failed: Error: trouble in init_rank$"):
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
    tangled = evolve(view(legend=False), map=ArgumentMap(statements=statements, relations=relations), findings=())
    assert {e.get("id") for e in parsed(svg.render(tangled)).iter()} >= {"n-a", "n-b", "n-c", "n-d", "e-2-0"}


def test_graphviz_that_never_ends_is_stopped(view, fake_dot, monkeypatch):
    """A layout that takes too long ends with the advice to draw less."""
    monkeypatch.setattr(engine, "TIMEOUT", 0.05)
    fake_dot("exec sleep 60")
    with pytest.raises(RenderError, match="draw a part"):
        svg.render(view())
