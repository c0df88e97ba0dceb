"""Values of BibTeX fields: strings joined and abbreviations put in, and LaTeX as plain text."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from argmap.errors import ConvertError
from argmap.sources.references._markup import ABOVE, BELOW, FIGURES, unmarked

LONGEST = 5_000
"""Characters of a value that is read; an abstract has 2,000."""
_TAKING = {
    "enquote": "“%s”",
    "mkbibquote": "“%s”",
    "url": "%s",
    "path": "%s",
    "href": "%(2)s (%(1)s)",
    "noopsort": "",
    "t": "%s",
}
"""Commands that are not known to pylatexenc, or not so, with what they show of what stands in braces after them."""
_SHOWN = dict(
    pair.split("=", 1)
    for pair in (
        "BibTeX=BibTeX LaTeX=LaTeX TeX=TeX S=§ P=¶ SS=ẞ pounds=£ slash=/ ohorn=ơ OHORN=Ơ uhorn=ư UHORN=Ư "
        "textunderscore=_ textbar=| textless=< textgreater=> textbackslash=\\"
    ).split()
)
_SHOWN |= dict.fromkeys(("thinspace", "linebreak", "newline"), " ")
_SWITCHES = (
    "rm bf it em sc tt sf sl tiny footnotesize small normalsize large Large huge normalfont itshape bfseries scshape "
    "upshape selectfont protect relax allowbreak nobreak cyr noindent"
).split()

_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_NAME_END = re.compile(r'[\s{}"#]')
_STOP = re.compile(r'\\.|[{}"]', re.DOTALL)
_LATEX = re.compile(r"[\\$~%]|--|``|''|!`|\?`")
_ESCAPED = re.compile(r"\{?\\([_%&#~{}$])\}?")
_TILDE = re.compile(r"\{?\\(?:textasciitilde|sim)\s*(?:\{\})?\}?|\$\\sim\$")
_ADDRESS = re.compile(r"\\(?:url|nolinkurl)\s*+\{([^{}]*+)\}|\\href\s*+\{([^{}]*+)\}|(https?://[^\s{}\\]+)")
_MATHS = re.compile(r"(?<!\\)\$")
_LIFTED = re.compile(rf"([_^])(?:\{{({FIGURES})\}}|([0-9]))")
_SCRIPT = re.compile(rf"\\text(sub|super)script\s*+\{{({FIGURES})\}}")
_PERCENT = re.compile(r"(?<!\\)%")


def joined(raw: str, strings: Mapping[str, str], unknown: set[str]) -> str:
    r"""Return what a field holds: parts joined by ``#``, without their delimiters, abbreviations spelled out.

    Args:
        raw: The field as it is written.
        strings: The abbreviations defined so far, by name in small letters.
        unknown: Receives the abbreviations that are not defined; they are kept as they are.

    Raises:
        ConvertError: A comma is missing, or the parts are too long together.

    Example:
        >>> joined('"Proc. of " # acl # { 2020}', {"acl": "ACL"}, set())
        'Proc. of ACL 2020'
    """
    found, size = [], 0
    for part, is_name in _parts(raw):
        text = part
        if is_name and not part.isdigit() and part.lower() not in _MONTHS:
            text = strings.get(part.lower(), part)
            if part.lower() not in strings:
                unknown.add(part)
        size += len(text)
        if size > 20 * LONGEST:
            raise ConvertError("the parts of a value are too long together")
        found.append(text)
    return "".join(found)


def _parts(raw: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a value, and whether each is the name of an abbreviation; raises `ConvertError`."""
    at, is_due = 0, True
    while at < len(raw):
        char = raw[at]
        if char.isspace() or char == "#":
            at += 1
            is_due = is_due or char == "#"
            continue
        end = _closing(raw, at) if char in '{"' else _name_end(raw, at)
        if not is_due:
            raise ConvertError(f"a comma is missing before {raw[at:end].strip()[:20]!r}")
        yield (raw[at + 1 : end], False) if char in '{"' else (raw[at:end], True)
        at, is_due = end + (char in '{"'), False


def _name_end(raw: str, start: int) -> int:
    """Return where the name of an abbreviation, or a number, ends."""
    found = _NAME_END.search(raw, start)
    return found.start() if found else len(raw)


