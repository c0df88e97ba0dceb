"""What a passage says (AM4): its figures, and whether it is quoted fairly."""
