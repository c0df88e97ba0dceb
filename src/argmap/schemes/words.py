"""What is said of schemes: what they conclude, and who has to answer their critical questions."""

from __future__ import annotations

from argmap.schemes.scheme import Burden, Conclusion

BURDENS = {
    Burden.PREMISE: "the arguer has to back it",
    Burden.ASSUMPTION: "taken for granted until somebody challenges it",
    Burden.EXCEPTION: "counts only if somebody backs it",
}
"""What the kind of a critical question means."""

CONCLUDES = {
    Conclusion.CLAIM: "what is the case",
    Conclusion.RECOMMENDATION: "what should be done",
    Conclusion.ANY: "what is the case, or what should be done",
    Conclusion.UNDERCUT: "that a step or a citation does not hold; it stands under 'unless:'",
}
"""What a scheme concludes, or speaks against."""
