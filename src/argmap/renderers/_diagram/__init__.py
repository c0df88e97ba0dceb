"""The card diagram: what DOT, SVG, PNG and PDF share."""
