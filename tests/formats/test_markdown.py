"""Markdown: which blocks are maps, where they are, and how each is read and laid out by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import ConvertError
from argmap.formats import Sign, argdown, markdown
from argmap.formats._fences import fences

from ..strategies import examples

PIECES = [
    *(
        "```argdown",
        "```",
        "~~~argmap",
        "~~~",
        "````",
        "  ```",
        "    ```",
        "text",
        "    text",
        "- ",
        "- item",
        "1. one",
    ),
    *("10) ten", "> quote", ">", "> ```", "", "", "  ", "<!-- c", "-->", "# H", "***", "- ```argdown", "\t```", "\r"),
    *("[A]: a", "  + <B>: b", "nodes: {a: {claim: A}}", "  a: {climb: [}", "===", "// c"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("\n".join)
MAP = """\
===
title: Rain
===

# Streets

[Wet]: The street is wet. {cite: memo "so … wet"} // argmap: ignore[AM201]
    + <Rain>: It rained.
        - [Nowhere]

// A comment.

<Rain>

(1) It rained. {
  note: always
}
----
(2) [Wet]
"""

FENCES = {
    "a fence of backticks": ("a\n```x y\nb\n```\n", [(2, "x y", "b\n")]),
    "a fence of tildes, whose info may hold backticks": ("~~~ x`\nb\n~~~", [(1, "x`", "b\n")]),
    "a fence ends with one as long": ("````\n```\n`````\n", [(1, "", "```\n")]),
    "a fence ends with its own sort": ("```\n~~~\n```\n", [(1, "", "~~~\n")]),
    "a fence that is not closed ends with the text": ("```\na\n\nb", [(1, "", "a\n\nb")]),
    "backticks behind a fence make it none": ("```a`b\n", []),
    "an indented fence takes its indentation off": ("  ```\n    a\n b\n  ```\n", [(1, "", "  a\nb\n")]),
    "four blanks make code, not a fence": ("    ```\n    a\n    ```\n", []),
    "a fence in a list": ("1. b\n\n   ```\n   a\n   ```\n", [(3, "", "a\n")]),
    "a fence that begins an item": ("- ```\n  a\n  ```\n", [(1, "", "a\n")]),
    "the end of an item ends a fence": ("- ```\n  a\nb\n", [(1, "", "a\n")]),
    "a fence in a quote": ("> ```\n> a\n>\n> b\n> ```\n", [(1, "", "a\n\nb\n")]),
    "the end of a quote ends a fence": ("> ```\n> a\nb\n", [(1, "", "a\n")]),
    "a fence in a list in a quote": ("> - ```\n>   a\n>   ```\n", [(1, "", "a\n")]),
    "a fence may interrupt a paragraph": ("a\n```\nb\n```\n", [(2, "", "b\n")]),
    "a comment hides a fence": ("<!--\n```\na\n```\n-->\n```\nb\n```\n", [(6, "", "b\n")]),
    "an HTML block hides a fence": ("<div>\n```\na\n```\n\n```\nb\n```\n", [(6, "", "b\n")]),
    "a tab after the mark of a quote": (">\t```\n>\ta\n", [(1, "", "a\n")]),
    "a tab that the indentation splits": ("   ```\n\ta\n   ```\n", [(1, "", "a\n")]),
    "quotes that end without a line end": ("> ```\n> a", [(1, "", "a")]),
    "a null character": ("> ```\n> a\0b\n", [(1, "", "a\0b\n")]),
    "a heading between marks of items": ("a\n===\n2. ```\n   b\n", [(3, "", "b\n")]),
    "carriage returns": ("```\r\na\r\n```\r\n", [(1, "", "a\r\n")]),
}


@pytest.mark.parametrize(("text", "expected"), FENCES.values(), ids=FENCES)
def test_fences(text, expected):
    """Fenced blocks are those of CommonMark."""
    assert [(text.count("\n", 0, f.start) + 1, f.info, f.content(text)) for f in fences(text)] == expected


@pytest.mark.parametrize(
    ("info", "form"),
    [
        ("argdown", "argdown"),
        (" Argdown-Map {#x}", "argdown"),
        ("{.argdown-map name=x}", "argdown"),
        ("argmap", "yaml"),
        ("argmap-yaml", "yaml"),
        ("argmap-json", "json"),
        ("{argdown}", "argdown"),
        ("{argdown, echo=FALSE, fig.cap='Rain, and {more}'}", "argdown"),
        ("{#rain .argdown}", "argdown"),
        ('{#rain title="Wet } streets" .Argmap key=v}', "yaml"),
        ("{ .numberLines   .argmap-json #x}", "json"),
        ("argmap{#x}", "yaml"),
    ],
)
def test_the_first_word_or_a_class_names_the_format(info, form):
    """The first word after a fence, in braces or not, or a class says whether it is a map, and of what format."""
    for fence in ("```", "~~~"):
        page = f"{fence}{info}\n{fence}"
        assert markdown.read(page, "p.md").origin.format == form
        assert markdown.sniff(page.encode()) is Sign.LIKELY


@pytest.mark.parametrize(
    "info",
    [
        *("", "yaml", "json", "argdowns", "argmap2", "python argdown", "python {.argdown}"),
        *("{r argdown}", "{#argdown}", "{.r title='a .argdown b'}", "{.r title=.argdown}", "{.argdown", "{}", "{,}"),
    ],
)
def test_other_blocks_are_no_maps(info):
    """What is not called a map is none."""
    page = f"```{info}\nnodes: {{}}\n```"
    assert markdown.names(page, "p.md") == []
    assert markdown.sniff(page.encode()) is Sign.NONE


@pytest.mark.parametrize(
    ("text", "file", "said"),
    [
        ("# Page\n", "p.md", "p.md holds no map: one in Markdown stands in a fenced block, ```argdown or ```argmap"),
        ("```argmap\n```\n" * 3, "p.md", "p.md holds 3 maps, in lines 1, 3 and 5: name one, as in p.md#2"),
        ("```argmap\n```\n" * 2, "p.md#3", "p.md has no map 3: it holds 2 maps, in lines 1 and 3"),
        ("```argmap\n```\n" * 2, "-", "standard input holds 2 maps, in lines 1 and 3: only a file may hold several"),
        ("```argmap\n```\n", "p.md#2", "p.md has no map 2: it holds one map, in line 1"),
    ],
)
def test_a_name_that_names_no_map(text, file, said):
    """Where several maps, or none, could be meant, the lines of all are told."""
    with pytest.raises(ConvertError) as caught:
        markdown.read(text, file)
    assert str(caught.value) == said


def parts(m):
    """Return everything in a map that has a place."""
    for statement in m:
        yield from (statement, *statement.citations, *statement.passages)
    yield from (*m.relations, *m.groups, *m.sources)


@pytest.mark.parametrize("prefix", ["", "  ", "> ", ">", "     "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_block_is_read_as_the_file_it_could_be(prefix, end):
    """A map in a quote or a list is the same as in a file, and each of its places is one in the whole file."""
    text = MAP if end == "\n" else MAP.replace("{\n  note: always\n}", "{note: always}").replace("\n", end)
    alone = argdown.FORMAT.read(text, "p.md")
    head = f"# Page{end}{end}1.   Items:{end}{end}" if prefix.startswith("    ") else f"# Page{end}{end}"
    block = "".join(prefix + line for line in f"```argdown{end}{text}```{end}".splitlines(keepends=True))
    page = f"{head}{block}Words.{end}"
    m = markdown.read(page, "p.md")
    assert m == alone
    assert m.origin.lines.text == page
    above = head.count("\n") + 1
    for part, own in zip(parts(m), parts(alone), strict=True):
        if own.span:
            first, here = alone.origin.lines.position(own.span.start), m.origin.lines.position(part.span.start)
            assert (here.line, here.column) == (first.line + above, first.column + len(prefix))
            assert page[part.span.end - 1] == text[own.span.end - 1]
    assert [i.codes for i in m.origin.ignores] == [("AM201",)]
    assert page[m.origin.ignores[0].span.start :].startswith("// argmap")
    found = [(f.code, f.line, f.column, f.end_line, f.end_column) for f in m.origin.findings]
    wide = len(prefix)
    assert found == [
        (f.code, f.line + above, f.column + wide, f.end_line + above, f.end_column + wide)
        for f in alone.origin.findings
    ]
    assert found


def test_a_finding_without_a_place_stands_at_the_block():
    """What is wrong with a block as a whole is told where the block begins."""
    m = markdown.read("# Page\n\n```argdown\n```\n", "p.md")
    assert {f.line for f in m.origin.findings} == {4}


def test_blocks_do_not_know_each_other():
    """The same title in two blocks is two statements."""
    page = "```argdown\n[A]: one\n```\n\n```argdown\n[A]: two\n```\n"
    names = markdown.names(page, "p.md")
    assert [markdown.read(page, name)["a"].text for name in names] == ["one", "two"]


def test_native_blocks():
    """YAML and JSON stand in blocks too, indented ones included."""
    page = "- ```argmap\n  nodes:\n    a: {claim: A, climb: B}\n  ```\n\n```argmap-json\n{}\n```\n"
    m = markdown.read(page, "p.md#1")
    assert [(f.code, f.line, f.column) for f in m.origin.findings] == [("AM002", 3, 19)]
    assert len(markdown.read(page, "p.md#2")) == 0


@examples(150)
@given(TEXTS)
def test_any_text(text):
    """Whatever a page holds, its maps are read, each within its lines, and it is laid out, once, or refused."""
    lines = text.count("\n") + text.count("\r") + 1
    for name in markdown.names(text, "p.md"):
        m = markdown.read(text, name)
        assert all(m.origin.block.first <= f.line <= lines + 1 for f in m.origin.findings)
    try:
        laid = markdown.lay_out(text)
    except ConvertError:
        return
    if laid is not None:
        assert markdown.lay_out(laid) == laid
        assert [markdown.read(laid, name) for name in markdown.names(laid, "p.md")] == [
            markdown.read(text, name) for name in markdown.names(text, "p.md")
        ]


def test_layout_touches_maps_only():
    """Blocks that hold maps are laid out where they stand; everything else stays to the letter."""
    page = (
        "# Page  \n\n\n1. Rain:\n\n   ```argdown\n   [A]:a\n     +[B]\n\n\n   [B]: b\n   ```\n\n> ~~~argmap\n"
        "> nodes: {a: {claim: 'A'}}\n> title: T\n> ~~~\n\n```yaml\na:   b\n```\n  \n"
    )
    assert markdown.lay_out(page) == (
        "# Page  \n\n\n1. Rain:\n\n   ```argdown\n   [A]: a\n       + [B]\n\n   [B]: b\n   ```\n\n> ~~~argmap\n"
        "> title: T\n> nodes: {a: {claim: A}}\n> ~~~\n\n```yaml\na:   b\n```\n  \n"
    )


def test_layout_keeps_line_ends():
    """A block gets the line ends of its file."""
    page = "```argmap\r\nnodes: {a: {claim: 'A'}}\r\ntitle: T\r\n```\r\n"
    assert markdown.lay_out(page) == "```argmap\r\ntitle: T\r\nnodes: {a: {claim: A}}\r\n```\r\n"


def test_an_error_in_one_block_leaves_the_page_alone():
    """A page is laid out whole or not at all."""
    assert markdown.lay_out("```argdown\n[A]:a\n```\n\n```argdown\n[A] x\n```\n") is None
    with pytest.raises(ConvertError, match=r"^in the block at line 5, this is no map: there is no 'nodes' in it$"):
        markdown.lay_out("```argdown\n[A]:a\n```\n\n```argmap\ntitle: 'T'\n```\n")


def test_a_text_that_would_close_its_fence_stays_where_it_is():
    """A block is not laid out where one of its lines would then end it."""
    page = "```argdown\n    ```"
    assert markdown.lay_out(page) == page


@pytest.mark.parametrize("name", ["page.qmd", "page.Rmd", "page.MD"])
def test_endings_of_quarto_and_r_markdown_are_those_of_markdown(name):
    """A page of Quarto or R Markdown is read as Markdown, whether its ending has capitals or not."""
    assert formats.format_of(name, b"```{argdown, echo=FALSE}\n[A]: a\n```\n") == "markdown"
