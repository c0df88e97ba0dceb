"""What stands in a paragraph of a Word document: runs, their text and signs, fields, and marks of notes."""

from __future__ import annotations

import re

from argmap.sources.extract._linear import lowered, raised
from argmap.sources.extract.docx.equations import is_on
from argmap.sources.extract.docx.reading import Element, End, Field, Reading, Run, passed_over
from argmap.sources.extract.docx.symbols import sign
from argmap.sources.extract.docx.xml import Attributes

_RAISED = 4  # half points
_SCRIPTS = {"superscript": raised, "subscript": lowered}
_UNSEEN_FIELDS = frozenset(("ADVANCE", "ASK", "PRINT", "PRIVATE", "RD", "SET", "TA", "TC", "XE"))
_LONGEST_CODE = 100
_PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Where Word puts what was typed in a font of signs."""

_NO_VALUE = "fields without a value"


def _run(reading: Reading, _: Attributes) -> End:
    outer, reading.run = reading.run, Run()

    def end() -> None:
        reading.run = outer

    return end


def _style(reading: Reading, attributes: Attributes) -> None:
    if attributes.get("w:val") in reading.styles.hidden:
        reading.run.hidden = True


def _hidden(reading: Reading, attributes: Attributes) -> None:
    if not reading.in_settings:
        reading.run.hidden = is_on(attributes.get("w:val"))


def _script(reading: Reading, attributes: Attributes) -> None:
    if not reading.in_settings:
        reading.run.script = attributes.get("w:val", "")


def _position(reading: Reading, attributes: Attributes) -> None:
    """Take what is set well above or below its line by hand for a script."""
    half_points = attributes.get("w:val", "")
    if not reading.in_settings and not reading.run.script and half_points.lstrip("-").isdecimal():
        height = int(half_points[:6])
        reading.run.script = "superscript" if height >= _RAISED else "subscript" if height <= -_RAISED else ""


def _text(reading: Reading, _: Attributes) -> End:
    reading.characters = []

    def end() -> None:
        text = "".join(reading.characters or ())
        reading.characters = None
        _put(reading, _PRIVATE.sub(lambda match: sign(reading.run.font, f"{ord(match[0]):X}") or match[0], text))

    return end


def _font(reading: Reading, attributes: Attributes) -> None:
    if not reading.in_settings:
        reading.run.font = attributes.get("w:ascii", "")


def _put(reading: Reading, text: str) -> None:
    """Write a text unless a reader does not see it."""
    run, own = reading.run, bool(reading.fields and reading.fields[-1].in_code)
    hidden = reading.paragraph.style in reading.styles.hidden if run.hidden is None else run.hidden
    if reading.codes > own:
        reading.leave_out("parts of field codes", text)
    elif hidden:
        reading.leave_out("hidden text", text)
    elif not run.mark:
        reading.write(_SCRIPTS.get(run.script, str)(text))


def _symbol(reading: Reading, attributes: Attributes) -> None:
    shown = sign(attributes.get("w:font", ""), attributes.get("w:char", ""))
    if shown:
        _put(reading, shown)
    elif not reading.run.mark:
        reading.account.add("signs of other fonts")


def _fixed(text: str) -> Element:
    def element(reading: Reading, _: Attributes) -> None:
        if not reading.in_settings:
            _put(reading, text)

    return element


def _field_part(reading: Reading, attributes: Attributes) -> None:
    kind, inner = attributes.get("w:fldCharType"), reading.fields[-1] if reading.fields else None
    if kind == "begin":
        reading.fields.append(Field())
        reading.codes += 1
    elif inner and kind in ("separate", "end"):
        reading.codes -= inner.in_code
        if kind == "end":
            reading.fields.pop()
            _tell_field(reading, inner.code, without_value=inner.in_code)
        inner.in_code = False


def _simple_field(reading: Reading, attributes: Attributes) -> End:
    start = reading.text.length
    return lambda: _tell_field(reading, attributes.get("w:instr", ""), without_value=reading.text.length == start)


def _tell_field(reading: Reading, code: str, *, without_value: bool) -> None:
    name = code.split(maxsplit=1)[0].upper() if code.strip() else ""
    if without_value and name and name not in _UNSEEN_FIELDS and not reading.unseen:
        reading.account.add(_NO_VALUE)


def _code(reading: Reading, _: Attributes) -> End:
    reading.characters = []

    def end() -> None:
        if reading.fields and len(reading.fields[-1].code) < _LONGEST_CODE:
            reading.fields[-1].code += "".join(reading.characters or ())[:_LONGEST_CODE]
        reading.characters = None

    return end


def _note_mark(reading: Reading, attributes: Attributes) -> None:
    reading.account.add("note marks")
    reading.run.mark = is_on(attributes.get("w:customMarkFollows", "0"))


def _deleted(reading: Reading, _: Attributes) -> End | None:
    if reading.in_settings:
        reading.paragraph.goes_on = True
        return None
    return _unseen(reading, "deletions")


def _moved(reading: Reading, _: Attributes) -> End | None:
    if reading.in_settings:
        reading.paragraph.goes_on = True
        return None
    return _unseen(reading, "")


def _ruby(reading: Reading, _: Attributes) -> End:
    return _unseen(reading, "ruby")


def _unseen(reading: Reading, kind: str) -> End:
    """Leave out what an element holds; without a kind it is not told, as it stands elsewhere."""
    reading.begin_aside()
    reading.unseen += 1

    def end() -> None:
        text = reading.end_aside()
        reading.unseen -= 1
        if kind:
            reading.leave_out(kind, text)

    return end


ELEMENTS: dict[str, Element] = {
    "w:r": _run,
    "m:r": _run,
    "w:rStyle": _style,
    "w:vanish": _hidden,
    "w:vertAlign": _script,
    "w:position": _position,
    "w:t": _text,
    "w:delText": _text,
    "m:t": _text,
    "w:rFonts": _font,
    "w:sym": _symbol,
    "w:tab": _fixed("\t"),
    "w:ptab": _fixed("\t"),
    "w:br": _fixed("\n"),
    "w:cr": _fixed("\n"),
    "w:noBreakHyphen": _fixed("\u2011"),
    "w:fldChar": _field_part,
    "w:fldSimple": _simple_field,
    "w:instrText": _code,
    "w:delInstrText": passed_over,
    "w:ffData": passed_over,
    "w:footnoteReference": _note_mark,
    "w:endnoteReference": _note_mark,
    "w:del": _deleted,
    "w:moveFrom": _moved,
    "w:rt": _ruby,
    "w:rubyPr": passed_over,
    "w:rPrChange": passed_over,
}
