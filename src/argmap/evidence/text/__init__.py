"""Texts made comparable: normal form, words, tokens, alignment."""
