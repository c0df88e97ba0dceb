"""Character encodings: the text of a file's bytes, or a sentence on what they may be in.

Labels mean what the Encoding Standard (https://encoding.spec.whatwg.org) says: ``iso-8859-1`` is windows-1252,
``gb2312`` is gb18030. Nothing is replaced: what does not fit its encoding is refused.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from argmap.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
_NO_TEXT = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})  # Python's own
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_SHOWN = 40
_SAMPLE = 200_000
_SWITCH = re.compile(rb"\x1b\$[@B]")  # how ISO-2022-JP begins Japanese

_LATIN = "ÀÁÂÄÆÇÈÉÊËÍÎÓÔÖÙÚÛÜßàáâäæçèéêëìíîïòóôöùúûü’‘“”„–—…«»°€£§ \xa0·"
_USUAL = {
    "windows-1252": f"{_LATIN}ÅÃÌÏÐÑÒÕØÝÞãåðñõøýþÿœŒšŠžŽ¡¿ºª©®½²×•",
    "windows-1250": f"{_LATIN}ĄĆĘŁŃŚŹŻąćęłńśźżČĎĚŇŘŠŤŮŽčďěňřšťůžÝýŐŰőűĂŞŢăşţĐđ",
    "windows-1254": f"{_LATIN}ĞİŞğışñ",
    "windows-1257": f"{_LATIN}ĀČĒĢĪĶĻŅŌŖŠŪŽāčēģīķļņōŗšūžĄĘĖĮŲąęėįųÕõ",
    "macintosh": f"{_LATIN}ÅÃÑÕØãåñõøÿœŒ¡¿ºª©®•",
    "windows-1255": "אבגדהוזחטיךכלםמןנסעףפץצקרשת–—’‘“”₪\xa0",
    "windows-1251": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћђџ«»–—№ \xa0“”„…",
    "koi8-r": "абвгдежзийклмнопрстуфхцчшщъыьэюяё \xa0©",
    "iso-8859-5": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєўјљњћђџ№\xa0",
    "ibm866": "абвгдежзийклмнопрстуфхцчшщъыьэюяё№\xa0",
    "windows-1253": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ«»–—’‘“”\xa0",
    "windows-1256": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ،؛؟–—“”\xa0",
    "windows-874": "".join(map(chr, range(0xE01, 0xE5C))) + "–—’‘“”\xa0",
}
"""Letters beyond ASCII that a text in the encoding usually has; of those with two cases, mostly the small ones."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ASCII_LETTER = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_MOST = 0.9
_SHARE = 0.1
_EAST_ASIAN = (range(0x3000, 0x3100), range(0x4E00, 0xA000), range(0xAC00, 0xD7A4), range(0xFF01, 0xFF5F))
_KANA = "".join(map(chr, range(0x3041, 0x30FF)))
_FREQUENT = {
    "shift_jis": _KANA,
    "euc-jp": _KANA,
    "euc-kr": "이다의는에을고가하지로기서사한도은를자아인리대어시수나있보부정과전일상해제그으",
    "gb18030": "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年",
    "big5": "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年",
}
"""Characters of which a text in the encoding has many."""


