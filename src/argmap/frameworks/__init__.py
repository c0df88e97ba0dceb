"""Abstract argumentation frameworks (Dung 1995) and bipolar graphs with strengths; they know nothing of maps."""
