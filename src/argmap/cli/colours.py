"""The colours of kinds and standings on a terminal; what they say is said in words as well."""

from __future__ import annotations

from argmap.evaluation.labels import Standing
from argmap.model.statements import Kind

KIND = {
    Kind.RECOMMENDATION: "magenta",
    Kind.CLAIM: "blue",
    Kind.PREMISE: "cyan",
    Kind.EVIDENCE: "green",
    Kind.ASSUMPTION: "yellow",
    Kind.OBJECTION: "red",
    Kind.QUESTION: "bright_magenta",
    Kind.ARGUMENT: "bright_blue",
}
STANDING = {
    Standing.ACCEPTED: "green",
    Standing.UNDECIDED: "yellow",
    Standing.REJECTED: "red",
    Standing.UNSUPPORTED: "bright_black",
}
