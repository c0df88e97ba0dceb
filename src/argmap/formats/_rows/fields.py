"""What the columns of a table may hold, and what people call them in English, German, French and Spanish."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache

_WORD = re.compile(r"[^\W_]+|[+#&]")

STATEMENTS = {
    "id": "key, nr, no, number, num, #, code, ref, reference number, identifier, statement id, claim id, node id, "
    "argument id, arg id, node, nummer, kennung, schlüssel, lfd nr, numéro, n°, nº, identifiant, clé, número, "
    "clave, identificador",
    "text": "statement, claim, statement text, claim text, node text, content, contents, sentence, proposition, "
    "assertion, argument, argument text, arg text, wording, aussage, aussagen, these, satz, behauptung, "
    "wortlaut, inhalt, texte, énoncé, affirmation, phrase, thèse, contenu, "
    "texto, enunciado, afirmación, frase, tesis, proposición, contenido",
    "kind": "type, sort, statement type, node type, kind of statement, role, category, typ, art, rolle, kategorie, "
    "genre, type d énoncé, rôle, catégorie, tipo, clase, rol, categoría",
    "title": "label, name, short, short title, heading, headline, titel, überschrift, kurztitel, bezeichnung, titre, "
    "intitulé, libellé, nom, título, etiqueta, nombre",
    "group": "section, topic, theme, cluster, chapter, area, gruppe, abschnitt, thema, bereich, kapitel, groupe, "
    "thème, sujet, chapitre, grupo, sección, tema, capítulo",
    "tags": "tag, keyword, keywords, labels, codes, schlagwort, schlagwörter, stichwort, stichwörter, stichworte, "
    "mot clé, mots clés, étiquettes, etiquetas, palabra clave, palabras clave",
    "note": "notes, description, comment, comments, remark, remarks, memo, notiz, notizen, bemerkung, bemerkungen, "
    "kommentar, anmerkung, anmerkungen, remarque, remarques, commentaire, commentaires, nota, notas, comentario, "
    "observaciones",
    "implicit": "unstated, implizit, implicite, implícito",
    "standard": "proof standard, beweismaß, beweisstandard",
    "voice": "stimme, voix, voz",
    "credence": "prior, prior probability, glaubensgrad, degré de croyance, grado de creencia",
    "because": "reasons, reason, premises, supported by, supporting, pro, pros, weil, gründe, grund, begründung, "
    "prämissen, gestützt von, gestützt durch, dafür, parce que, car, raisons, raison, prémisses, soutenu par, porque, "
    "razones, razón, premisas, apoyado por",
    "but": "attacked by, objections, objection, counterarguments, con, cons, opposed by, aber, einwände, einwand, "
    "gegengründe, gegenargumente, dagegen, angegriffen von, mais, contre, attaqué par, pero, objeciones, objeción, "
    "atacado por, en contra",
    "contradicts": "contradiction, contradictions, widerspricht, contredit, contradice",
    "supports": "support, reason for, stützt, unterstützt, spricht für, soutient, appuie, apoya, soporta",
    "attacks": "attack, opposes, objects to, rebuts, refutes, reason against, greift an, spricht gegen, widerlegt, "
    "attaque, réfute, ataca, refuta, rebate",
    "parent": "parent id, parent claim, parent node, reply to, in reply to, responds to, under, belongs to, "
    "übergeordnet, oberpunkt, oberaussage, eltern, gehört zu, antwort auf, parent n°, en réponse à, dépend de, padre, "
    "superior, responde a, pertenece a",
    "relation": "relation type, relationship, relation to parent, polarity, link, edge, pro con, stance, beziehung, "
    "bezug, relationstyp, haltung, relation au parent, polarité, lien, relación, polaridad, postura",
    "from": "passage, passages, excerpt, fundstelle, textstelle, extrait, pasaje, extracto",
    "cite": "citation, citations, beleg, belege, preuve, preuves, citas, prueba, pruebas",
    "source": "sources, reference, references, evidence source, quelle, quellen, nachweis, fuente, fuentes, référence, "
    "références, referencia, referencias",
    "quote": "quotation, quoted text, zitat, citation textuelle, cita, cita textual",
    "at": "page, pages, p, location, locator, place, seite, seiten, s, stelle, lieu, página, páginas, pág, lugar",
    "url": "link url, address, web address, adresse, enlace, dirección, doi url",
    "weight": "gewicht, poids, peso, strength, stärke, force du lien, fuerza",
    "scheme": "argument scheme, argumentation scheme, schema, schéma, esquema",
}
"""The fields of a row about a statement, and of its relations and evidence; and how else people call them."""

RELATIONS = {
    "id": "relation id, edge id, link id, key, nr, no, #, nummer, numéro, número, kennung, identifiant",
    "kind": "type, relation, relation type, edge type, link type, label, polarity, stance, interaction, typ, art, "
    "beziehung, relationstyp, tipo, relación, genre",
    "from": "source, start, premise, premises, reason, reasons, child, origin, tail, source id, from id, von, quelle, "
    "prämisse, prämissen, grund, gründe, de, depuis, origine, prémisse, prémisses, raison, desde, origen, premisa, "
    "premisas, razón, fuente",
    "to": "target, end, conclusion, parent, destination, head, target id, to id, nach, zu, ziel, schluss, konklusion, "
    "auf, à, vers, cible, a, hacia, destino, conclusión, objetivo",
    "linked": "linked group, group, linked with, argument id, gruppe, groupe, grupo, verbunden",
    "scheme": STATEMENTS["scheme"],
    "roles": "",
    "answers": "",
    "waives": "",
    "raises": "",
    "title": "name, titel, titre, título, argument name",
    "note": STATEMENTS["note"],
    "force": "kraft, fuerza",
    "outweighed by": "outweighed, überwogen von",
    "values": "value, werte, wert, valeurs, valeur, valores, valor",
    "weight": "strength, gewicht, stärke, poids, peso",
}

_PLACE = {
    "statement": "claim, statement id, claim id, node, node id, for, aussage, these, énoncé, affirmation, enunciado, "
    "afirmación, zu, id of the statement",
    "source": "source id, document, reference, quelle, dokument, référence, fuente, documento, referencia",
    "quote": "quotation, text, passage, excerpt, quoted text, zitat, textstelle, wortlaut, extrait, citation, cita, "
    "pasaje, extracto",
    "nth": "which",
    "at": STATEMENTS["at"],
}

CITATIONS = {
    **_PLACE,
    "id": "citation id, key, nr, no, #",
    "stance": "relation, kind, type, does, haltung, beziehung, position, postura",
    "fair": "",
    "weight": STATEMENTS["weight"],
    "url": STATEMENTS["url"],
}

PASSAGES = {**_PLACE, "url": STATEMENTS["url"]}

SOURCES = {
    "id": "key, source, source id, citation key, citekey, nr, no, #, quelle, kürzel, clé, clave, fuente",
    "title": "name, titel, titre, título, reference",
    "authors": "author, creator, autor, autoren, auteur, auteurs, autores, autor a",
    "published": "date, year, publication year, datum, jahr, erschienen, année, date de publication, año, fecha",
    "publisher": "verlag, herausgeber, éditeur, editorial",
    "origin": "herkunft, origine, origen",
    "source kind": "kind, type, typ, art, tipo",
    "url": "link, address, web address, website, adresse, lien, enlace, dirección",
    "doi": "",
    "archived": "archived at, archive, archiviert, archivé, archivado",
    "retrieved": "accessed, access date, date accessed, abgerufen, zugriff, consulté, consultado",
    "licence": "license, lizenz, licencia",
    "language": "lang, sprache, langue, idioma",
    "text file": "file, text, datei, fichier, archivo",
    "based on": "reports, beruht auf",
    "reliability grade": "grade, note de fiabilité",
    "reliability": "reliability note, zuverlässigkeit, fiabilité, fiabilidad",
    "retracted": "zurückgezogen, rétracté, retractado",
    "superseded by": "ersetzt durch, remplacé par, reemplazado por",
    "note": STATEMENTS["note"],
    "extractor": "",
    "file digest": "",
    "words kept": "",
    "words visible": "",
    "left out": "",
    "doubts": "",
}

GROUPS = {
    "id": "key, group, gruppe, groupe, grupo",
    "title": "name, heading, titel, titre, título",
    "group": "in, parent",
}
MAP = {"title": "titel, titre, título", "description": "beschreibung, descripción", "about": "analysed source"}
EXPECTATIONS = {"statement": "id", "standing": "expected"}
ORDERS = {"id": "order, audience", "ranking": "chain, values"}

SECTIONS = {
    "map": MAP,
    "groups": GROUPS,
    "statements": STATEMENTS,
    "relations": RELATIONS,
    "passages": PASSAGES,
    "citations": CITATIONS,
    "sources": SOURCES,
    "expectations": EXPECTATIONS,
    "orders": ORDERS,
}
"""What a table may be of, each with its fields."""

PLAIN = {
    "kind": ("type",),
    "at": ("page", "pages"),
    "authors": ("author",),
    "published": ("date", "year"),
    "linked": ("linked group",),
    "reliability": ("reliability note",),
}
"""Other names of columns that leave nothing to guess."""

TABLE = "table"
"""The head of the column that says which table a row belongs to, where one table holds rows of several."""

KEPT = " (kept)"
"""What the head of a column ends with that is kept for its own sake, whatever it is called."""

SHEETS = {
    "map": "about, karte, carte, mapa",
    "groups": "group, sections, gruppen, abschnitte, groupes, grupos, secciones",
    "statements": "statement, nodes, claims, arguments, aussagen, thesen, knoten, argumente, énoncés, affirmations, "
    "nœuds, noeuds, enunciados, afirmaciones, nodos, argumentos",
    "relations": "relation, edges, links, relationships, steps, beziehungen, relationen, kanten, liens, arêtes, "
    "relaciones, enlaces, aristas",
    "passages": "passage, fundstellen, textstellen, extraits, pasajes",
    "citations": "citation, cites, evidence, belege, zitate, preuves, citas, pruebas",
    "sources": "source, references, bibliography, literature, quellen, literatur, références, bibliographie, fuentes, "
    "referencias, bibliografía",
    "expectations": "expectation, expect",
    "orders": "order, orders of values",
}
"""What sheets are called."""


def folded(name: str) -> str:
    """Return a name without capitals, accents and marks.

    Example:
        >>> folded("Prämisse(n)"), folded("  Statement_ID "), folded("№"), folded("#")
        ('pramisse n', 'statement id', 'no', '#')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain))


