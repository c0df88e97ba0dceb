"""What Argdown's own tools let pass, though it is likely a mistake."""
