"""Reading an article out of the text of a file.

`parse` never raises and never alters the text: what it finds, it tells as
spans. Decoding bytes is left to whoever reads the file.
"""

from newscli.core.parsing.content import parse
from newscli.core.repetition import repeated_span

__all__ = ["parse", "repeated_span"]
