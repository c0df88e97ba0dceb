"""What stands in a Word document besides text: equations, pictures, charts, diagrams, and alternatives of them."""

from __future__ import annotations

from argmap.sources.extract.docx.equations import SLOTS, STRUCTURES, Structure
from argmap.sources.extract.docx.reading import Element, End, Reading, passed_over, skip
from argmap.sources.extract.docx.xml import Attributes


def _structure(kind: str) -> Element:
    def element(reading: Reading, _: Attributes) -> End:
        reading.structures.append(Structure(kind))
        return lambda: reading.text.write(reading.structures.pop().linear())

    return element


def _slot(name: str) -> Element:
    def element(reading: Reading, _: Attributes) -> End | None:
        if not reading.structures:
            return None
        structure = reading.structures[-1]
        reading.begin_aside()
        return lambda: structure.slots.append((name, reading.end_aside()))

    return element


def _setting(name: str) -> Element:
    def element(reading: Reading, attributes: Attributes) -> None:
        if reading.structures:
            reading.structures[-1].settings[name] = attributes.get("m:val", "")

    return element


def _matrix_row(reading: Reading, _: Attributes) -> None:
    if reading.structures:
        reading.structures[-1].slots.append(("mr", ""))


def _displayed(reading: Reading, _: Attributes) -> End:
    reading.displayed = True

    def end() -> None:
        reading.displayed = False

    return end


def _equation(reading: Reading, _: Attributes) -> End | None:
    if not reading.displayed:
        return None
    reading.text.part("\n")
    return lambda: reading.text.part("\n")


def _alternatives(reading: Reading, _: Attributes) -> End:
    reading.choices.append(False)

    def end() -> None:
        reading.choices.pop()

    return end


def _alternative(reading: Reading, _: Attributes) -> End | None:
    if not reading.choices:
        return None
    if reading.choices[-1]:
        return skip
    reading.choices[-1] = True
    return None


def _described(reading: Reading, attributes: Attributes) -> None:
    found = attributes.get("descr") or attributes.get("alt")
    if found:
        reading.description = found


def _drawing(reading: Reading, attributes: Attributes) -> None:
    reading.description = attributes.get("alt", "")


def _picture(reading: Reading, _: Attributes) -> End | None:
    if reading.object is not None:
        return None

    def end() -> None:
        reading.account.add("pictures", reading.description)
        reading.description = ""

    return end


def _chart(reading: Reading, attributes: Attributes) -> None:
    reading.charts.append(attributes.get("r:id", ""))


def _diagram(reading: Reading, attributes: Attributes) -> None:
    _beside(reading, reading.diagram(attributes.get("r:dm", "")))


def _word_art(reading: Reading, attributes: Attributes) -> None:
    _beside(reading, attributes.get("string", ""))


def _beside(reading: Reading, text: str) -> None:
    if text.strip():
        reading.text.boxes.append(text)
        reading.sight.append(f" {text} ")


def _object(reading: Reading, _: Attributes) -> End:
    reading.object = ""

    def end() -> None:
        is_equation = (reading.object or "").startswith(("Equation", "MathType"))
        reading.account.add("equations" if is_equation else "embedded files")
        reading.object = None

    return end


def _object_kind(reading: Reading, attributes: Attributes) -> None:
    if reading.object is not None:
        reading.object = attributes.get("ProgID", "")


ELEMENTS: dict[str, Element] = {
    **{f"m:{kind}": _structure(kind) for kind in STRUCTURES},
    **{f"m:{name}": _slot(name) for name in SLOTS},
    **{f"m:{name}": _setting(name) for name in ("begChr", "chr", "endChr", "pos", "sepChr", "type")},
    "m:mr": _matrix_row,
    "m:oMathPara": _displayed,
    "m:oMath": _equation,
    "m:rPr": passed_over,
    "m:ctrlPr": passed_over,
    "mc:AlternateContent": _alternatives,
    "mc:Choice": _alternative,
    "mc:Fallback": _alternative,
    "w:drawing": _drawing,
    "v:shape": _drawing,
    "wp:docPr": _described,
    "pic:cNvPr": _described,
    "pic:pic": _picture,
    "v:imagedata": _picture,
    "?:contentPart": _picture,
    "?:model3d": _picture,
    "c:chart": _chart,
    "dgm:relIds": _diagram,
    "v:textpath": _word_art,
    "w:object": _object,
    "o:OLEObject": _object_kind,
}
