"""Corpora: thousands of maps as tables, built by many processes or machines, asked by SQL and in data frames."""
