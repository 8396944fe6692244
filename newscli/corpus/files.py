"""Opening a file that may have become something else since it was found."""

import errno
import os
from functools import partial
from hashlib import blake2b, file_digest
from io import BufferedReader

from newscli.corpus.causes import NotRegular, kind

OPENING = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY
"""How a file is opened: without O_NONBLOCK, a pipe waits until somebody writes to it."""

_CHUNK = 1 << 20

hashed = partial(blake2b, digest_size=16)
"""Makes what an article's digest is taken with: BLAKE2b-128."""


def digest(path: str) -> str:
    """Return the digest of a file, however large it is; raises as `read_bytes` does."""
    with opened(path) as file:
        return file_digest(file, hashed).hexdigest()


def read_bytes(path: str) -> bytes:
    """Return a file's bytes as they are.

    Raises OSError; a pipe, a socket, a device or a folder raises NotRegular, and
    is never waited for.
    """
    with opened(path) as file:
        return file.read()


def read_open(descriptor: int, size: int) -> bytes:
    """Return the bytes of a file that is open, all of them; one call if they are `size`."""
    raw = os.read(descriptor, size + 1)
    if len(raw) == size:
        return raw
    chunks = [raw]  # of a file that has changed since its size was asked for
    while chunk := os.read(descriptor, _CHUNK):
        chunks.append(chunk)
    return b"".join(chunks)


def opened(path: str) -> BufferedReader:
    """Open a regular file for reading; raises as `read_bytes` does."""
    return open(path, "rb", opener=_regular)


def _regular(path: str, flags: int) -> int:
    descriptor = os.open(path, flags | OPENING)
    try:
        other = kind(os.fstat(descriptor))
    except OSError:
        os.close(descriptor)
        raise
    if other:
        os.close(descriptor)
        raise NotRegular(errno.EINVAL, other, path)
    return descriptor
