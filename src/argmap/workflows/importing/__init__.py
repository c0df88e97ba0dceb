"""Importing: files of other formats become maps of a project, with records and texts of their sources."""
