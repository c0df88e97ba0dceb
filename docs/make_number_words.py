"""Write ``numbers.txt``: the number words of many languages, one language a line.

The spellings are those of Unicode CLDR's rule-based number formats (Unicode License v3), as the package unicode-rbnf
carries them, and, for languages that CLDR lacks, of indic-num2words (Apache License 2.0). Neither is needed to run
argmap: ``pip install unicode-rbnf indic-num2words``, and run this again when they have more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

FILE = Path(__file__).parents[1] / "src/argmap/evidence/text/languages/numbers.txt"
CLDR = """
    af am ar az bg bs ca cs da de el en es et fa fi fil fr ga he hi hr hu hy id is it ka lt lv mk ms mt ne nl no pl pt
    ro ru sk sl sq sr sv sw ta tr uk vi
""".split()
INDIC = "bn gu kn ml mr or pa te".split()
CARDINALS = (*range(101), *range(200, 1000, 100), 1000, 2000, 5000, 10**6, 2 * 10**6, 5 * 10**6, 10**9, 2 * 10**9)
ORDINALS = (*range(1, 21), *range(30, 110, 10), 1000)
NOT_FIGURES = {
    "articles and pronouns": """
        en:one,second af:een,nege bs:jedinica ca:un,una,o da:en,et,anden,andet de:ein,eine,einem,einen,einer,eines
        el:ένα,ένας,ένασ,μία,μια es:un,una,uno,unos,unas fil:na,at,t,walâ fr:un,une,unième,unièmes,second,seconde hu:egy
        is:ein,einn,eitt it:un,una,uno lt:error,antra,antras mt:il,mija,u nl:een no:en,et,ett,ei,annen,andre
        pt:um,uma,menos,conto ro:o,un,una,unu,de,şi sl:ena,nič sv:en,ett,andra,andre,error tr:bir az:bir sw:wa,na
        vi:không,năm,ba,nhất,thứ,tư he:מספר,של,אחד,אחת id:ke ga:aon,haon,is,a,dó hr:drug,druga,drugi,drugo bg:а,и,един
        sq:një sr:други hi:का,की,के ar:و,لا,من lv:error mk:еден cs:set sk:set pl:raz
    """,
}


def main() -> None:
    """Write the file."""
    left_out = dict(entry.split(":") for entry in NOT_FIGURES["articles and pronouns"].split())
    lines = []
    for code in sorted([*CLDR, *INDIC]):
        spelled = _of_cldr(code) if code in CLDR else _of_indic(code)
        found = {*_words(spelled)} - {*left_out.get(code, "").split(",")}
        lines.append(" ".join([code, *sorted(word for word in found if not _is_compound(word, found))]))
    FILE.write_text("\n".join([*HEAD, *lines, ""]), encoding="utf-8")


HEAD = (
    "# Number words. Written by docs/make_number_words.py from Unicode CLDR (Unicode License v3, © 1991-2025 Unicode,",
    "# Inc.) and indic-num2words (Apache License 2.0); what is made of words of a line alone is left out.",
)


def _of_cldr(code: str) -> Iterator[str]:
    from unicode_rbnf import RbnfEngine

    engine = RbnfEngine.for_language(code)
    for kind in map(str, engine.rulesets):
        if "spellout" in kind and "year" not in kind:
            for number in ORDINALS if "ordinal" in kind else CARDINALS:
                yield _tried(lambda n=number, k=kind: engine.format_number(n, ruleset_names=[k]).text)


def _of_indic(code: str) -> Iterator[str]:
    from num_to_words import num_to_word

    for number in CARDINALS:
        yield _tried(lambda n=number: num_to_word(n, lang=code))


def _tried(spell: Callable[[], str]) -> str:
    try:
        return spell()
    except Exception:  # noqa: BLE001 - a rule that the package cannot apply
        return ""


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        plain = unicodedata.normalize("NFC", re.sub("[\u00ad\u200b-\u200d]", "", text)).casefold()
        for word in re.split(r"[\s\-‐'’ʼ·.,−]+", plain):
            if len(word) > 1 and not re.search(r"[\d%=←→\[\]]|^error$", word):
                yield word


def _is_compound(word: str, parts: set[str]) -> bool:
    """Tell whether a word is made of shorter ones, as *twintigduizend* is of *twintig* and *duizend*."""
    reached = {0}
    for end in range(2, len(word) + 1):
        if any(start in reached and word[start:end] in parts and end - start < len(word) for start in range(end)):
            reached.add(end)
    return len(word) in reached


if __name__ == "__main__":
    main()
