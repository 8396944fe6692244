"""Bars drawn with signs, to scale."""

from newscli.render.glyphs import Glyphs


def drawn_bar(count: int, most: int, room: int, signs: Glyphs) -> str:
    """Draw a bar to scale; whatever is not nothing can be seen."""
    if not count or not room:
        return ""
    steps = len(signs.parts) + 1
    full, part = divmod(max(round(count * room * steps / most), 1), steps)
    return signs.full * full + (signs.parts[part - 1] if part else "")
