"""What leaves the archive: formats, and the export in full."""
