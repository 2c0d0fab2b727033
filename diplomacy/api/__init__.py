"""The API, version 1: read-only, open, JSON; everything in it comes from editions."""
