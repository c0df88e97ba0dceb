"""Citations as authors write them: what a locator is, slips and what was meant, and reading them from a document."""
