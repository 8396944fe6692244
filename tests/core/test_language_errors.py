from datetime import date

import pytest

from newscli.core.language import parse
from newscli.errors import BadQuery, Exit

TODAY = date(2021, 1, 31)

# The query, and below it a caret at the place and the message.
ERRORS = r"""
taiwan AND (china
           ^ this bracket is never closed
(a (b)
^ this bracket is never closed
taiwan) china
      ^ this bracket was never opened
a "open
  ^ this quote is never closed
lead:"open
     ^ this quote is never closed
taiwan OR
       ^ `OR` has nothing to join
OR taiwan
^ `OR` has nothing to join
a OR ?
  ^ `OR` has nothing to join
a AND OR b
  ^ `AND` has nothing to join
AND
^ `AND` has nothing to join
a NOT
  ^ `NOT` has nothing to exclude
a NEAR/3
  ^ `NEAR` has nothing to join
NEAR/3 a
^ `NEAR` has nothing to join
a NEAR/0 b
  ^ NEAR takes a number of words from 1 to 99
a NEAR/100 b
  ^ NEAR takes a number of words from 1 to 99
a NEAR/3 b*
  ^ NEAR joins only words and phrases
lead:a NEAR/3 b
       ^ NEAR joins only words and phrases
a -()
  ^ `-` has only empty brackets after it
lead:(?)
^ `lead:` has only empty brackets after it
a date:2021-02-30
       ^ there is no 2021-02-30
date:"last blursday"
     ^ `last blursday` is no date newscli understands
date:2021..2020
     ^ `2021..2020` ends before it begins
date:2021.."last week"
     ^ a range with spaces goes into one pair of quotes
date:"last week"..today
     ^ a range with spaces goes into one pair of quotes
date:(2021)
     ^ `date:` takes one value, not a bracket
in:(bbc)
   ^ `in:` takes one value, not a bracket
in:""
   ^ this names no folder
a /b(c/
    ^ this regular expression is broken: missing ), unterminated subpattern
pompeo~9
      ^ a word can be 1 or 2 edits away, not `~9`
pompeo~0
      ^ a word can be 1 or 2 edits away, not `~0`
a covid-19~
          ^ only one word can be fuzzy, and `covid-19` is 2
restrict*~
         ^ a word with `*` or `?` cannot be fuzzy too
"a b"~100
     ^ a phrase takes a number of other words from 0 to 99
"a b"~
     ^ a phrase takes a number of other words from 0 to 99
a dat:2021
  ^ `dat:` is no field, did you mean `date:`?
headlin:x
^ `headlin:` is no field, did you mean `headline:`?
lead:by:x
     ^ `by:` cannot stand within `lead:`
lead:(a in:bbc)
           ^ `in:` cannot stand within `lead:`
"""

LINES = ERRORS.strip("\n").split("\n")


@pytest.mark.parametrize(("raw", "below"), list(zip(LINES[::2], LINES[1::2], strict=True)))
def test_a_query_that_cannot_be_read_says_where_and_why(raw: str, below: str) -> None:
    with pytest.raises(BadQuery) as bad:
        parse(raw, today=TODAY)
    assert " " * bad.value.position + "^ " + bad.value.message == below
    assert bad.value.query == raw
    assert bad.value.exit is Exit.USAGE
    assert bad.value.hint


@pytest.mark.parametrize(
    ("raw", "hint"),
    [
        ("(a", "write \\( to search for the character itself"),
        ("a)", "write \\) to search for the character itself"),
        ('"a', 'write \\" to search for the character itself'),
        ("a OR", 'write "OR" to search for the word itself'),
        ("dat:2021", "write dat\\: to search for the word itself"),
        ("pompeo~9", "write pompeo~1 or pompeo~2"),
        ("date:2021..2020", "write 2020..2021"),
        (
            "date:10 jan 2021",
            "dates look like 2021-01-10, 2021-01, 2021, 10 jan 2021, today, yesterday, "
            "3 days ago, last week, last month or last year; "
            'one of several words goes in quotes: date:"10 jan 2021"',
        ),
        ("", "type what to look for"),
    ],
)
def test_the_hint_is_the_way_out(raw: str, hint: str) -> None:
    with pytest.raises(BadQuery) as bad:
        parse(raw, today=TODAY)
    assert bad.value.hint == hint


@pytest.mark.parametrize("raw", ["", " ", "\n\t"])
def test_an_empty_query_is_an_error(raw: str) -> None:
    with pytest.raises(BadQuery, match=r"^the query is empty$"):
        parse(raw, today=TODAY)


def test_fifty_brackets_are_read_and_one_more_is_an_error() -> None:
    assert parse("(" * 50 + "a" + ")" * 50, today=TODAY).tree == parse("a", today=TODAY).tree
    with pytest.raises(BadQuery) as bad:
        parse("(" * 51 + "a" + ")" * 51, today=TODAY)
    assert (bad.value.message, bad.value.position) == ("brackets go over 50 deep", 50)


def test_brackets_side_by_side_are_not_deep() -> None:
    assert parse("(a) " * 500, today=TODAY).tree == parse("a", today=TODAY).tree


def test_a_query_may_be_ten_thousand_characters_long_and_no_more() -> None:
    parse("NOT " * 2499 + "word", today=TODAY)
    with pytest.raises(BadQuery, match=r"^the query is longer than 10,000 characters$"):
        parse("a" * 10_001, today=TODAY)
