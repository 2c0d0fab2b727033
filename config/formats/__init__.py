"""How dates and numbers are written where Django has no forms of its own, or American ones."""
