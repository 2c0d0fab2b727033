"""Pure functions on text: no Django, no files, no clock."""
