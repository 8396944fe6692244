"""How many there are of what, in words: `1 article`, `2,304 articles`."""


def counted(many: int, one: str = "article", more: str | None = None) -> str:
    """Say how many; `more` is said of several, which is `one` with an s where not given."""
    if many == 1:
        return f"1 {one}"
    return f"{many:,} {more or one + 's'}"
