"""The words in cells: what people write for kinds, relations, stances, and yes and no."""

from __future__ import annotations

from functools import cache

from argmap.formats._rows.fields import folded
from argmap.model.citations import Stance
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind

_KINDS = {
    Kind.CLAIM: "claims, conclusion, main claim, major claim, thesis, position, proposition, statement, assertion, "
    "contention, behauptung, these, aussage, hauptthese, schlussfolgerung, thèse, affirmation, énoncé, tesis, "
    "afirmación, conclusión, enunciado",
    Kind.PREMISE: "premises, reason, ground, pro, prämisse, grund, prémisse, raison, premisa, razón",
    Kind.RECOMMENDATION: "proposal, action, policy, empfehlung, vorschlag, maßnahme, recommandation, "
    "proposition d action, recomendación, propuesta",
    Kind.EVIDENCE: "fact, data, datum, finding, study, statistic, beleg, tatsache, befund, preuve, fait, donnée, "
    "prueba, evidencia, hecho, dato",
    Kind.ASSUMPTION: "presumption, presupposition, annahme, voraussetzung, hypothèse, présupposé, supuesto, hipótesis",
    Kind.OBJECTION: "counterargument, counter argument, counterclaim, con, rebuttal, attack, einwand, gegenargument, "
    "contre argument, objeción, contraargumento",
    Kind.QUESTION: "issue, problem, frage, fragestellung, pregunta, cuestión",
    Kind.ARGUMENT: "inference, begründung, argumento",
}
_RELATIONS = {
    RelationKind.SUPPORT: "supports, supported, supporting, pro, for, +, positive, reason, because, supportive, "
    "default inference, ra, stützt, unterstützt, dafür, grund, soutient, soutien, appuie, pour, apoya, apoyo, a favor",
    RelationKind.ATTACK: "attacks, attacked, attacking, con, contra, against, negative, rebut, rebuts, rebuttal, "
    "objection, objects, opposes, oppose, refutes, but, default conflict, ca, greift an, angriff, dagegen, gegen, "
    "einwand, attaque, contre, objeción, ataca, ataque, en contra",
    RelationKind.UNDERCUT: "undercuts, undercutter, undercutting, unless, unterschneidet",
    RelationKind.CONTRADICTION: "contradicts, contradictory, contrary, incompatible, widerspruch, widerspricht, "
    "contredit, contradicción, contradice",
}
_STANCES = {
    Stance.SUPPORTS: "support, supporting, pro, for, +, confirms, stützt, belegt, dafür, soutient, pour, apoya",
    Stance.CONTRADICTS: "contradict, con, contra, against, refutes, attacks, widerspricht, widerlegt, dagegen, "
    "contredit, contre, contradice",
    Stance.QUALIFIES: "qualify, limits, schränkt ein, nuance, matiza",
    Stance.CONTEXT: "background, hintergrund, kontext, contexte, contexto",
}
_MINUS = frozenset("-−–—")
_YES = frozenset(map(folded, ("yes", "true", "x", "1", "y", "ja", "wahr", "oui", "vrai", "sí", "verdadero")))
_NO = frozenset(map(folded, ("no", "false", "0", "n", "nein", "falsch", "non", "faux", "falso")))


def kind(text: str) -> Kind | None:
    """Return the kind of statement that a word means.

    Example:
        >>> kind("claim"), kind("Prämisse"), kind("Einwand"), kind("poem")
        (<Kind.CLAIM: 'claim'>, <Kind.PREMISE: 'premise'>, <Kind.OBJECTION: 'objection'>, None)
    """
    return _kinds().get(folded(text))


def relation(text: str) -> RelationKind | None:
    """Return the kind of relation that a word means.

    Example:
        >>> relation("supports"), relation("Con"), relation("−"), relation("next to")
        (<RelationKind.SUPPORT: 'support'>, <RelationKind.ATTACK: 'attack'>, <RelationKind.ATTACK: 'attack'>, None)
    """
    return RelationKind.ATTACK if text.strip() in _MINUS else _relations().get(folded(text))


def stance(text: str) -> Stance | None:
    """Return the stance that a word means."""
    return Stance.CONTRADICTS if text.strip() in _MINUS else _stances().get(folded(text))


def flag(text: str) -> bool | None:
    """Return what a word for yes or no means.

    Example:
        >>> flag("x"), flag("Nein"), flag("maybe")
        (True, False, None)
    """
    word = folded(text)
    return True if word in _YES else False if word in _NO else None


@cache
def _kinds() -> dict[str, Kind]:
    return {folded(word): kind for kind, words in _KINDS.items() for word in (kind, *words.split(", "))}


@cache
def _relations() -> dict[str, RelationKind]:
    return {folded(word): kind for kind, words in _RELATIONS.items() for word in (kind, *words.split(", "))}


@cache
def _stances() -> dict[str, Stance]:
    return {folded(word): stance for stance, words in _STANCES.items() for word in (stance, *words.split(", "))}
