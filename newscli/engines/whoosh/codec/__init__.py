"""A Whoosh codec that keeps postings as columns: typed arrays, mapped into memory.

A segment is four files, each a set of named columns behind one header, with sums that find what
a disk has altered (columnfile.py):

    SEGMENT.terms      the words as written, sorted, with where their postings begin, and for
                       each stem the list of its forms (dictionary.py)
    SEGMENT.postings   article numbers, weights and frequencies, one row a posting (postings.py)
    SEGMENT.positions  where the words stand, in compressed chunks (positions.py)
    SEGMENT.articles   ids, days, lengths, directories, sketches; records and texts in
                       compressed blocks (articles.py)

Written in bulk by `newscli.engines.whoosh.writing`, with NumPy; read without it, but for what
is counted over whole columns (counting.py, profiling.py, sequences.py) or asked of arrays
(decoding.py).
"""
