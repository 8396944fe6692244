"""What can be told of many articles: pure functions over articles, dates and counts.

Nothing here opens an index, reads a file or prints. Each module names the source of
its method, and says what the method cannot do.
"""
