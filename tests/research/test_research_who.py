"""Names counted over several small invented articles."""

from collections.abc import Iterable

import pytest
from fakes import article

from newscli.core.article import Article
from newscli.research.names import NameKind, names
from newscli.research.who import Count, ranked, tallied


def articles(*texts: str) -> list[Article]:
    return [article(text, as_id=f"{number:016x}") for number, text in enumerate(texts, 1)]


def named(
    found: Iterable[Article],
    beside: str | None = None,
    kind: NameKind | None = None,
    page: slice = slice(None),
) -> Count:
    return ranked([tallied(found, beside)], kind, page)


def counts(*texts: str, beside: str | None = None) -> dict[str, tuple[int, int]]:
    found = named(articles(*texts), beside=beside).names
    return {each.name: (each.articles, each.mentions) for each in found}


THREE = (
    "The mayor met Ada Quill. Then Ms Quill met Odo Marsh in Wales.",
    "So Odo Marsh left for Wales, and Wales was glad of it.",
    "Later the pilot Zoe Bell sang of the United States, that is of the US.",
)


def test_names_are_counted_by_articles_and_by_mentions() -> None:
    assert counts(*THREE) == {
        "Wales": (2, 3),
        "Odo Marsh": (2, 2),
        "Ada Quill": (1, 2),
        "United States": (1, 2),
        "Zoe Bell": (1, 1),
    }


def test_the_counts_are_those_of_each_article_added_up() -> None:
    counted = named(articles(*THREE))
    found = counted.names
    each = [name for one in articles(*THREE) for name in names(one.content)]
    assert (counted.articles, counted.total) == (3, len(found))
    assert sum(name.mentions for name in found) == sum(len(name.spans) for name in each)
    assert sum(name.articles for name in found) == len(each)


def test_beside_a_name_stand_those_of_its_articles_without_itself() -> None:
    assert counts(*THREE, beside="marsh") == {
        "Wales": (2, 3),
        "Ada Quill": (1, 2),
    }


def test_a_full_name_means_that_person_alone() -> None:
    assert counts(*THREE, beside="Zoe Marsh") == {}


def test_only_places_are_counted_if_only_places_are_wanted() -> None:
    found = named(articles(*THREE), kind=NameKind.PLACE).names
    assert [each.name for each in found] == ["Wales", "United States"]


def test_a_last_name_alone_counts_for_the_one_person_it_can_mean() -> None:
    alone = "Nobody saw Mr Quill."
    assert counts(alone, "There was Ada Quill.", "The pilot Ada Quill left.") == {
        "Ada Quill": (3, 3)
    }
    assert counts(alone, "The pilot Ada Quill left.", "The mayor Odo Quill, 50, left.") == {
        "Ada Quill": (1, 1),
        "Odo Quill": (1, 1),
        "Quill": (1, 1),
    }


def test_a_middle_initial_makes_no_other_person() -> None:
    assert counts("The pilot Ada Quill left.", "The pilot Ada B. Quill left.") == {
        "Ada B. Quill": (2, 2)
    }


def test_accents_and_apostrophes_make_no_other_person() -> None:
    assert counts("The pilot Zoë O’Bell left.", "The pilot Zoe O'Bell left.") == {
        "Zoë O’Bell": (2, 2)
    }
    assert counts("The pilot Zoë O’Bell left for Wales.", beside="Zoe O'Bell") == {"Wales": (1, 1)}


def test_initials_written_apart_are_one_with_the_others() -> None:
    assert counts("They left the U S fleet.", "They left the United States.") == {
        "United States": (2, 2)
    }
    one = counts("They left D C by sea.", "They left D C for Wales.", "They left DC in May.")
    assert one["DC"] == (3, 3)


def test_a_comma_makes_no_other_name() -> None:
    assert counts("So Mr Odo Quill, Jr. left.", "So Mr Odo Quill Jr. left.") == {
        "Odo Quill, Jr.": (2, 2)
    }
    assert len(counts("It is in Washington, D.C., now.", "It is in D.C. again.")) == 1


def test_an_article_with_two_names_that_are_one_counts_once() -> None:
    text = "The pilot Joseph Quill, also written Joe Quill, left."
    assert len(names(article(text).content)) == 2
    assert counts(text) == {"Joseph Quill": (1, 2)}


