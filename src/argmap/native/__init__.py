"""argmap's own documents, maps and source records: one model, written as YAML or as JSON."""