def decode(data: bytes, named: str | None = None, declared: str | None = None) -> str:
    r"""Return the text of a file: by its byte order mark, else as named, else as it declares, else by UTF-8.

    Args:
        data: What the file holds.
        named: The encoding that a person or a server names.
        declared: The encoding that the file itself declares.

    Raises:
        ReadError: It is no text, there is no such encoding, or the text is not in it.

    Example:
        >>> decode(b"the mayor\x92s plan", "iso-8859-1")
        'the mayor’s plan'
        >>> decode("Größe".encode("windows-1252"))
        Traceback (most recent call last):
        argmap.errors.ReadError: line 1 is not in utf-8: it may be in windows-1252, windows-1250 or windows-1254; name
        its encoding, as in --encoding windows-1252
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    label = marked or named or declared or "utf-8"
    codec = marked or python_codec(label)
    if codec is None:
        shown = label if len(label) <= _SHOWN else f"{label[:_SHOWN]}…"
        raise ReadError(f"there is no encoding {shown!r}: utf-8, windows-1252 and utf-16 are common ones")
    if not codec.startswith(("utf-16", "utf-32")) and _is_binary(data):
        raise ReadError("it is not text, nor a kind of file that argmap extracts text from")
    if label == "utf-8" and _SWITCH.search(data):
        raise ReadError("it looks like iso-2022-jp: name its encoding, as in --encoding iso-2022-jp")
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        by = "" if marked else ", which was named" if named else ", which the file declares" if declared else ""
        shown = "utf-8" if marked == "utf-8-sig" else label
        raise ReadError(f"line {line} is not in {shown}{by}: {_advice(data, codec)}") from None


def python_codec(label: str) -> str | None:
    """Return Python's name of the encoding that a label means; None if it means none that files are written in.

    Example:
        >>> python_codec("Shift_JIS"), python_codec("latin-1"), python_codec("punycode")
        ('cp932', 'cp1252', None)
    """
    name = label.strip()
    with suppress(ImportError):
        import webencodings  # type: ignore[import-untyped]

        known = webencodings.lookup(name) if name.isascii() else None
        name = known.name if known and known.name != "replacement" else name
        name = webencodings.PYTHON_NAMES.get(name, name)
    try:
        found = codecs.lookup(name).name
        b"text".decode(found)
    except UnicodeDecodeError:
        pass
    except (LookupError, ValueError, OSError):
        return None
    return None if found in _NO_TEXT else _WIDER.get(found, found)


def likely(data: bytes) -> tuple[str, ...]:
    """Return the labels of the encodings that a text may be in, judged by the letters it would have; at most three.

    Example:
        >>> likely("Отчёт о наводнении".encode("koi8-r"))
        ('koi8-r',)
        >>> likely("洪水の報告書はまだありません。".encode("shift_jis"))
        ('shift_jis',)
    """
    sample = data[:_SAMPLE]
    while sample and sample[-1] > 0x7F and len(data) > _SAMPLE:
        sample = sample[:-1]
    return (*_east_asian(sample), *_single_byte(sample))[:3]


def _advice(data: bytes, failed: str) -> str:
    names = [label for label in likely(data) if python_codec(label) != failed]
    if not names:
        return "name the encoding of the whole file with --encoding, or mend that line"
    several = f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]
    return f"it may be in {several}; name its encoding, as in --encoding {names[0]}"


def _east_asian(sample: bytes) -> list[str]:
    found = []
    for label, frequent in _FREQUENT.items():
        wide = [c for c in _decoded(sample, label) if c > "\x7f"]
        usual = sum(any(ord(c) in block for block in _EAST_ASIAN) for c in wide)
        share = sum(map(frozenset(frequent).__contains__, wide)) / max(1, len(wide))
        if share >= _SHARE and usual >= _MOST * len(wide):
            found.append((-share, label))
    return [label for _, label in sorted(found)]


def _single_byte(sample: bytes) -> list[str]:
    found: list[tuple[float, int, str]] = []
    for label, letters in _USUAL.items():
        text = _decoded(sample, label)
        wide = [c for c in text if c > "\x7f"]
        small = sum(c in letters for c in wide)
        known = sum(c in letters or c.lower() in letters for c in wide)
        words = [word for word in _LETTERS.findall(text) if not word.isascii()]
        mixed = sum(not _ASCII_LETTER.isdisjoint(word) for word in words)
        single = sum(len(word) == 1 for word in words)
        fits = mixed + single if letters.startswith(_LATIN) else len(words) - mixed
        if wide and known >= _MOST * len(wide) and small > len(wide) / 2 and fits >= _MOST * len(words):
            found.append((-round(small / len(wide), 1), len(found), label))
    return [label for *_, label in sorted(found)]


def _decoded(sample: bytes, label: str) -> str:
    """Return a sample as text; nothing if it cannot be in the encoding."""
    try:
        return sample.decode(python_codec(label) or label)
    except UnicodeDecodeError:
        return ""


def _is_binary(data: bytes) -> bool:
    head = data[:8192]
    return b"\0" in head or sum(byte in _CONTROLS for byte in head) * 50 > len(head)
