"""As many invented articles as are wanted, the same ones every time."""

from random import Random

from fakes import Files
from odd import ODD_WORDS, QUOTE
from trees import HEADS, PATHS, SURFACES

_SYLLABLES = ("har", "bor", "mill", "er", "ton", "quill", "mere", "fin", "ny", "stor", "ing", "ed")
_MANY = 3_000


def invented(count: int, seed: int = 0, longest: int = 160) -> Files:
    """Return articles whose words are as unlike in number as those of a language."""
    random = Random(seed)
    coined = ["".join(random.choices(_SYLLABLES, k=random.randint(1, 4))) for _ in range(_MANY)]
    words = (*SURFACES, *coined, *ODD_WORDS)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    texts = {}
    for number in range(count):
        folder = random.choice(PATHS)
        texts[f"{folder}/{seed}-{number:05}.txt"] = _text(random, words, weights, longest)
    return Files(texts)


def _text(random: Random, words: tuple[str, ...], weights: list[float], longest: int) -> str:
    def sentence(most: int) -> str:
        return " ".join(random.choices(words, weights, k=random.randint(1, most)))

    parts = [f"{sentence(longest // 4)}." for _ in range(random.randint(1, 4))]
    if random.random() < 0.5:
        parts[:0] = [sentence(8), "By Nora Quill"]
    if random.random() < 0.2:
        parts += [f"“{QUOTE},” said Ann Moor.", f"{QUOTE} Ann Moor"]
    if random.random() < 0.2:
        parts.append(f"{sentence(9)} (Picture: Ola Finn)")
    return random.choice(HEADS) + "\n\n".join(parts)
