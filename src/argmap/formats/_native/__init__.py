"""The native document: one tree and one model, written as YAML or as JSON."""
