"""Locators: page, section, table, line, time and the like with their numbers, in the languages of Europe and others.

What is not of this form may be anything; in the short form of a citation it stands in quotation marks of its own.
"""

from __future__ import annotations

import re
from functools import cache

_WORDS = (
    # English
    r"pp?\.?|pages?|§§?|¶|ch\.|chap\.|chapters?|secs?\.|sections?|tab\.|tables?|figs?\.|figures?|ll?\.|lines?|paras?\.?|"
    r"paragraphs?|vols?\.|volumes?|nos?\.|cols?\.|columns?|arts?\.|articles?|schedules?|annex|app\.|appendix|q\.|nn?\.|"
    r"fn\.|footnotes?|fols?\.|folios?|slides?|eqs?\.|equations?|bk\.|pt\.|vv?\.|verses?|clauses?|"
    # German, Dutch, Danish, Norwegian, Swedish
    r"S\.|Seiten?|Abb\.|Abbildung|Kap\.|Kapitel|Zeilen?|Z\.|Bd\.|Band|Nr\.|Tabellen?|Rn\.|Rz\.|Randnummer|Abs\.|Absatz|"
    r"Abschnitt|Anm\.|Fußnote|Blatt|Bl\.|Folie|Anhang|Anlage|Artikel|Ziff\.|Ziffer|Spalte|Sp\.|"
    r"blz\.|bladzijde|hfdst\.|hoofdstuk|tabel|afb\.|figuur|regel|noot|bijlage|paragraaf|sid\.|sida|side|tabell|rad|"
    # French, Spanish, Portuguese, Italian, Romanian
    r"chapitres?|tableaux?|lignes?|alinéa|paragraphe|annexe|tome|t\.|n°|verset|diapo|"
    r"págs?\.|páginas?|cap\.|capítulos?|tablas?|líneas?|figuras?|artículos?|párr\.|párrafos?|apartado|sección|núm\.|"
    r"tomo|anexo|tabela|quadro|linhas?|artigo|parágrafo|secção|seção|pagg?\.|pagin[ae]|capitolo|tabella|righ?[ae]|"
    r"articolo|paragrafo|sezione|allegato|capitolul|tabelul|rând|"
    # Polish, Czech, Slovak, Hungarian, Finnish, Turkish, Greek
    r"str\.|strona|rozdz\.|rozdział|rys\.|wiersz|przypis|kapitola|obr\.|ř\.|čl\.|oldal|fejezet|táblázat|ábra|sivu|luku|"
    r"taulukko|kuva|rivi|sayfa|bölüm|tablo|şekil|satır|madde|σσ?\.|σελ\.|κεφ\.|πίν\.|εικ\.|άρθρο|"
    # Russian, Ukrainian, Bulgarian, Serbian
    r"с\.|стр\.|страниц[аы]|сторінка|стор\.|гл\.|глава|розд\.|табл\.|таблиц[ая]|рис\.|строк[аи]|ст\.|статья|стаття|"
    r"пп?\.|пункт|прим\.|члан|"
    # Arabic, Persian, Hebrew, Hindi, Vietnamese, Indonesian, Thai
    r"ص\.?|(?:ال)?صفحة|صفحه|(?:ال)?فصل|(?:ال)?جدول|(?:ال)?شكل|(?:ال)?مادة|עמ['׳]|עמוד|פרק|טבלה|סעיף|"
    r"पृ\.|पृष्ठ|अध्याय|तालिका|tr\.|trang|chương|bảng|hình|hlm\.|hal\.|halaman|bab|gambar|หน้า|บทที่|ตาราง|"
    # Chinese, Japanese, Korean, which put the word after the number too
    r"表|図|图|圖|頁|页|표|그림|쪽"
)
_MORE = r"note|part|book|item|row|cell|sheet|box|rule|act|scene|min\.|minute|Teil|Satz|partie|parte|nota|notes?|at"
"""What begins a locator beside a quotation; elsewhere it may well begin a phrase."""

_VALUE = r"\(?(?:\d[\w.:/]*+(?:\s?ff?\b\.?)?|(?-i:[IVXLCDM]++|[ivxlc]++|[A-Z](?:[.-]?\d[\w.-]*+)?)(?!\w|\.\s*\d))\)?"
_VALUES = rf"{_VALUE}(?:\(\w{{1,4}}\))*+(?:\s*(?:,|[-–/&]|to\b|and\b|bis\b|und\b|et\b|y\b|à\b|al?\b|и\b)\s*{_VALUE})*+"
_CJK = r"[第제]?\s?\d+(?:[-–]\d+)?\s?[章节節页頁条條款項项回段節行쪽장절조항]|\d+(?:[-–]\d+)?\s?ページ"
_HUNGARIAN = r"\d+(?:[-–]\d+)?\.\s?(?:o\.|oldal)"
_PART = r"abstract|summary|preface|foreword|introduction|conclusions?|postscript|passim"
_TIME = r"\d{1,2}:\d\d(?::\d\d)?"


@cache
def form() -> str:
    """Return the pattern of one locator, to be compiled with `re.IGNORECASE`."""
    return rf"(?:(?:{_WORDS})\s*{_VALUES}|{_TIME}|{_CJK})"


@cache
def _beside_a_quotation() -> re.Pattern[str]:
    one = rf"(?:(?:{_WORDS}|{_MORE})\s*{_VALUES}|{_TIME}|{_CJK}|{_HUNGARIAN}|{_VALUES}|{_PART})"
    return re.compile(rf"{one}(?:(?:[\s,;]|\band\b)+{one})*+\.?", re.IGNORECASE)


def is_locator(text: str) -> bool:
    """Tell whether a text that stands beside a quotation has the form of a locator; there a number alone is one.

    Example:
        >>> [is_locator(text) for text in ("p. 12", "Abb. 4, S. 3 f.", "12–14", "table H4, row 3", "第3章")]
        [True, True, True, True, True]
        >>> [is_locator(text) for text in ("as the mayor says", "p. 2 and elephants landed", "letter")]
        [False, False, False]
    """
    return bool(_beside_a_quotation().fullmatch(text))
