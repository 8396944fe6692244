"""The pure part: articles, text, queries, results. No files, no clock, no third-party import."""
