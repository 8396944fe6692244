"""Matching and scoring over whole columns of postings, instead of one posting after another.

    terms.py     a leaf of the query -> the terms of a segment that it stands for
    columns.py   one query asked of one segment, in plain Python: what a small one is asked by
    maxscore.py  likewise the scores of several words added up, few articles to the end
    pruning.py   likewise the best articles of one common word, few of the others scored
    places.py    the same for what depends on where words stand: phrases, NEAR, parts
    arrays.py    the same in whole arrays, with NumPy: what a large one is asked by
    tokens.py    words side by side, for arrays.py
    question.py  what the two promise alike
    workload.py  which of the two is asked
    bulk.py      all segments together

NumPy takes longer to load than most queries take to answer, so that it is loaded only
when the work of a process has come to as much: at worst, twice the best is spent.
"""
