"""How far coders agree, as they report it."""
