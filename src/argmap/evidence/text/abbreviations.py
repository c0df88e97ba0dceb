"""Abbreviations with a full stop, and words that begin a sentence, in English, German, French and Spanish."""

from __future__ import annotations

NEVER_LAST = frozenset(
    (
        "mr mrs ms mx dr prof messrs gen col lt sgt capt maj cpl adm cmdr rev hon pres gov sen rep supt vs viz cf "
        "approx e.g i.e hr hrn fr dipl ing z.b d.h i.d.r ca bzw inkl exkl evtl ggf sog insb vgl zzgl abzgl bspw "
        "geb hl m mm mme mmes mlle mgr p.ex c.-à-d env sr sra srta sres dra dña lic gral cnel sto sta mons p.ej "
        "aprox av ee"
    ).split()
)
"""Abbreviations with which no sentence ends: titles of people, *for example*."""
BEFORE_NUMBERS = frozenset(
    (
        "no nos vol vols fig figs p pp ch chap sec secs art arts par para jan feb mar apr jun jul aug sep sept "
        "oct nov dec nr abs bd kap ziff abb tab anm rn tel max min num núm pág págs cap t ed éd lib"
    ).split()
)
"""Abbreviations when a number follows, and words or ends of a sentence when none does."""
MAY_BE_LAST = frozenset(
    (
        "etc usw al jr inc ltd co corp bros dept st ave eds ph.d mio mrd tsd jh str std hrsg aufl ee.uu j.-c ud "
        "uds vd vds avda cía ssa a.m p.m"
    ).split()
)
"""Abbreviations within or at the end of a sentence."""
PARTICLES = frozenset("de del della der den di du la le les los van von".split())
"""Words that begin a sentence, or a name after initials."""
BEGINNERS = PARTICLES | frozenset(
    (
        "the a an this that these those it he she they we you i in on at by for from with to of as if when while "
        "after before since but and or so yet however there here then thus his her their our its my your what who "
        "where why how no not some many most all both each every few several such one two another under over "
        "during despite although though because until once now today yesterday meanwhile moreover nobody nothing "
        "die das dem des ein eine einen einem einer er sie es wir ihr ich im am auf aus bei beim mit nach vom zu "
        "zum zur für über unter vor seit durch gegen ohne um und oder aber doch denn auch noch nur wie wenn weil "
        "als ob da dann dort hier dies diese dieser dieses jede jeder alle viele einige manche kein keine nicht "
        "nun jetzt heute damit dabei dazu danach dagegen deshalb daher trotzdem allerdings zudem außerdem sein "
        "seine ihre unser was wer wo un une des l d c ce cet cette ces il elle ils elles on nous vous je en dans "
        "sur sous par pour avec sans mais et ou donc or ni car si quand lorsque comme après avant depuis pendant "
        "selon cependant toutefois ainsi alors aussi leur leurs son sa ses notre nos qui que el las una unos unas "
        "lo este esta estos estas ese esa eso él ella ellos ellas se su sus al por para con sin sobre tras desde "
        "hasta según y o pero aunque cuando como mientras después antes también además quien donde hay así "
        "entonces"
    ).split()
)
"""Words with a capital that begin a sentence after an abbreviation, where a name or, in German, a noun does not."""
GERMAN_ORDINAL_AFTER = frozenset(
    (
        "der die das dem den des am im vom zum zur beim ab bis seit jeder jede jedes ihr ihre ihren ihrem ihres "
        "sein seine seinen seinem seines unser unsere unserem mein meine meinen meinem ein eine dieser diese "
        "dieses diesem"
    ).split()
)
"""Words after which a number with a full stop is an ordinal in German."""
GERMAN_ORDINAL_BEFORE = frozenset(
    (
        "januar jänner februar feber märz april mai juni juli august september oktober november dezember "
        "jahrhundert jahrhunderts quartal quartals halbjahr lebensjahr"
    ).split()
)
"""Words before which it is."""
