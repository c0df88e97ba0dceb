"""Languages as lists of references name them, as BCP 47 tags."""

from __future__ import annotations

import re

_TAG = re.compile(r"[a-z]{2}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_NAMES = """
ar arabic ara · bg bulgarian bul · ca catalan cat català · cs czech ces cze čeština · da danish dan dansk
de german ngerman deu ger deutsch · de-AT austrian naustrian · de-CH swissgerman nswissgerman
el greek ell gre polutonikogreek · en english eng · en-AU australian · en-CA canadian · en-GB british ukenglish
en-NZ newzealand · en-US american usenglish · es spanish spa español castellano · et estonian est
eu basque eus baq · fa persian farsi fas per · fi finnish fin suomi · fr french fra fre français francais frenchb
fr-CA canadien acadian · ga irish gle · gl galician glg galego · he hebrew heb · hi hindi hin · hr croatian hrv
hu hungarian magyar hun · hy armenian hye arm · id indonesian bahasa ind · is icelandic isl ice
it italian ita italiano · ja japanese jpn 日本語 · ka georgian kat geo · ko korean kor 한국어 · la latin lat
lt lithuanian lit · lv latvian lav · mk macedonian mkd mac · ms malay msa may · nb norwegian norsk nor nob
nl dutch nld dut nederlands · nn nynorsk nno · pl polish pol polski · pt portuguese portuges por português
pt-BR brazilian brazil · ro romanian ron rum · ru russian rus русский · sk slovak slovakian slk slo
sl slovene slovenian slv · sq albanian sqi alb · sr serbian srp serbianc · sv swedish swe svenska
sw swahili swa · th thai tha · tr turkish tur türkçe · uk ukrainian ukr · vi vietnamese vie
zh chinese zho chi 中文 汉语 漢語
"""
_TAGS = {
    name: tag
    for line in _NAMES.replace("\n", " · ").split(" · ")
    if line
    for tag, *names in [line.split()]
    for name in names
}


def bcp47(name: str) -> str | None:
    """Return the tag of a language that is named in English or itself, as babel does, by ISO 639-2, or by its tag.

    Example:
        >>> [bcp47(each) for each in ("ngerman", "British", "eng", "pt_BR", "Klingon")]
        ['de', 'en-GB', 'en', 'pt-BR', None]
    """
    name = name.strip()
    if name.casefold() in _TAGS:
        return _TAGS[name.casefold()]
    return name.replace("_", "-") if _TAG.fullmatch(name) else None
