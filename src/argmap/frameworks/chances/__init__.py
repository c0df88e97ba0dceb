"""Chances: how likely a rule-based conclusion is when events, each independent of the others, may happen or not."""
