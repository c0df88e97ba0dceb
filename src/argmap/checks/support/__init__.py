"""Grounding and standing (AM1): what rests on no evidence, and what does not withstand its objections."""
