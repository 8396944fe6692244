"""Articles to segments, and segments to larger ones: in bulk, over whole columns. Needs NumPy.

    texts, a buffer at a time (batch.py)
      -> pieces that no word reaches over (cutting.py)
      -> numbers of words: known (recall.py), or looked up, equal ones once (alike.py, lookup.py),
         with compounds spelt out (rows.py); places of parts (marks.py)
      -> a run of postings (inversion.py), sketches (sketching.py)
    runs, or segments to be merged (merging.py) -> joined in the order of terms (runs.py)
      -> files (segmentwriter.py: postingswriter.py, gathering.py)

What the files look like is drawn in `newscli.engines.whoosh.codec`.
"""
