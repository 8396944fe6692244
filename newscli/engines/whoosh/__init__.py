"""The embedded engine: a Whoosh index in a folder of its own.

    LOCATION/
      manifest.json       what this is: format, tokeniser, folders, which data folder (manifest.py)
      writer.lock         held by the one process that writes, with its number (lock.py)
      data-XXXXXXXX/      the Whoosh index (storage.py)
        _MAIN_7.toc       its table of contents: whoever renames it into place has committed
        MAIN_xxxx.*       segments, four files each (codec/)
        sources-7.json    the files that commit 7 had read (ledger.py)
        seal-7.json       size and hash of every file of commit 7 (seal.py)

A search goes: tree -> bulk.py, over the columns of every segment -> ranking.py, with
feedback.py for a loose query, all over one commit as snapshot.py has opened and checked
it. A tree that bulk.py does not score goes by Whoosh's matchers: translation.py -> Whoosh
queries over the fields of fields.py, with positional.py where word positions decide and
limits.py for what only narrows -> scoring.py.

A run goes: writing.py -> workers.py, where each process reads files and writes segments
of them (codec/writing.py) -> tiers.py, which merges what has become many (codec/merging.py)
-> storage.py, which seals, syncs and renames.
"""
