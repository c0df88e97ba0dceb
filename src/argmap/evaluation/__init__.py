"""Evaluation: grounding and standing of every statement, each with its reason."""
