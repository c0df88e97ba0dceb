"""A server on this machine that shows maps as pages, and shows them anew when their files change."""
