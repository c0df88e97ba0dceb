"""What a passage says (AM4): figures, negations, hedges."""