def _closing(raw: str, start: int) -> int:
    """Return where the string ends that begins with a brace or a quotation mark."""
    depth = 0
    for found in _STOP.finditer(raw, start + 1):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}" and (depth or raw[start] == "{"):
            if depth == 0:
                return found.start()
            depth -= 1
        elif found[0] == '"' and depth == 0 and raw[start] == '"':
            return found.start()
    return len(raw)


def plain(value: str) -> str:
    r"""Return a value as plain text: LaTeX's accents, signs and figures as characters, its commands as what they show.

    A command that is not known stays as it is written, and so does LaTeX that cannot be read.

    Example:
        >>> plain(r"Erd{\H o}s on {H$_2$O} --- 50% of it~\enquote{dry}")
        'Erdős on H₂O — 50% of it “dry”'
    """
    if _LATEX.search(value):
        try:
            value = _reader()(_protected(value))
        except Exception:  # noqa: BLE001  (pylatexenc raises what it meets, as where an argument is missing)
            value = _bare(value)
    else:
        value = _bare(value)
    return " ".join(unmarked(value).replace("\xad", "").split())


def verbatim(value: str) -> str:
    r"""Return an address or identifier, in which ``%`` and the like are themselves; what programs escape all the same.

    Example:
        >>> verbatim(r"https://example.org/a%20b{\_}c\&d")
        'https://example.org/a%20b_c&d'
    """
    found = _ADDRESS.search(value) if "\\url" in value or "\\href" in value else None
    value = (found[1] or found[2] or found[0]) if found else value
    value = _ESCAPED.sub(r"\1", _TILDE.sub("~", value))
    return "".join(_bare(value).split())


def address_in(value: str) -> tuple[str | None, str]:
    r"""Return the address that a text holds, and the text without it.

    Example:
        >>> address_in(r"Online: \url{https://example.org/a%20b}")
        ('https://example.org/a%20b', 'Online:')
    """
    found = _ADDRESS.search(value)
    if found is None:
        return None, value
    address = verbatim(found[1] or found[2] or found[3].rstrip(".,;)"))
    return address, f"{value[: found.start()]} {value[found.end() :]}".strip(" {}")


def _bare(value: str) -> str:
    return value.replace("{", "").replace("}", "")


def _protected(value: str) -> str:
    """Escape what is LaTeX by chance, a lone dollar or percent sign, and lift figures above and below the line."""
    pieces = _MATHS.split(_PERCENT.sub(r"\\%", value))
    text = [pieces[0]]
    place = 1
    while place < len(pieces):
        inner, rest = pieces[place], pieces[place + 1] if place + 1 < len(pieces) else None
        if rest is not None and inner and inner == inner.strip() and not rest[:1].isdigit():
            text += [f"${_LIFTED.sub(_lift, inner)}$", rest]
            place += 2
        else:
            text += [r"\$", inner]
            place += 1
    return _SCRIPT.sub(_lift, "".join(text))


def _lift(found: re.Match[str]) -> str:
    return found[found.lastindex or 0].translate(BELOW if found[1] in ("_", "sub") else ABOVE)


@cache
def _reader() -> Callable[[str], str]:
    """Return what turns LaTeX into text."""
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    from pylatexenc.latex2text import (  # type: ignore[import-untyped]
        LatexNodes2Text,
        MacroTextSpec,
        get_default_latex_context_db,
    )
    from pylatexenc.latexwalker import (  # type: ignore[import-untyped]
        get_default_latex_context_db as get_default_syntax,
    )
    from pylatexenc.macrospec import MacroSpec  # type: ignore[import-untyped]

    syntax = get_default_syntax()
    taking = [MacroSpec(name, "{" * (2 if name == "href" else 1)) for name in _TAKING]
    syntax.add_context_category("references", taking, prepend=True)
    texts = get_default_latex_context_db()
    shown = {**_TAKING, **_SHOWN, **dict.fromkeys(_SWITCHES, "")}
    specs = [MacroTextSpec(name, text) for name, text in shown.items()]
    texts.add_context_category("references", specs, prepend=True)
    texts.set_unknown_macro_spec(MacroTextSpec("", _unknown))
    reader = LatexNodes2Text(texts, math_mode="text", keep_comments=True)
    return partial(reader.latex_to_text, latex_context=syntax)


def _unknown(node: Any, l2tobj: Any) -> str:
    """Show a command that is not known: as what it is given, or else as it is written."""
    given = [each for each in node.nodeargd.argnlist if each is not None] if node.nodeargd else []
    if given:
        return str(l2tobj.nodelist_to_text(given))
    followed = node.parsing_state.s[node.pos + node.len :][:1]
    return "" if followed == "{" else f"\\{node.macroname}{node.macro_post_space}"