def test_an_article_with_a_last_name_of_its_own_and_the_full_name_counts_once() -> None:
    both = "The pilot Ada Quill left by the Quill River. They are in Quill, Ohio, now."
    assert "Quill" in {name.name for name in names(article(both).content)}
    alone = ("Nobody saw Mr Quill.", "Ms Quill was glad.")
    assert counts(both, *alone)["Ada Quill"] == (3, 4)


@pytest.mark.parametrize("more", ["Joe", "Joseph"])
def test_the_first_mention_is_the_first_of_all_names_that_are_one(more: str) -> None:
    text = f"The pilot Joe Quill, also written Joseph Quill, left. So {more} Quill sang."
    (found,) = named(articles(text)).names
    assert text[found.first.start : found.first.end] == "Joe Quill"


def test_the_first_mention_may_be_that_of_a_last_name_alone() -> None:
    one, two = articles("Nobody saw Mr Quill.", "The pilot Ada Quill left.")
    (found,) = named([one, two]).names
    assert (found.first.id, found.name) == (one.id, "Ada Quill")


def test_the_kind_is_what_most_articles_tell() -> None:
    found = named(articles("They met Zelný.", "They live in Zelný.", "We live in Zelný.")).names
    assert [(each.name, each.kind) for each in found] == [("Zelný", NameKind.PLACE)]


def test_a_kind_needs_one_in_five_articles_but_for_the_first_five() -> None:
    told, untold = "They live in Zelný.", "They like Zelný a lot."
    kinds = {
        many: [each.kind for each in named(articles(told, *[untold] * many)).names]
        for many in (9, 10)
    }
    assert kinds == {9: [NameKind.PLACE], 10: [None]}


def test_what_is_known_beforehand_has_its_kind_in_every_article() -> None:
    (wales,) = named(articles(*["Oh for Wales."] * 9)).names
    assert wales.kind is NameKind.PLACE


def test_a_last_name_that_is_a_person_s_is_one_wherever_it_stands_alone() -> None:
    full = "The pilot Ada Quill left."
    (found,) = named(articles(full, *["Nobody saw Mr Quill."] * 9)).names
    assert (found.name, found.kind) == ("Ada Quill", NameKind.PERSON)


def test_one_full_name_does_not_have_a_common_word_to_itself() -> None:
    full, word = "They met Howard Fennimore.", "They like the Fennimore a lot."
    assert counts(full, word) == {"Howard Fennimore": (2, 2)}
    assert counts(full, word, word) == {"Fennimore": (2, 2), "Howard Fennimore": (1, 1)}


def test_one_full_name_has_ten_articles_that_tell_of_a_person_by_the_last_name() -> None:
    full, short = "The pilot Ada Quill left.", "Nobody saw Mr Quill."
    assert counts(full, *[short] * 10) == {"Ada Quill": (11, 11)}
    assert counts(full, *[short] * 11) == {"Quill": (11, 11), "Ada Quill": (1, 1)}


def test_the_first_mention_says_where_it_is() -> None:
    one, two = articles("Nothing.\n\nStill nothing.", "Nothing.\n\nOh for Wales.")
    (place,) = named([one, two]).names
    first = place.first
    assert (first.id, first.paragraph) == (two.id, 2)
    assert two.content.text[first.start : first.end] == "Wales"


def test_the_first_mention_is_that_of_the_least_id_in_whatever_order_they_are_read() -> None:
    one, two, three = articles("Oh for Wales.", "We saw Wales.", "They left Wales.")
    for order in ([one, two, three], [three, one, two], [two, three, one]):
        (place,) = named(order).names
        assert place.first.id == one.id


def test_three_in_four_are_enough_for_a_last_name_alone_to_mean_one_person() -> None:
    ada, odo = "The pilot Ada Quill left.", "The mayor Odo Quill left."
    assert counts("Nobody saw Mr Quill.", ada, ada, ada, odo) == {
        "Ada Quill": (4, 4),
        "Odo Quill": (1, 1),
    }


def test_of_no_article_there_are_no_names() -> None:
    assert named([]) == Count((), 0, 0)


def test_a_page_is_a_part_of_all() -> None:
    everything = named(articles(*THREE))
    page = named(articles(*THREE), page=slice(1, 3))
    assert page.names == everything.names[1:3]
    assert page.total == everything.total
