"""Records put together to be taken away: one record, or a chosen set with cover and citations.

What a record says is told by ``pages``, as on its own page; here it becomes chapters, the same
for paper and for a reading device. ``exports`` turns them into bytes and knows no record.
"""
