"""Maps for those who study argumentation: taken from their project to what can be computed with."""
