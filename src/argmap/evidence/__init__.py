"""Evidence: finding the passages that statements cite, and saying how sure that is."""
