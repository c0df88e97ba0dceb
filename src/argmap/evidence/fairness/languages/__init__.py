"""Which words deny, limit, attribute or weaken what a sentence says, a language a file."""
