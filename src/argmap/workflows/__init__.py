"""The ways through a project, one for each thing that people do with it."""
