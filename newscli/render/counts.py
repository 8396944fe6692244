"""How many there are of what, in words: `1 article`, `2,304 articles`, `11–20 of 34 groups`."""


def counted(many: int, one: str = "article", more: str | None = None) -> str:
    """Say how many; `more` is said of several, which is `one` with an s where not given."""
    if many == 1:
        return f"1 {one}"
    return f"{many:,} {more or one + 's'}"


def extent(whole: str, shown: int, total: int, offset: int, to: str) -> str:
    """Say which part of the whole is shown; `to` stands between two numbers."""
    if shown == total:
        return whole
    part = f"{offset + 1:,}{to}{offset + shown:,}" if offset else f"{shown:,}"
    return f"{part} of {whole}"


def further(shown: int, total: int, offset: int) -> str:
    """Say what to add to a command to see more; nothing if no more follows."""
    if offset + shown >= total:
        return ""
    if offset:
        return f"`--offset {offset + shown}` shows the next"
    if total <= 2 * shown:
        return "`--all` shows the others"
    return f"`-n {2 * shown}` shows more"
