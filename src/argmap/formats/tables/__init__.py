"""Formats of tables: a statement, relation or citation is a row."""
