"""Setting a key of a record: whatever its layout, the key has its new value and nothing else is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ReadError
from argmap.flaws import Flaws
from argmap.native.tree import Mapping, Scalar
from argmap.native.yaml.amend import with_value
from argmap.native.yaml.tree import parse

KEYS = ("title", "text", "note", "retrieved")
PLAIN = ("Über # 1", "a: b", "texts/a.txt", "it's", "2026", "C:\\x", '"so"', "", "水 — x")
REMARKS = ("", "  # why", " # text: no", "\t# 'it")


def quoted(value):
    """Write a text in single quotation marks."""
    return "'" + value.replace("'", "''") + "'"


def safe(value):
    """Tell whether a text may stand without quotation marks, in braces too."""
    return bool(value) and not set(value) & set("#:'\"\\{}[],")


@st.composite
def in_block(draw, key, pad):
    """Write a pair on lines of its own."""
    value, remark = draw(st.sampled_from(PLAIN)), draw(st.sampled_from(REMARKS))
    name = draw(st.sampled_from([key, quoted(key), f'"{key}"']))
    colon = draw(st.sampled_from([":", " :", "  :"]))
    shapes = ["quoted", "next", "block"] + ["plain"] * safe(value) + ["nothing", "explicit", "alone"]
    shape = draw(st.sampled_from(shapes))
    if shape == "explicit":
        return f"{pad}? {name}{remark}\n{pad}: {quoted(value)}{remark}\n"
    if shape == "alone":
        return f"{pad}? {name}{remark}\n"
    if shape == "nothing":
        return f"{pad}{name}{colon}{remark}\n"
    if shape == "next":
        return f"{pad}{name}{colon}{remark}\n\n{pad}   {quoted(value)}{remark}\n"
    if shape == "block":
        mark = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", ">+", "|2-"]))
        between = draw(st.sampled_from(["", "\n", "\n\n"]))
        return f"{pad}{name}{colon} {mark}{remark}\n{pad}  {value or 'x'}\n{pad}  # {key}: x\n{between}"
    return f"{pad}{name}{colon} {quoted(value) if shape == 'quoted' else value}{remark}\n"


@st.composite
def in_braces(draw, keys):
    """Write pairs in braces, on one line or several, with a comma after the last or not."""
    space = draw(st.sampled_from([" ", "\n  ", " # text: no\n  "]))
    pairs = []
    for key in keys:
        value = draw(st.sampled_from(PLAIN))
        name = draw(st.sampled_from([key, f'"{key}"']))
        written = quoted(value) if draw(st.booleans()) or not safe(value) else value
        pairs.append(draw(st.sampled_from([f"{name}: {written}", f"{name} : {written}", f"{name}: ", name])))
    return "{" + f",{space}".join(pairs) + draw(st.sampled_from(["", ",", f"{space}", f",{space}"])) + "}\n"


@st.composite
def records(draw):
    """Write a record in one of the layouts that YAML has for it."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True))
    if draw(st.booleans()):
        body = draw(in_braces(keys))
    else:
        pad = draw(st.sampled_from(["", "", "  ", "   "]))
        body = "".join(draw(in_block(key, pad)) + draw(st.sampled_from(["", "", "# text: no\n", "\n"])) for key in keys)
    head = draw(st.sampled_from(["", "# text: no\n\n", "---\n", "# a\n--- # b\n"]))
    end = draw(st.sampled_from(["", "\n", "# z\n"] + ["...\n", "... # z\n"] * bool(keys)))
    text = head + body + end
    if draw(st.booleans()):
        text = text.rstrip("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))


VALUES = st.sampled_from(["texts/b.txt", "2026-11-30", "a # c", "no", 'he said: "x, {y}"', "1"]) | st.just(
    Mapping(
        [(Scalar("kept", 0, 0), Scalar("94 %, about", 0, 0)), (Scalar("words", 0, 0), Scalar("12", 0, 0, "="))], 0, 0
    )
)


def said(text):
    """Return what a record says, and how often it is wrong."""
    flaws = Flaws(text)
    tree = parse(flaws)
    pairs = tree.pairs if isinstance(tree, Mapping) else []
    return [(key.value, plain(value)) for key, value in pairs], len(flaws.found)


def plain(node):
    """Return a node without its place."""
    if isinstance(node, Mapping):
        return [(key.value, plain(value)) for key, value in node.pairs]
    return node.value or ""


@given(text=records(), key=st.sampled_from(["text", "retrieved"]), value=VALUES)
def test_a_key_is_set_in_every_layout_and_nothing_else_is_changed(text, key, value):
    """No layout is refused; the record says what it said but for the key, with every comment where it was."""
    before, wrong = said(text)
    after, wrong_after = said(amended := with_value(text, key, value))
    new = plain(value) if isinstance(value, Mapping) else value
    assert dict(after) == {**dict(before), key: new}
    assert [name for name, _ in after if name != key] == [name for name, _ in before if name != key]
    assert wrong_after <= wrong
    assert with_value(amended, key, value) == amended
    if key not in dict(before):
        common = next((n for n, (old, new) in enumerate(zip(text, amended, strict=False)) if old != new), len(text))
        assert amended.endswith(text[common:])
    for remark in ("# why", "# text: no", "# 'it", "# a", "# b", "# z"):
        assert amended.count(remark) == text.count(remark)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("text: a # b\ntitle: S", "text: new # b\ntitle: S"),
        ("text:a: x\n", "text:a: x\ntext: new\n"),
        ("  title: S\n# end\n", "  title: S\n  text: new\n# end\n"),
        ("title: S\n... # end\n", "title: S\ntext: new\n... # end\n"),
        ("title: S\r\nnote: x\r\n", "title: S\r\nnote: x\r\ntext: new\r\n"),
        ("{'text':'a',}", "{'text':new,}"),
        ('{"title": "S" # c\n}', '{"title": "S", text: new # c\n}'),
        ("note: |+\n  text: a\n\n\n", "note: |+\n  text: a\ntext: new\n\n\n"),
        ("text: >-  # why\n  a\n  b\n\ntitle: S\n", "text: new  # why\n\ntitle: S\n"),
        ("text: # why\n  - x\n  - y\ntitle: S\n", "text: new # why\ntitle: S\n"),
        ("? text\n: a\n", "? text\n: new\n"),
        ("# nothing\n", "# nothing\ntext: new"),
    ],
)
def test_the_rest_of_a_record_stays_as_it_is_written(text, after):
    """Comments, line ends, quotation marks, indentation and the end of the document stay."""
    assert with_value(text, "text", "new") == after


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("text: a\ntitle: S\ntext: b\n", "has the key 'text' twice: delete one of them"),
        ("- text\n", "is no mapping"),
        ("\ttitle: S\n", "cannot amend: write 'text: \"b: c\"' in it"),
    ],
)
def test_what_a_program_cannot_amend_is_told(text, said):
    """Where the key is not one, or the result would say anything else, nothing is returned but the reason."""
    with pytest.raises(ReadError, match=said):
        with_value(text, "text", "b: c")
