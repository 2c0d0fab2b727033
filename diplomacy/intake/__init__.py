"""From a page as received to a draft: reading, cleaning, guessing, and nothing published."""
