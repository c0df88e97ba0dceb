"""Citations and passages (AM2): whether what is quoted is there, unchanged, and where it is said to be."""
