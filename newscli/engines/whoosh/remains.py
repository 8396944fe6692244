"""What can still be told of an index that cannot be opened: damaged, or of another version.

The manifest and the ledger are read by themselves, each if it is whole. What they say of an
older version is what they say of this one.
"""

import os
from collections.abc import Mapping

from newscli.core.article import ArticleId
from newscli.core.changes import Folder, Source
from newscli.engines.whoosh import ledger, manifest, seal
from newscli.engines.whoosh.storage import SealedStorage
from newscli.errors import IndexUnusable


def remembered(location: str) -> tuple[tuple[Folder, ...], Mapping[ArticleId, Source] | None]:
    """Return the folders, () if they are not known, and the files, None if they are not."""
    declared = manifest.of_any_version(location)
    if declared is None:
        return (), None
    return declared.folders, _files(os.path.join(location, declared.data))


def _files(directory: str) -> Mapping[ArticleId, Source] | None:
    try:
        manifest.refuse_unsafe(directory)
        generation = SealedStorage(directory).generation()
        if generation is None:
            return None
        name = ledger.name(generation)
        path = os.path.join(directory, name)
        manifest.refuse_unsafe(path)
        _, digest = seal.read(directory, generation)[name]
        with open(path, "rb") as file:
            rows = file.read()
        return ledger.read(rows).known if seal.digest_of(rows) == digest else None
    except (OSError, IndexUnusable, KeyError, ValueError, TypeError):
        return None
