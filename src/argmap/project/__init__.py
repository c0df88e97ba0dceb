"""The project: settings, sources and files, and the way from a file to its findings."""
