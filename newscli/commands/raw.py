"""`newscli show --raw`: the bytes of files. Apart from `show`, for it needs the decoder."""

from collections.abc import Sequence

from newscli.commands.desk import Desk
from newscli.commands.references import resolve
from newscli.corpus.decoding import NotText, decode
from newscli.corpus.files import read_bytes
from newscli.errors import Exit, StorageError, UsageError
from newscli.render.form import Form
from newscli.render.untrusted import visible


def show_raw(desk: Desk, references: Sequence[str], *, about: bool = False) -> Exit:
    """Print the files of the articles, byte for byte; on a terminal, what they say, made safe."""
    other = "about" if about else desk.form
    if other not in {Form.TERMINAL, Form.PLAIN}:
        raise UsageError(f"`--raw` and `--{other}` contradict each other", "choose one")
    with desk.engine() as engine:
        paths = [engine.fetch(id).path for id in resolve(desk, engine, references)]
    for path in paths:
        content = _read(desk, path)
        if desk.out.isatty():  # a file could say anything to a terminal, whatever the form
            desk.out.write(visible(_text(desk, path, content)))
            continue
        desk.out.flush()
        desk.out.buffer.write(content)
        desk.out.buffer.flush()
    return Exit.DONE


def _read(desk: Desk, path: str) -> bytes:
    try:
        return read_bytes(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StorageError(
            f"cannot read `{desk.settings.place(path)}`: {reason}",
            "`newscli show` without `--raw` prints the text that the index has kept",
        ) from error


def _text(desk: Desk, path: str, content: bytes) -> str:
    """Decode a file, which may have become anything since it was indexed."""
    try:
        return decode(content)[0]
    except NotText as error:
        raise StorageError(
            f"`{desk.settings.place(path)}` is no text any more: {error}",
            "send its bytes elsewhere: `newscli show REF --raw > FILE`",
        ) from error