@cache
def names(section: str) -> dict[str, list[str]]:
    """Return the fields that a name may stand for, folded, the likeliest first: that which is called so itself."""
    found: dict[str, list[str]] = {}
    fields = SECTIONS[section]
    for field in fields:
        found.setdefault(folded(field), []).append(field)
    for field, others in fields.items():
        for other in others.split(", "):
            entry = found.setdefault(folded(other), []) if other else []
            if other and field not in entry:
                entry.append(field)
    return found


def head_of_kept(column: str, written: Collection[str]) -> str:
    """Return the head under which a column of statements that no field takes is written, so that none takes it.

    Args:
        column: What the column was called.
        written: The fields of statements that are written beside it.

    Example:
        >>> head_of_kept("Reviewer", ["text"]), head_of_kept("Parent", ["text"]), head_of_kept("Comment", ["note"])
        ('Reviewer', 'Parent (kept)', 'Comment')
    """
    called = folded(column)
    may_be = [TABLE] if called == TABLE else names("statements").get(called, [])
    is_safe = column not in written and all(name in written for name in may_be)
    return column if is_safe and not column.endswith(KEPT) else column + KEPT


@cache
def sheets() -> dict[str, str]:
    """Return what a sheet of a name, folded, is of."""
    found = {folded(section): section for section in SHEETS}
    for section, others in SHEETS.items():
        found |= {folded(other): section for other in others.split(", ") if folded(other) not in found}
    return found
