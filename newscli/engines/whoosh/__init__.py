"""The embedded engine: a Whoosh index in a folder of its own.

    LOCATION/
      manifest.json       what this is: format, tokeniser, folders, which data folder (manifest.py)
      writer.lock         held by the one process that writes, with its number (lock.py)
      data-XXXXXXXX/      the Whoosh index (storage.py)
        _MAIN_7.toc       its table of contents: whoever renames it into place has committed
        MAIN_xxxx.*       segments, four files each (codec/)
        sources-7.json    the files that commit 7 had read (ledger.py)
        seal-7.json       size and hash of every file of commit 7 (seal.py)

A search goes: tree -> bulk/, which answers over whole columns (codec/) by the formula of
scoring.py -> ranking.py, helped by feedback.py where a query is loose. All over one commit
as snapshot.py has opened and checked it. Whoosh's own query objects and matchers read the
same columns through codec/codec.py; the tests hold both to the same answers.

A run goes: run.py -> workers.py, whose processes each read a share of the files (shares.py) and
write it as segments (writing/) -> commit.py, which takes them in and has tiers.py merge them ->
storage.py, which seals, syncs and renames.
"""

import os

# NumPy's library for linear algebra starts threads as it is loaded, and none is ever used here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
