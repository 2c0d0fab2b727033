"""Letters to readers and from them: searches that they follow, problems that they report.

Like all that is public it reads editions, and it is asked by public pages, screens and commands.
"""
