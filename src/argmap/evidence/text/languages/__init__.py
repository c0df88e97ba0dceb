"""Languages: how a text's is told, their closed classes of words, their spelling variants."""
