"""What the archive knows when several records are read together."""
