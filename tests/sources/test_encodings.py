"""Encodings: which one a file is in, and what is said when its text is not in it."""

from __future__ import annotations

import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ReadError
from argmap.sources.encodings import decode, likely, python_codec

TEXTS = {
    "gb18030": "该市的水质在三年内下降了两成，居民们要求公布数据。",
    "big5": "這個城市的水質在三年內下降了兩成。",
    "shift_jis": "東京湾の水質は二年で改善した。",
    "euc-jp": "東京湾の水質は二年で改善した。",
    "euc-kr": "도시의 수질은 이 년 만에 나빠졌다.",
    "windows-1251": "Отчёт о наводнении в городе. Уровень воды был высок.",
    "koi8-r": "Отчёт о наводнении в городе. Уровень воды был высок.",
    "windows-1253": "Η στάθμη του νερού ήταν υψηλή.",
    "windows-1255": "מפלס המים היה גבוה",
    "windows-1256": "كان مستوى المياه مرتفعا",
    "windows-874": "ระดับน้ำสูงมาก",
    "windows-1250": "Poziom wody był bardzo wysoki, żółw",
    "windows-1252": "La crue de l’été a été très élevée à Nîmes",
}
EAST_ASIAN = ("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr")


@pytest.mark.parametrize("label", TEXTS)
def test_likely_encoding_is_the_one_that_it_is(label):
    """What a text is in is the first of what it may be in; windows-1252 is never proposed for East Asian texts."""
    found = likely(TEXTS[label].encode(python_codec(label)))
    assert found[0] == label
    assert label not in EAST_ASIAN or "windows-1252" not in found


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("euc-kr", "cp949"),
        ("big5", "big5hkscs"),
        ("utf8", "utf-8"),
        ("cp437", "cp437"),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label, codec, monkeypatch):
    """A label means the wider encoding that pages are written in, with the extra `web` and without."""
    assert python_codec(f" {label}\n") == codec
    monkeypatch.setitem(sys.modules, "webencodings", None)
    assert python_codec(label) == codec


@pytest.mark.parametrize(
    "label", ["undefined", "punycode", "unicode_escape", "idna", "hex", "rot13", "\0", "ü", "", "..", "a" * 9999]
)
def test_what_is_no_encoding_is_one_sentence(label):
    """What no file is written in is no encoding."""
    assert python_codec(label) is None
    if label:
        with pytest.raises(ReadError, match="there is no encoding"):
            decode(b"a", label)


def test_mark_goes_before_what_is_named():
    """A byte order mark tells the encoding, UTF-32 from UTF-16 too, whatever was named or declared."""
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode("né".encode(encoding), "latin1", "big5") == "né"
    assert decode("né".encode("utf-16-le"), "utf-16-le") == "né"


def test_text_that_is_not_in_its_encoding_is_refused():
    """The line, who says what the encoding is, and what it may be are told; nothing is replaced."""
    with pytest.raises(
        ReadError, match=r"^line 2 is not in utf-8: it may be in euc-kr; name its .* --encoding euc-kr$"
    ):
        decode(b"a\n" + TEXTS["euc-kr"].encode("cp949"))
    with pytest.raises(ReadError, match=r"^line 1 is not in utf-8, which was named: it may be in windows-1251"):
        decode(TEXTS["windows-1251"].encode("cp1251"), "utf-8")
    with pytest.raises(
        ReadError, match=r"^line 1 is not in big5, which the file declares: name the encoding of the whole"
    ):
        decode(b"a\x81\xc0\xff", None, "big5")
    with pytest.raises(ReadError, match="it looks like iso-2022-jp"):
        decode(TEXTS["shift_jis"].encode("iso-2022-jp"))
    assert decode(TEXTS["shift_jis"].encode("iso-2022-jp"), "iso-2022-jp") == TEXTS["shift_jis"]


@given(
    st.binary(max_size=200),
    st.sampled_from([None, "utf-8", "gbk", "utf-16", "utf-7", "hz", "x-user-defined", "cp1252"]),
)
def test_any_bytes_are_text_or_a_sentence(data, label):
    """Whatever a file holds, it is decoded or refused."""
    with suppress(ReadError):
        assert isinstance(decode(data, label, label), str)
