"""Spelling variants: two ways to write the same word, folded into one.

Everything here keeps what a word says. Pairs in which both spellings are words of their own, such as German *Maße* and
*Masse*, Russian *все* and *всё*, or English *prise* and *prize*, are left apart; accents count in every language.

Vowel signs that Arabic and Hebrew usually leave out, and the two dots of Russian *ё*, are *optional*: a word may have
them or lack them, but two words that have different ones are different words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_ONE_FORM = str.maketrans(
    {"ہ": "ه", "ۀ": "ه", "ș": "ş", "ț": "ţ", "æ": "ae", "œ": "oe", "\u0307": ""}  # the last is what İ leaves
)
_OPTIONAL: dict[int, str | None] = {
    **dict.fromkeys([*range(0x64B, 0x653), 0x670, *range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7]),
    **{ord(letter): "ا" for letter in "أإآٱ"},
    ord("ё"): "е",
}
_HAS_OPTIONAL = re.compile(f"[{''.join(map(chr, _OPTIONAL))}]")
_NEVER_BARE = frozenset(
    "всё нёбо узнаём узнаёт узнаёте узнаёшь осёл мёл падёж совершённый совершённое совершённая чём передохнём".split()
)
_SHARP = frozenset("maße maßen buße bußen".split())  # beside Masse, Massen, Busse, Bussen

_NASAL = (("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])", "ं"),)
_RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"(?<=\w{3})(?<!^appr)is(e|ed|es|ing|er|ers|able|ation|ations|ational)\Z", r"iz\1"),
        (r"(?<=\w{3})lys(e|ed|es|ing|er|ers)\Z", r"lyz\1"),
        ("(ar[dm]|behavi|cand|clam|col|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc)our", r"\1or"),
        ("(rig|rum|savi?|splend|tum|val|vap|vig|demean|succ)our", r"\1or"),
        (r"(cent|fib|lit|lust|meag|met|mit|och|somb|spect|theat|calib)re(s|d)?\Z", r"\1er\2"),
        (r"(?<=[aeiou])([b-df-hj-np-tv-z]*+[ae])ll(ed|ing|er|ers)\Z", r"\1l\2"),
        ("(catal|dial|anal|monol|prol|epil)og(ue)?", r"\1og"),
        ("(?<=[a-z])ae(?=mi[ac]|mo[lrps]|di[act]|sth)", "e"),
        ("(?<=ch)aeo|(?<=pal)aeo", "eo"),
        (r"\Ahaemo", "hemo"),
        (r"\Afoet", "fet"),
        (r"\Aoestr", "estr"),
        ("manoeuv(?:re|er)|maneuv(?:re|er)", "maneuver"),
        ("(def|off|lic|pret)ence", r"\1ense"),
        ("sulph", "sulf"),
        (r"(fulfi|enro|insta|ski|wi)ll(?=ful|ment|\Z)", r"\1l"),
    ),
    "de": (
        ("ä", "ae"),
        ("ö", "oe"),
        ("ü", "ue"),
        ("phot", "fot"),
        ("(?<=gra)ph", "f"),
        ("(?<=poten)t(?=ial|iell)", "z"),
    ),
    "pt": (("(?<=[aeiouáéíóú])[cp](?=ç)", ""), ("(?<=[qg])ü", "u"), ("éi(?=[ao])", "ei"), ("ôo", "oo")),
    "fr": (("î(?=tr)", "i"), ("oignon", "ognon"), ("évène", "événe"), ("aoû", "aou")),
    "es": (("psic", "sic"), ("obsc", "osc"), ("substan", "sustan")),
    "ro": (("(?<=.)î(?=.)", "â"),),
    "hi": (*_NASAL, ("(?<=[िी])ये", "ए"), ("गये", "गए"), ("गयी", "गई")),
    "mr": _NASAL,
    "ne": _NASAL,
    "ja": (
        ("(?<=[ァ-ヺー]{4})ー(?![ァ-ヺー])", ""),
        ("出来", "でき"),
        ("全て", "すべて"),
        ("様々", "さまざま"),
        ("更に", "さらに"),
    ),
    "zh": (("其它", "其他"), ("惟一", "唯一"), ("[帐帳](?=[户戶])", "账"), ("身分", "身份"), ("想像", "想象")),
    "th": (("เเ", "แ"), ("ํา", "ำ")),
    "vi": ((r"\A([hklmst])y", r"\1i"),),
}
_SAME = {
    "en": """grey=gray greyer=grayer ageing=aging judgement=judgment judgements=judgments acknowledgement=acknowledgment
        whilst=while amongst=among amidst=amid towards=toward programme=program programmes=programs learnt=learned
        spelt=spelled burnt=burned dreamt=dreamed aluminium=aluminum tyres=tires plough=plow ploughed=plowed
        mould=mold moulds=molds sceptical=skeptical sceptics=skeptics sceptic=skeptic naïve=naive café=cafe cafés=cafes
        rôle=role façade=facade élite=elite practise=practice practised=practiced practising=practicing
        artefact=artifact artefacts=artifacts enquiry=inquiry enquiries=inquiries disc=disk discs=disks cosy=cozy
        gaol=jail pyjamas=pajamas jewellery=jewelry afterwards=afterward focussed=focused focussing=focusing
        benefitted=benefited worshipped=worshiped marvellous=marvelous woollen=woolen okay=ok""",
    "de": "delphin=delfin delphine=delfine aufwendig=aufwändig selbständig=selbstständig selbständige=selbstständige",
    "fr": "clef=clé clefs=clés connaît=connait paraît=parait coût=cout coûts=couts île=ile îles=iles",
    "es": """período=periodo períodos=periodos éste=este ésta=esta éstos=estos éstas=estas ése=ese aquél=aquel
        guión=guion méjico=méxico septiembre=setiembre""",
    "it": "perchè=perché poichè=poiché finchè=finché affinchè=affinché cosí=così piú=più giú=giù",
    "pt": """connosco=conosco registo=registro registos=registros prémio=prêmio económico=econômico econômica=económica
        director=diretor actual=atual actuais=atuais projecto=projeto projectos=projetos objectivo=objetivo óptimo=ótimo
        objectivos=objetivos actividade=atividade actividades=atividades sector=setor factor=fator factores=fatores
        directo=direto eléctrico=elétrico eléctrica=elétrica arquitecto=arquiteto activo=ativo activos=ativos""",
    "nl": "produkt=product produkten=producten aktie=actie kontakt=contact",
    "no": "fram=frem",
    "el": "αυγό=αβγό τραίνο=τρένο",
    "cs": "filosofie=filozofie kurs=kurz",
    "ru": "нуль=ноль тоннель=туннель",
    "tr": "kâğıt=kağıt lâzım=lazım rüzgâr=rüzgar dükkân=dükkan hikâye=hikaye mekân=mekan imkân=imkan",
    "id": "aktifitas=aktivitas praktek=praktik nasehat=nasihat resiko=risiko ijin=izin sistim=sistem apotik=apotek",
    "bn": "সরকারী=সরকারি বাঙালী=বাঙালি দেশী=দেশি বেশী=বেশি",
    "ko": "자장면=짜장면",
}
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_BREATHINGS = {0x313: None, 0x314: None, 0x345: None, 0x300: "\u0301", 0x342: "\u0301"}


def plain(word: str) -> str:
    """Return a word as lists of words have it: without case, in one form, without optional signs.

    Example:
        >>> plain("Keine"), plain("لَا")
        ('keine', 'لا')
    """
    return bare(_one_form(word))


def uncontracted(word: str) -> tuple[str, ...]:
    """Return the two words that an English negated verb is short for, or the word.

    Example:
        >>> uncontracted("won't"), uncontracted("cannot"), uncontracted("went")
        (('will', 'not'), ('can', 'not'), ('went',))
    """
    if word == "cannot":
        return ("can", "not")
    stem = word.removesuffix("n't")
    return (word,) if stem == word else (_STEMS.get(stem, stem), "not")


def has_optional(text: str) -> bool:
    """Tell whether a text has signs that its words might lack."""
    return not text.isascii() and _HAS_OPTIONAL.search(text) is not None


def bare(word: str) -> str:
    """Leave the optional signs out of a word.

    Example:
        >>> bare("всё"), bare("ещё")
        ('всё', 'еще')
    """
    if word.isascii() or word in _NEVER_BARE or not _HAS_OPTIONAL.search(word):
        return word
    return word.translate(_OPTIONAL)


@lru_cache(maxsize=1 << 14)
def spelled(word: str, languages: tuple[str, ...]) -> str:
    """Return the one form of a word's spelling variants in some languages, without case.

    Example:
        >>> spelled("Organisation", ("en",)), spelled("hòa", ("vi",)) == spelled("hoà", ("vi",))
        ('organization', True)
    """
    folded = _one_form(word)
    for language in languages:
        folded = _same(language).get(folded, folded)
        if language == "vi":
            split = unicodedata.normalize("NFD", folded)
            folded = unicodedata.normalize("NFC", _TONE.sub("", split)) + "".join(_TONE.findall(split))
        elif language == "el":
            folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", folded).translate(_BREATHINGS))
        for pattern, new in _rules(language):
            folded = pattern.sub(new, folded)
    return folded


def _one_form(word: str) -> str:
    if word.isascii():
        return word.lower()
    folded = word.lower() if word.lower() in _SHARP else word.casefold()
    return folded.translate(_ONE_FORM)


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), new) for pattern, new in _RULES.get(language, ()))


@cache
def _same(language: str) -> dict[str, str]:
    pairs = (pair.split("=") for pair in _SAME.get(language, "").split())
    return dict(pairs)
