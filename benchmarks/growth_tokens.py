"""Each token of each grammar that argmap reads, in a row, on lines of its own, and nested, for `growth.py` to double.

Keys are those of argmap's own tables, so that a new one joins by itself.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from attrs import fields, frozen

from argmap.errors import ArgmapError
from argmap.formats.argdown.syntax import patterns
from argmap.native.fields import KNOWN, SOURCE
from argmap.project import documents
from argmap.project.settings import Settings, read_settings
from argmap.sources.extraction import extract
from argmap.workflows import bibliography
from argmap.workflows.layout import laid_out

Work = Callable[[], object]


@frozen
class Grammar:
    """A grammar and how a text in it is read.

    Attributes:
        read: What is done with a text.
        tokens: Its tokens, each with what ends it where it nests.
        places: What may stand before them, and after: name, beginning, end.
    """

    read: Callable[[str], object]
    tokens: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str, str], ...] = (("", "", ""),)


def _map(file: str, *, layout: bool = False) -> Callable[[str], object]:
    def read(text: str) -> None:
        documents.parse(text.encode(), file)
        if layout:
            quietly(lambda: laid_out(text.encode(), file))

    return lambda text: quietly(lambda: read(text))


def quietly(work: Work) -> None:
    """Do a piece of work that may refuse its input."""
    try:
        work()
    except ArgmapError:
        return


def _settings(text: str) -> None:
    root = Path(tempfile.mkdtemp(prefix="growth-"))
    (root / "argmap.toml").write_text(text, encoding="utf-8")
    quietly(lambda: read_settings(root / "argmap.toml"))
    shutil.rmtree(root)


def _keys(keys: Iterable[str], form: str) -> tuple[tuple[str, str], ...]:
    return tuple((form.format(key), "") for key in sorted(keys))


YAML_MARKS = (
    ("[", "]"),
    ("{", "}"),
    ("{a: ", "}"),
    ("[a, ", "]"),
    ("- ", ""),
    ("? ", ""),
    (": ", ""),
    ('"', '"'),
    ("'", "'"),
    ("|\n ", ""),
    (">\n ", ""),
    ("# c ", ""),
    ("#", ""),
    ("\t", ""),
    (" ", ""),
    ("&a ", ""),
    ("*a ", ""),
    ("!t ", ""),
    ("%YAML ", ""),
    ("--- ", ""),
    ("... ", ""),
    ("<<: ", ""),
    ("a: ", ""),
    ("a:\t", ""),
    (",", ""),
    ("\\", ""),
    ("…", ""),
    ("+ ", ""),
    ("a + ", ""),
    ('"a" ', ""),
    ("# argmap: ignore ", ""),
    ("# argmap: ignore[AM101] ", ""),
    ("|", ""),
    ("`", ""),
    ("\u2028", ""),
    ("\x01", ""),
    ("\ufeff", ""),
    ("é", ""),
    ("(1) ", ""),
    ("p. 1 ", ""),
    ("“", "”"),
)
JSON_MARKS = (
    ("[", "]"),
    ("{", "}"),
    ('{"a": ', "}"),
    ('["a", ', "]"),
    ('"', '"'),
    ("'", "'"),
    (",", ""),
    (":", ""),
    ("\\", ""),
    (" ", ""),
    ("\t", ""),
    ("1", ""),
    ("1 ", ""),
    ("-", ""),
    ("1e", ""),
    ("true", ""),
    ("//", ""),
    ("/*", "*/"),
    ("#", ""),
    ('"a", ', ""),
    ('"a": 1, ', ""),
    ("\\u0041", ""),
    ("{}", ""),
    ("[]", ""),
    ("\x01", ""),
    ("\ufeff", ""),
    ("a ", ""),
)
ARGDOWN_MARKS = (
    ("[A]: a ", ""),
    ("[A] ", ""),
    ("<A>: a ", ""),
    ("<A> ", ""),
    ("[", "]"),
    ("<", ">"),
    ("(1) a ", ""),
    ("(1) a\n-- ", "--\n(2) a"),
    ("-- ", ""),
    ("-", ""),
    ("----\n", ""),
    ("+ a\n", ""),
    ("- a\n", ""),
    ("+> a\n", ""),
    ("-> a\n", ""),
    ("<+ a\n", ""),
    ("<- a\n", ""),
    (">< a\n", ""),
    ("_> a\n", ""),
    ("<_ a\n", ""),
    ("+", ""),
    ("# ", ""),
    ("# a\n\n", ""),
    ("#", ""),
    ("#t ", ""),
    ("#(t t) ", ""),
    ("#(", ")"),
    ("@[A] ", ""),
    ("@<A> ", ""),
    ("@[", "]"),
    ("@", ""),
    ("{a: 1} ", ""),
    ("{", "}"),
    ("{a: ", "}"),
    ("} ", ""),
    ("}", ""),
    ("/*", "*/"),
    ("/**/", ""),
    ("<!--", "-->"),
    ("<!---->", ""),
    ("//a\n", ""),
    ("/", ""),
    ("===", ""),
    ("===\n", ""),
    ("===\na: 1\n===\n", ""),
    ("* a\n", ""),
    ("1. a\n", ""),
    ("\\", ""),
    ("\\[", ""),
    (":x:", ""),
    (":x ", ""),
    (".x.", ""),
    (".x ", ""),
    ("[l](u) ", ""),
    ("[l](", ")"),
    ("[l]", ""),
    ("](u)", ""),
    ("@include(a) ", ""),
    (" ", ""),
    ("\t", ""),
    ("\r", ""),
    ("\n \n", ""),
    ("' ", ""),
    ("_", ""),
    ("é ", ""),
    ("[A]: a {source: s} #t\n", ""),
    ("argmap: ignore ", ""),
    ("// argmap: ignore[AM101]\n", ""),
    ("{\na: 1\n}\n", ""),
    ("\u00a0", ""),
    *((f"{mark}a{mark} ", "") for mark in patterns.RANGE_START),
    *((mark, "") for mark in patterns.RANGE_START),
    *((f"{mark}a ", f" a{mark}") for mark in patterns.RANGE_START),
)
MARKDOWN_MARKS = (
    ("```", ""),
    ("``` ", ""),
    ("```argdown\n", ""),
    ("```argdown\n[A]: a\n```\n", ""),
    ("```yaml\nnodes: {a: {claim: A.}}\n```\n", ""),
    ("~~~", ""),
    ("> ", ""),
    ("- ", ""),
    ("1. ", ""),
    ("    ", ""),
    ("\t", ""),
    (" ", ""),
    ("```argdown {", "}"),
    ("{", "}"),
    ('"', '"'),
    ("[", "]"),
    ("[a](", ")"),
    ("![", "]"),
    ("*", ""),
    ("_", ""),
    ("**a ", "**"),
    ("`", ""),
    ("`a` ", ""),
    ("<", ""),
    ("<!--", "-->"),
    ("<a ", ">"),
    ("&amp;", ""),
    ("\\", ""),
    ("# ", ""),
    ("| a ", ""),
    ("---\n", ""),
    ("[a]: b\n", ""),
    ("<?", ""),
)
TOML_MARKS = (
    ("[", "]"),
    ("[a]\n", ""),
    ("[[a]]\n", ""),
    ("a.", ""),
    ("a = 1\n", ""),
    ("a = [", "]"),
    ("a = {", "}"),
    ("a={b=", "}"),
    ('"', '"'),
    ('"""', '"""'),
    ("'", "'"),
    ("#", ""),
    ("\\", ""),
    (" ", ""),
    ("\t", ""),
    (",", ""),
    ("=", ""),
    ("1", ""),
    ("1_", ""),
    ('a = "x"\n', ""),
)
BIBTEX_MARKS = (
    ("@book{a, title={", "}}"),
    ("@book{a,title={b}}\n", ""),
    ("@", ""),
    ("{", "}"),
    ("}", ""),
    ('"', '"'),
    ("a = ", ""),
    ("a = {b},", ""),
    ("#", ""),
    (" # a", ""),
    ("\\", ""),
    ("\\'", ""),
    ("\\emph{", "}"),
    ("$", "$"),
    ("$a$ ", ""),
    ("%", ""),
    (" and ", ""),
    ("A, B and ", ""),
    (",", ""),
    ("~", ""),
    ("--", ""),
    ("^{1", "}"),
    ("_1", ""),
    ("\\url{", "}"),
    ("https://a", ""),
    ("@string{a={b}}\n", ""),
    (" ", ""),
    ("\n", ""),
    ("@comment{", "}"),
    ("crossref = {a},", ""),
    ("\\href{a}{b}", ""),
)
RIS_MARKS = (
    ("TY  - BOOK\nTI  - t\nER  - \n", ""),
    ("TY  - BOOK\n", ""),
    ("ER  - \n", ""),
    ("AU  - A, B\n", ""),
    ("TI  - t\n", ""),
    ("PY  - 2001/", ""),
    (" ", ""),
    ("A", ""),
    ("/", ""),
    ("; https://a", ""),
    ("N1  - n\n", ""),
    ("\t", ""),
    ("TY  ", ""),
)
CSL_MARKS = (
    ("{", "}"),
    ("[", "]"),
    ('{"id": "a", "title": "t"}, ', ""),
    ('{"items": [', "]}"),
    ('"', '"'),
    ('{"a": ', "}"),
    ("<i>", "</i>"),
    ("<sup>1</sup>", ""),
    ("<sup ", ""),
    ("&lt;", ""),
    (" ", ""),
    (",", ""),
    ("\\", ""),
)
HTML_MARKS = (
    *(
        (f"<{name}>", f"</{name}>")
        for name in (
            "article",
            "main",
            "div",
            "p",
            "b",
            "sup",
            "ruby",
            "table",
            "form",
            "nav",
            "math",
            "svg",
            "template",
            "ul",
            "li",
            "a",
            "select",
            "script",
            "style",
            "title",
            "textarea",
        )
    ),
    ("<a ", ">"),
    ('<a b="', '">'),
    ("<", ""),
    ("</", ""),
    ("</p>", ""),
    ("<!--", "-->"),
    ("<!---->", ""),
    ("<!", ""),
    ("<![CDATA[", "]]>"),
    ("<?", ""),
    ("&", ""),
    ("&amp;", ""),
    ("&#", ""),
    ("<br>", ""),
    ("<td>", ""),
    (" ", ""),
    ("\n", ""),
    ("-", ""),
    ("a ", ""),
    ("<meta charset=", ""),
    ("<sup>1</sup>", ""),
    ("<a href='#n'>[1]</a>", ""),
    ("\u00ad", ""),
)
TEXT_MARKS = (
    (" ", ""),
    ("\n", ""),
    ("\n\n", ""),
    ("\t", ""),
    ("a-\n", ""),
    ("\f", ""),
    ("\r", ""),
    ("\u00ad", ""),
    ("[1]", ""),
    ("é", ""),
    ("\u0301", ""),
    ("中", ""),
    ("中\n", ""),
    ("...", ""),
)

VALUES = (
    ("", "", ""),
    ("value: ", "nodes:\n  a:\n    claim: ", "\n"),
    ("cite: ", "nodes:\n  a:\n    claim: A.\n    cite: ", "\n"),
    ("node: ", "nodes:\n  a:\n    ", "\n"),
)
CITED = '{"nodes": {"a": {"claim": "A.", "cite": '

GRAMMARS = {
    "yaml": Grammar(
        _map("m.yaml", layout=True), (*YAML_MARKS, *_keys(KNOWN, "{}: x\n"), *_keys(KNOWN, "{}: ")), VALUES
    ),
    "json": Grammar(
        _map("m.json", layout=True),
        (*JSON_MARKS, *_keys(KNOWN, '"{}": "x", ')),
        (("", "", ""), ("cite: ", CITED, "}}}"), ("nodes: ", '{"nodes": ', "}")),
    ),
    "argdown": Grammar(
        _map("m.argdown", layout=True),
        ARGDOWN_MARKS,
        (("", "", ""), ("text: ", "[A]: a ", "\n"), ("reason: ", "[A]: a\n  + ", "\n")),
    ),
    "markdown": Grammar(_map("m.md"), MARKDOWN_MARKS, (("", "", ""), ("block: ", "```argdown\n[A]: a\n```\n", "\n"))),
    "settings": Grammar(
        _settings, (*TOML_MARKS, *_keys((field.name.replace("_", "-") for field in fields(Settings)), "{} = 1\n"))
    ),
    "record": Grammar(
        lambda text: quietly(lambda: laid_out(text.encode(), "s.yaml", record=True)),
        (*YAML_MARKS, *_keys(SOURCE, "{}: x\n")),
        (("", "", ""), ("value: ", "title: ", "\n")),
    ),
    "bibtex": Grammar(
        lambda text: quietly(lambda: bibliography.read(text.encode(), "l.bib")),
        BIBTEX_MARKS,
        (("", "", ""), ("value: ", "@book{a,title={t},author={", "}}\n")),
    ),
    "ris": Grammar(
        lambda text: quietly(lambda: bibliography.read(text.encode(), "l.ris")),
        RIS_MARKS,
        (("", "", ""), ("value: ", "TY  - BOOK\nTI  - ", "\nER  - \n")),
    ),
    "csl": Grammar(
        lambda text: quietly(lambda: bibliography.read(text.encode(), "l.json")),
        CSL_MARKS,
        (("", "", ""), ("list: ", "[", "]"), ("value: ", '[{"id": "a", "title": "', '"}]')),
    ),
    "hypothesis": Grammar(
        _map("h.json"),
        (
            *JSON_MARKS,
            (
                (
                    '{"uri": "https://a/", "text": "t", '
                    '"target": [{"selector": [{"type": "TextQuoteSelector", "exact": "a"}]}]}, '
                ),
                "",
            ),
        ),
        (("", '{"rows": [', "]}"), ("text: ", '{"rows": [{"uri": "https://a/", "text": "', '"}]}')),
    ),
    "web annotation": Grammar(
        _map("w.jsonld"),
        (
            *JSON_MARKS,
            (
                (
                    '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": "b", '
                    '"target": {"source": "https://a/", "selector": {"type": "TextQuoteSelector", "exact": "a"}}}, '
                ),
                "",
            ),
        ),
        (("", '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [', "]}"),),
    ),
    "html": Grammar(
        lambda text: quietly(lambda: extract(text.encode(), "p.html")),
        HTML_MARKS,
        (("", "", ""), ("body: ", "<p>a ", " b</p>")),
    ),
    "text": Grammar(
        lambda text: quietly(lambda: extract(text.encode(), "p.txt")), TEXT_MARKS, (("", "", ""), ("line: ", "a", "x"))
    ),
}


@frozen
class Shape:
    """A token so many times in its place, and what is done with the text."""

    grammar: Grammar
    before: str
    token: str
    end: str
    after: str

    def text(self, size: int) -> str:
        """Return the text with the token so many times."""
        return f"{self.before}{self.token * size}{self.end * size}{self.after}"

    def __call__(self, size: int) -> Work:
        """Return the work of reading that text."""
        text = self.text(size)
        return lambda: self.grammar.read(text)


def shapes() -> dict[str, Shape]:
    """Return each token of each grammar: in a row, on lines, and nested where it has an end."""
    found: dict[str, Shape] = {}
    for name, grammar in GRAMMARS.items():
        for place, before, after in grammar.places:
            for token, end in grammar.tokens:
                found[f"{name}, {place}{token!r} in a row"] = Shape(grammar, before, token, "", after)
                found[f"{name}, {place}{token!r} on lines"] = Shape(grammar, before, f"{token}x{end}\n", "", after)
                if end:
                    found[f"{name}, {place}{token!r} nested"] = Shape(grammar, before, token, end, after)
    return found


def megabyte(name: str, size: int) -> Work:
    """Return the work of a shape whose text has about this size, in code points."""
    shape = shapes()[name]
    return shape(size * 64 // len(shape.text(64)))
