"""Where a line may break inside words: between the characters of scripts that are written without spaces.

What a reader takes for one character stays whole (grapheme clusters, after Unicode's Annex 29, and in Indic scripts the
consonants that a virama joins); no line begins with closing punctuation or a small letter, and none ends with opening
punctuation (after Annex 14, and Japan's rules of typesetting, JIS X 4051).
"""

from __future__ import annotations

import re
import unicodedata

CLOSING = (
    "!%),.:;?]}¢°»’”†‡‰›℃…‥、。〃々〉》」』】〕〗〙〛〜゛゜ゝゞ・ーヽヾ！％），．：；？］｝～｡｣､･"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    "ฯๆฺะาำๅຯໆະາຳ។៕៖ៗ៘៚၊။।॥،؛؟۔՝։׃"
)
"""What stands close to what is before it, so that no line begins with it."""
OPENING = "$([{£¥€«‘“‚„‹〈《「『【〔〖〘〚＄（［｛￡￥｢¡¿№§เแโใไເແໂໃໄ"
"""What stands close to what follows it, so that no line ends with it."""

_ALONE = re.compile(
    rf"(?<=\S) (?=[{re.escape(CLOSING)}–—]+(?: |\Z))|(?:(?<=\A)|(?<= ))([{re.escape(OPENING)}]+) (?=\S)"
)
_FINAL = re.compile("[\u1000-\u102a]\u103a")
"""A consonant of Burmese that ends its syllable."""
_JOINERS = "\u200d\u2060\u034f"


def closed_up(text: str) -> str:
    """Join punctuation that stands alone to the word that it belongs to, by no-break spaces.

    Example:
        >>> closed_up("« Ce mot ! » dit … elle").replace("\u00a0", "~")
        '«~Ce mot~!~» dit~… elle'
    """
    return _ALONE.sub(lambda found: (found[1] or "") + "\u00a0", text)


def clusters(text: str) -> list[str]:
    """Return what a reader takes for the characters of a text.

    Example:
        >>> clusters("é水👍🏽🇩🇪") == ["é", "水", "👍🏽", "🇩🇪"]
        True
        >>> clusters("क्षेत्र"), clusters("ก็ได้")
        (['क्षे', 'त्र'], ['ก็', 'ไ', 'ด้'])
    """
    if text.isascii():
        return list(text)
    found: list[str] = []
    for char in text:
        if found and _continues(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _continues(cluster: str, char: str) -> bool:
    """Tell whether a character belongs to the cluster before it."""
    last = cluster[-1]
    if char < "\u0300":
        return False
    category = unicodedata.category(char)
    if category[0] == "M" or char in _JOINERS or "\U0001f3fb" <= char <= "\U0001f3ff" or char == "\u200c":
        return True
    if last in _JOINERS:
        return True
    if unicodedata.combining(last) == 9 and category[0] == "L":  # a virama
        return True
    if "\U0001f1e6" <= char <= "\U0001f1ff":
        return len(cluster) == 1 and "\U0001f1e6" <= last <= "\U0001f1ff"
    return "\u1160" <= char <= "\u11ff"  # vowels and finals of Hangul


def atoms(text: str) -> list[str]:
    """Return the least parts of a word that a line may hold: characters with the punctuation that is close to them.

    Example:
        >>> atoms("「水位」，涨了")
        ['「水', '位」，', '涨', '了']
    """
    found: list[str] = []
    for cluster in clusters(text):
        if found and (cluster[0] in CLOSING or found[-1][-1] in OPENING or _FINAL.match(cluster)):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def pieces(word: str) -> list[str]:
    """Return the parts of a word between which any line may break: at each Chinese character or kana.

    Example:
        >>> pieces("streets"), pieces("在2024年，水")
        (['streets'], ['在', '2024', '年，', '水'])
    """
    if word.isascii() or not any(map(_stands_alone, word)):
        return [word]
    found: list[str] = []
    breaks = True
    for atom in atoms(word):
        alone = any(map(_stands_alone, atom))
        if found and not alone and not breaks:
            found[-1] += atom
        else:
            found.append(atom)
        breaks = alone
    return found


def _stands_alone(char: str) -> bool:
    """Tell whether a line may break before and after a character: one of Chinese or Japanese, and no Hangul."""
    return (
        char > "\u2e7f"
        and unicodedata.east_asian_width(char) in "WF"
        and not "\uac00" <= char <= "\ud7a3"
        and unicodedata.category(char) in ("Lo", "So", "Lm", "Nl")
    )
