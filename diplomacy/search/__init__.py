"""Search: one analyser, one query language, two engines behind one door."""
