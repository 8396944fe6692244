import pytest

from newscli.render.counts import counted


@pytest.mark.parametrize(
    ("many", "nouns", "said"),
    [
        (0, (), "0 articles"),
        (1, (), "1 article"),
        (2304, (), "2,304 articles"),
        (1, ("word",), "1 word"),
        (1000, ("word",), "1,000 words"),
        (1, ("file was", "files were"), "1 file was"),
        (0, ("file was", "files were"), "0 files were"),
    ],
)
def test_one_is_one_and_the_others_are_several(
    many: int, nouns: tuple[str, ...], said: str
) -> None:
    assert counted(many, *nouns) == said
