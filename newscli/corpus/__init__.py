"""Folders of text files: walking them, and reading one file at a time into an article.

`folders` says what is read, `walk` finds it, `reading` turns a file into an
`Article`; `files`, `decoding` and `detection` are the steps of that. Only
`reading` loads the parser and the detector. Nothing here knows an index.
"""
