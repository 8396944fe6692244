"""Reading an article out of a text: every form a file is known to take."""

from pathlib import Path

import pytest

from newscli.core.article import ArticleDate, Content, DateSource, Kind, Span
from newscli.core.parsing import parse, repeated_span

SEED = Path(__file__).parents[2] / "seeds" / "000_42846cca978d07a3.txt"

LEAD = (
    "The harbour at Oldport will close for three weeks in May, the council said on Monday, "
    "while divers mend the eastern wall."
)
BODY = "Boats must moor across the bay. The last repair took place in 1987."
TITLE = "Oldport closes its harbour"
CUT = "The harbour at Oldport will close for three weeks in May, the council said ..."


def shape(content: Content) -> list[tuple[str, str]]:
    """Return kind and text of each paragraph, with white space squeezed."""
    return [
        (paragraph.kind.value, " ".join(paragraph.span.of(content.text).split()))
        for paragraph in content.paragraphs
    ]


@pytest.fixture(scope="module")
def seed() -> Content:
    return parse(SEED.read_text(encoding="utf-8"))


def test_the_seed_is_of_the_day_its_header_names(seed: Content) -> None:
    assert (seed.date, seed.date_source) == (ArticleDate(2021, 1, 10), DateSource.HEADER)


def test_the_seeds_text_begins_with_its_first_word(seed: Content) -> None:
    assert seed.text[:12] == "US Secretary"


def test_the_seed_has_fourteen_paragraphs_as_they_stand_in_the_file(seed: Content) -> None:
    raw = SEED.read_text(encoding="utf-8").removeprefix(" date 2021-01-10 ")
    assert [paragraph.span.of(seed.text) for paragraph in seed.paragraphs] == raw.split("\n\n")


def test_the_seeds_paragraphs_have_their_kinds(seed: Content) -> None:
    kinds = [paragraph.kind for paragraph in seed.paragraphs]
    expected = [Kind.BODY] * 14
    expected[0], expected[3], expected[8] = Kind.LEAD, Kind.QUOTE, Kind.CAPTION
    assert kinds == expected


def test_the_seeds_pull_quote_is_attributed(seed: Content) -> None:
    attribution = seed.paragraphs[3].attribution
    assert attribution is not None
    assert attribution.of(seed.text) == "Mike Pompeo on the US and Taiwan"


def test_the_seeds_pull_quote_is_known_to_come_again(seed: Content) -> None:
    part = repeated_span(seed, seed.paragraphs[3])
    assert part is not None
    assert part.of(seed.text) == (
        "Our two democracies share common values of individual freedom, the rule of law, "
        "and a respect for human dignity"
    )


def test_the_seeds_caption_has_its_credit(seed: Content) -> None:
    credit = seed.paragraphs[8].credit
    assert credit is not None
    assert credit.of(seed.text) == "(US Navy/AP)"


def test_the_seeds_headline_is_cut_from_its_lead(seed: Content) -> None:
    assert seed.headline == (
        "US Secretary of State Mike Pompeo has announced the State Department will lift ..."
    )
    assert seed.headline_derived
    assert seed.headline_span == Span(0, 78)


FORMS = {
    "the form of the seed": (
        f" date 2021-01-10 {LEAD}\n\n{BODY}",
        [("lead", LEAD), ("body", BODY)],
    ),
    "no header at all": (f"{LEAD}\n\n{BODY}", [("lead", LEAD), ("body", BODY)]),
    "a dateline": (
        f" date 2021-03-29 MOSCOW, March 29. /TASS/. {LEAD}",
        [("lead", f"MOSCOW, March 29. /TASS/. {LEAD}")],
    ),
    "a title on the header line": (
        f" date 2021-01-10 {TITLE}\n\n{LEAD}\n\n{BODY}",
        [("heading", TITLE), ("lead", LEAD), ("body", BODY)],
    ),
    "crumbs and repeated titles": (
        f" date 2021-01-10 News\nNews\n{TITLE}\n{TITLE}\n{LEAD}\n{BODY}",
        [
            ("meta", "News"),
            ("meta", "News"),
            ("heading", TITLE),
            ("meta", TITLE),
            ("lead", LEAD),
            ("body", BODY),
        ],
    ),
    "a title repeated with the site's name": (
        f"{TITLE}\n\n{TITLE} | Bay News\n\n{LEAD}",
        [("heading", TITLE), ("meta", f"{TITLE} | Bay News"), ("lead", LEAD)],
    ),
    "a section in capitals": (
        f" date 2021-03-30 MULTIMEDIA\n\n{LEAD}",
        [("meta", "MULTIMEDIA"), ("lead", LEAD)],
    ),
    "a link to the original": (
        f" date 2022-09-29 Read full article on original website\n\n{LEAD}",
        [("meta", "Read full article on original website"), ("lead", LEAD)],
    ),
    "the cross that closed a window, before a title": (
        f" date 2019-03-30 × {TITLE}\n\n{LEAD}",
        [("meta", "×"), ("heading", TITLE), ("lead", LEAD)],
    ),
    "the cross that closed a window, before the lead": (
        f" date 2019-03-30 × {LEAD}",
        [("meta", "×"), ("lead", LEAD)],
    ),
    "a month, a category and the day": (
        f" date 2021-03 Category: World Published on March 30, 2021 {LEAD}",
        [("meta", "Category: World"), ("meta", "Published on March 30, 2021"), ("lead", LEAD)],
    ),
    "a byline on two lines": (
        f"{TITLE}\nBy\nWeb Desk\n{LEAD}",
        [("heading", TITLE), ("meta", "By"), ("meta", "Web Desk"), ("lead", LEAD)],
    ),
    "a byline without a name": (
        f"{TITLE}\nBY: - March 31, 2021\n{LEAD}",
        [("heading", TITLE), ("meta", "BY: - March 31, 2021"), ("lead", LEAD)],
    ),
    "a source and a time before the lead": (
        f"{TITLE}\nSource: Agencies | 00:05 {LEAD}",
        [("heading", TITLE), ("meta", "Source: Agencies | 00:05"), ("lead", LEAD)],
    ),
    "a header of dashed lines": (
        f"-- {TITLE}\n-- By Jane Roe\n-- 2019-05-06\n-- https://bay.example/1\n\n{LEAD}",
        [
            ("heading", f"-- {TITLE}"),
            ("meta", "-- By Jane Roe"),
            ("meta", "-- 2019-05-06"),
            ("meta", "-- https://bay.example/1"),
            ("lead", LEAD),
        ],
    ),
    "a short first line as the title": (
        f"{TITLE}\n\n{LEAD}\n\n{BODY}",
        [("heading", TITLE), ("lead", LEAD), ("body", BODY)],
    ),
    "an old wire copy in capitals": (
        "OLDPORT (AP) - THE HARBOUR WILL CLOSE . THE COUNCIL SAID SO .\nNOBODY COMPLAINED AT ALL .",
        [
            ("lead", "OLDPORT (AP) - THE HARBOUR WILL CLOSE . THE COUNCIL SAID SO ."),
            ("body", "NOBODY COMPLAINED AT ALL ."),
        ],
    ),
    "windows newlines": (f"{LEAD}\r\n\r\n{BODY}\r\n", [("lead", LEAD), ("body", BODY)]),
    "old mac newlines": (f"{LEAD}\r\r{BODY}\r", [("lead", LEAD), ("body", BODY)]),
    "a byte order mark": (f"\ufeff date 2021-01-10 {LEAD}", [("lead", LEAD)]),
    "indented paragraphs": (f"    {LEAD}\n\n\t  {BODY}\n", [("lead", LEAD), ("body", BODY)]),
    "runs of blank lines": (f"\n\n{LEAD}\n \n\n\t\n{BODY}\n\n", [("lead", LEAD), ("body", BODY)]),
    "a paragraph on each line": (
        f"{LEAD}\n{BODY}\nNobody complained.\nThe fish were not asked.",
        [
            ("lead", LEAD),
            ("body", BODY),
            ("body", "Nobody complained."),
            ("body", "The fish were not asked."),
        ],
    ),
    "lines wrapped at a width": (
        "The harbour at Oldport will close for three weeks in May, the\n"
        "council said on Monday, while divers mend the eastern wall. No\n"
        "boat may moor there.\n\n"
        "Mayor Roe, who was a diver in her youth, asked for patience in\n"
        "the town.",
        [
            (
                "lead",
                "The harbour at Oldport will close for three weeks in May, the council said on "
                "Monday, while divers mend the eastern wall. No boat may moor there.",
            ),
            (
                "body",
                "Mayor Roe, who was a diver in her youth, asked for patience in the town.",
            ),
        ],
    ),
    "wrapped lines whose paragraphs are indented": (
        "   The harbour at Oldport will close for three weeks in May, the\n"
        "council said on Monday, while divers mend the eastern sea wall.\n"
        "   Nobody complained, but the fishermen of the lower town asked to\n"
        "be paid.",
        [
            (
                "lead",
                "The harbour at Oldport will close for three weeks in May, the council said on "
                "Monday, while divers mend the eastern sea wall.",
            ),
            (
                "body",
                "Nobody complained, but the fishermen of the lower town asked to be paid.",
            ),
        ],
    ),
    "a title straight above wrapped lines": (
        f"{TITLE}\n"
        "The harbour at Oldport will close for three weeks in May, the\n"
        "council said on Monday, while divers mend the eastern wall.\n",
        [
            ("heading", TITLE),
            (
                "lead",
                "The harbour at Oldport will close for three weeks in May, the council said on "
                "Monday, while divers mend the eastern wall.",
            ),
        ],
    ),
    "a title that stands twice on the only line": (
        " date 2006-04-11 OLDPORT CLOSES HARBOUR FOR REPAIR    OLDPORT CLOSES HARBOUR FOR REPAIR"
        "     April 11  2006   For Immediate Release   OLDPORT  U S  The harbour will close  said"
        " the mayor   Boats must moor across the bay",
        [
            ("heading", "OLDPORT CLOSES HARBOUR FOR REPAIR"),
            ("meta", "OLDPORT CLOSES HARBOUR FOR REPAIR"),
            ("meta", "April 11 2006"),
            ("meta", "For Immediate Release"),
            (
                "lead",
                "OLDPORT U S The harbour will close said the mayor Boats must moor across the bay",
            ),
        ],
    ),
    "a title from which the lead begins again": (
        f"{TITLE} for repair {TITLE} for repair in May, and boats must moor across the bay.",
        [
            ("heading", f"{TITLE} for repair"),
            ("lead", f"{TITLE} for repair in May, and boats must moor across the bay."),
        ],
    ),
    "runs of spaces where punctuation was": (
        "The harbour will close in May  said the mayor   Boats must moor across the bay",
        [("lead", "The harbour will close in May said the mayor Boats must moor across the bay")],
    ),
    "thousands of spaces between words": (
        "The harbour" + " " * 3000 + "will close   in May" + " " * 2000 + "said the mayor",
        [("lead", "The harbour will close in May said the mayor")],
    ),
    "one line of sixty kilobytes": (f"{LEAD} " * 500, [("lead", " ".join([LEAD] * 500))]),
    "a file of markdown": (
        f"# {TITLE}\n\n{LEAD}\n\n## What next?\n\nNobody really knows.",
        [
            ("heading", f"# {TITLE}"),
            ("lead", LEAD),
            ("heading", "## What next?"),
            ("body", "Nobody really knows."),
        ],
    ),
    "a heading between blank lines": (
        f"{LEAD}\n\nThe divers\n\n{BODY}",
        [("lead", LEAD), ("heading", "The divers"), ("body", BODY)],
    ),
    "a list, whose items are no headings": (
        f"{LEAD}\n\nApples\n\nPears\n\n{BODY}",
        [("lead", LEAD), ("body", "Apples"), ("body", "Pears"), ("body", BODY)],
    ),
    "leftovers at the end": (
        f"{LEAD}\n\nAdvertisement\n\n* * *\n\nhttps://bay.example/1",
        [
            ("lead", LEAD),
            ("meta", "Advertisement"),
            ("meta", "* * *"),
            ("meta", "https://bay.example/1"),
        ],
    ),
    "German": (
        "Hafen wird geschlossen\n\nDer Hafen von Altstadt wird im Mai geschlossen, sagte der Rat.",
        [
            ("heading", "Hafen wird geschlossen"),
            ("lead", "Der Hafen von Altstadt wird im Mai geschlossen, sagte der Rat."),
        ],
    ),
    "Turkish": (
        "İskele mayısta üç hafta kapalı kalacak, dedi belediye.\n\nKimse şikâyet etmedi.",
        [
            ("lead", "İskele mayısta üç hafta kapalı kalacak, dedi belediye."),
            ("body", "Kimse şikâyet etmedi."),
        ],
    ),
    "Arabic": (
        "أعلنت السلطات إغلاق الميناء لمدة ثلاثة أسابيع.\n\nلم يشتك أحد.",
        [("lead", "أعلنت السلطات إغلاق الميناء لمدة ثلاثة أسابيع."), ("body", "لم يشتك أحد.")],
    ),
    "Gujarati": (
        "બંદર ત્રણ અઠવાડિયા માટે બંધ રહેશે।\n\nકોઈએ ફરિયાદ કરી નથી।",
        [("lead", "બંદર ત્રણ અઠવાડિયા માટે બંધ રહેશે।"), ("body", "કોઈએ ફરિયાદ કરી નથી।")],
    ),
    "Chinese": (
        " date 2020-05-06 港口将于五月关闭\n\n市议会周一表示，港口将关闭三周。\n\n没有人抱怨。",
        [
            ("heading", "港口将于五月关闭"),
            ("lead", "市议会周一表示，港口将关闭三周。"),
            ("body", "没有人抱怨。"),
        ],
    ),
    "nothing but leftovers": (
        "News\n\nAdvertisement",
        [("meta", "News"), ("meta", "Advertisement")],
    ),
    "nothing but white space": (" \n\n\t", []),
    "nothing": ("", []),
    "nothing but a header": (" date 2021-01-10 ", []),
    "a single word": ("Hello", [("lead", "Hello")]),
}


@pytest.mark.parametrize(("text", "paragraphs"), FORMS.values(), ids=FORMS)
def test_paragraphs_and_their_kinds(text: str, paragraphs: list[tuple[str, str]]) -> None:
    assert shape(parse(text)) == paragraphs


GAP = " " * 20
TOLD = f"{LEAD} {BODY}"
FURNITURE = {
    "a list of topics": (
        f" date 2006-08-23 Latest News{GAP}TOPICS{GAP}Latest{GAP}News{GAP}"
        f"FOR IMMEDIATE RELEASE  August 23  2006 {TITLE}{GAP}{TOLD}",
        ["meta", "meta", "meta", "meta", "meta", "meta", "heading", "lead"],
    ),
    "a filter": (f"Filter by:\n\n{TITLE}\n\n{LEAD}", ["meta", "heading", "lead"]),
    "a filter on the same line": (f"Filter by{GAP}{TITLE}{GAP}{TOLD}", ["meta", "heading", "lead"]),
    "whom to ask": (f"Contact{GAP}Jane Roe{GAP}{TITLE}{GAP}{TOLD}", ["meta", "heading", "lead"]),
    "whom to ask, by telephone": (
        f"Press Office{GAP}Contact  Jane RoePhone  555 010 1234{GAP}{TITLE}{GAP}{TOLD}",
        ["meta", "meta", "heading", "lead"],
    ),
    "nobody to ask": (f"Contact{GAP}{TITLE}{GAP}{TOLD}", ["meta", "heading", "lead"]),
    "whom to ask, on lines": (
        f"{TITLE}\n\nPress Contacts: Jane Roe\nJane Roe (555) 010-1234\n\n{LEAD}",
        ["heading", "meta", "meta", "lead"],
    ),
    "only whom to ask": ("Press Contact\n   Jane Roe +44 20 7946 0000", ["meta", "meta"]),
    "a day in digits": (
        f"Contact  Jane Roe  555 010 1234{GAP}Date  02 09 2005  {TITLE}{GAP}{TOLD}",
        ["meta", "meta", "heading", "lead"],
    ),
    "a label before a day": (
        f"For Immediate Release: February 8, 2005\n{TITLE}\n{LEAD}",
        ["meta", "meta", "heading", "lead"],
    ),
    "a label before the title": (f"Media Release: {TITLE}\n{LEAD}", ["meta", "heading", "lead"]),
    "a newsroom with a long name": (
        f"The Harbour Office of Oldport  and of the Lower Bay   News Room{GAP}{TITLE}{GAP}{TOLD}",
        ["meta", "heading", "lead"],
    ),
    # and what is none
    "a number in a sentence": (f"Call 555 010 1234 to be told more.\n\n{LEAD}", ["lead", "body"]),
    "a number in a title": (
        f"Call 555 010 1234 to be told more of the harbour of Oldport\n\n{LEAD}",
        ["heading", "lead"],
    ),
    "a contact in the text": (
        f"{LEAD}\n\nContact\n\n{BODY}\n\nContact lenses are not allowed.",
        ["lead", "heading", "body", "body"],
    ),
}


@pytest.mark.parametrize(("text", "kinds"), FURNITURE.values(), ids=FURNITURE)
def test_a_pages_furniture_is_no_headline(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in shape(parse(text))] == kinds


HEADLINES = [
    (f"{TITLE}    May 2nd  2021   {TOLD}", TITLE, False),
    (f"Oldport harbour office{GAP}{TITLE} for repair{GAP}{TOLD}", f"{TITLE} for repair", False),
    (f"News{GAP}{TITLE}{GAP}Boats must moor across the bay{GAP}{TOLD}", TITLE, False),
    (f" date 2021-01-10 {TITLE}\n\n{LEAD}", TITLE, False),
    (f"# {TITLE}\n\n{LEAD}", TITLE, False),
    (f"-- {TITLE}\n-- By Jane Roe\n\n{LEAD}", TITLE, False),
    (f" × {TITLE}\n\n{LEAD}", TITLE, False),
    (f"Oldport   closes\u00a0its harbour\n\n{LEAD}", TITLE, False),
    ("Is the harbour closed?\n\n" + LEAD, "Is the harbour closed?", False),
    (LEAD, CUT, True),
    (f"MOSCOW, March 29. /TASS/. {LEAD}", CUT, True),
    (f"Advertisement\n\n{LEAD}", CUT, True),
    ("Nobody complained about it. The fish were not asked.", "Nobody complained about it", True),
    ("No. The fish were not asked.", "No. The fish were not asked", True),
    ("Dr. Roe of the U.S. Navy dived. Nobody saw it.", "Dr. Roe of the U.S. Navy dived", True),
    (
        "Late last week Sens. Ada Roe and Bea Lee dived. Nobody saw it.",
        "Late last week Sens. Ada Roe and Bea Lee dived",
        True,
    ),
    (
        "Capt. Ada Roe dived with Sens. \n Bea Lee and Cy Poe in the bay. Nobody saw it.",
        "Capt. Ada Roe dived with Sens. Bea Lee and Cy Poe in the bay",
        True,
    ),
    (
        "The harbour council of Oldport sent for the divers and for Captain Ada Roe by Sen. Lee.",
        "The harbour council of Oldport sent for the divers and for Captain Ada Roe ...",
        True,
    ),
    (
        "They dived for three days off NATO. Nobody saw it.",
        "They dived for three days off NATO",
        True,
    ),
    ("Hello", "Hello", True),
    ("Wait for the tide...", "Wait for the tide...", True),
    (
        "Divers of three countries began to mend the wall of Oldport, which a storm broke in 1987 "
        "and again last spring.",
        "Divers of three countries began to mend the wall of Oldport ...",
        True,
    ),
    (
        "市议会周一表示港口将在五月关闭三周。船只必须停泊在海湾对面，直到潜水员修复东墙以及港口其他设施。",
        "市议会周一表示港口将在五月关闭三周",
        True,
    ),
    ("News\n\nAdvertisement", "News Advertisement", True),
    ("Press Contact\n Ada Roe (202) 555-0101", "Press Contact Ada Roe (202) 555-0101", True),
    ("* * *\n\n---", "(no text)", True),
    ("", "(no text)", True),
]


@pytest.mark.parametrize(("text", "headline", "derived"), HEADLINES)
def test_the_headline_is_given_or_cut_from_the_lead(
    text: str, headline: str, derived: bool
) -> None:
    content = parse(text)
    assert (content.headline, content.headline_derived) == (headline, derived)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"# {TITLE}\n\n{LEAD}", TITLE),
        (f"MOSCOW, March 29. /TASS/. {LEAD}", CUT.removesuffix(" ...")),
        (
            "Nobody complained. The fish were not asked.",
            "Nobody complained. The fish were not asked.",
        ),
        ("", ""),
    ],
)
def test_the_headline_tells_where_it_was_found(text: str, words: str) -> None:
    content = parse(text)
    assert content.headline_span.of(content.text) == words


BYLINES = [
    (f"{TITLE}\nBy\nWeb Desk\n{LEAD}", "Web Desk"),
    (f"{TITLE}\n\nBy Jane Roe\n\n{LEAD}", "Jane Roe"),
    (f"{TITLE}\n\n{LEAD}\n\nBy Jane Roe\n\n{BODY}", "Jane Roe"),
    (f"-- {TITLE}\n-- By Jane Roe\n\n{LEAD}", "Jane Roe"),
    (f"{TITLE}\n\nBY JANE ROE, Staff Writer\n\n{LEAD}", "JANE ROE"),
    (
        f"{TITLE}\n\nBy Jane van der Roe and John Doe | Bay News\n\n{LEAD}",
        "Jane van der Roe and John Doe",
    ),
    (f"{TITLE}\n\nBy Jane Roe - March 31, 2021\n\n{LEAD}", "Jane Roe"),
    (f"{TITLE}\n\nBy AFP\n\n{LEAD}", "AFP"),
    (f"{TITLE}\n\nBy The Associated Press\n\n{LEAD}", "The Associated Press"),
    (f"{TITLE}\n\nWritten by Jane Roe\n\n{LEAD}", "Jane Roe"),
    # and what is none
    (f"{TITLE}\nBY: - March 31, 2021\n{LEAD}", None),
    (f"{TITLE}\n\nBy the sea, at last\n\n{LEAD}", None),
    (f"By Design\n\n{LEAD}", None),
    (f"{TITLE}\n\nBy Monday the wall was mended.\n\n{LEAD}", None),
    (f"By May the harbour will be open. {BODY}", None),
    (LEAD, None),
]


@pytest.mark.parametrize(("text", "byline"), BYLINES)
def test_the_byline_is_the_name_alone(text: str, byline: str | None) -> None:
    content = parse(text)
    assert content.byline == byline
    assert (content.byline_span and content.byline_span.of(content.text)) == byline


DATELINES = [
    (f"MOSCOW, March 29. /TASS/. {LEAD}", "MOSCOW, March 29. /TASS/"),
    (f"WASHINGTON (AP) - {LEAD}", "WASHINGTON (AP)"),
    (f"WASHINGTON (AP) — {LEAD}", "WASHINGTON (AP)"),
    (f"HONOLULU -- {LEAD}", "HONOLULU"),
    (f"SAN FRANCISCO--{LEAD}", "SAN FRANCISCO"),
    (f"LONDON, (Reuters) – {LEAD}", "LONDON (Reuters)"),
    (f"London (Reuters) - {LEAD}", "London (Reuters)"),
    (f"LOUISVILLE, Ky. (AP) -- {LEAD}", "LOUISVILLE, Ky. (AP)"),
    (f"NEW DELHI, March 3 (PTI): {LEAD}", "NEW DELHI, March 3 (PTI)"),
    (f"OLDPORT, April 11, 2006 /BayWire/ -- {LEAD}", "OLDPORT, April 11, 2006 /BayWire/"),
    (f"Washington, D.C. - {LEAD}", "Washington, D.C."),
    (f"Wilmington, DE -- {LEAD}", "Wilmington, DE"),
    (f"MÜNCHEN – {LEAD}", "MÜNCHEN"),
    (f"OLDPORT, 3 March 2020 - {LEAD}", "OLDPORT, 3 March 2020"),
    (f"OLDPORT, 3rd March, 2020 – {LEAD}", "OLDPORT, 3rd March, 2020"),
    (f"OLDPORT, Tuesday, 3 March 2020 - {LEAD}", "OLDPORT, Tuesday, 3 March 2020"),
    (f"OLDPORT 3 March 2020 -- {LEAD}", "OLDPORT, 3 March 2020"),
    (f"OLDPORT, 3 March (AP) - {LEAD}", "OLDPORT, 3 March (AP)"),
    (f"OLDPORT, 3 March /TASS/. {LEAD}", "OLDPORT, 3 March /TASS/"),
    # and what is none
    (LEAD, None),
    (f"BREAKING - {LEAD}", None),
    (f"Monday - {LEAD}", None),
    (f"Oldport, 3 March 2020 - {LEAD}", None),
    (f"OLDPORT, 3 March 2020: {LEAD}", None),
    (f"OLDPORT, 3 Marches - {LEAD}", None),
    ("OLDPORT 3, QUILLMERE 1 - the score told little of a match that was even to the end.", None),
    (f"SENATOR JANE ROE (D-DE) - {LEAD}", None),
    ("OLDPORT HARBOUR - A WALL BROKEN BY THE SEA IS TO BE MENDED IN MAY .", None),
    ("The Harbour Workers Union (HWU) - the largest in the bay - was not asked about it.", None),
    ("US - China trade grew, the council said on Monday in a report about the harbour.", None),
]


@pytest.mark.parametrize(("text", "dateline"), DATELINES)
def test_the_dateline_is_the_place_and_the_agency(text: str, dateline: str | None) -> None:
    assert parse(text).dateline == dateline


def test_a_dateline_is_read_under_a_title_too() -> None:
    assert parse(f"{TITLE}\n\nLONDON (Reuters) - {LEAD}").dateline == "LONDON (Reuters)"


def test_a_line_broken_behind_a_title_goes_on_with_the_name() -> None:
    content = parse("The council wrote to Sens.\n  Ada Roe and Bea Lee.\nNobody answered.")
    assert [each.span.of(content.text) for each in content.paragraphs] == [
        "The council wrote to Sens.\n  Ada Roe and Bea Lee.",
        "Nobody answered.",
    ]


@pytest.mark.parametrize("broken", ["at 12 Main St.\nOldport", "to the Sens.\n\nAda Roe dived."])
def test_a_street_or_a_blank_line_ends_a_paragraph_though(broken: str) -> None:
    assert len(parse(f"The council wrote {broken}").paragraphs) == 2


BEGUN = "Ada Roe of Oldport dived to the wall today and found"
OFFICE = "the chairman of the Senate Committee on Harbours, Walls and the Tide"
STATED = "Harbour Leader Ada Roe, D-Md., and Sen. Lee (R-Ga.) today issued the following statement"


@pytest.mark.parametrize(
    "place",
    [
        "WASHINGTON, DC - ",
        "WASHINGTON D C  ",
        "Washington, D.C. ",
        "(Washington, D.C.) ",
        "Washington  D C   ",
        "OLDPORT, ME -- ",
        "Oldport, ME  ",
        "OLDPORT (Aug. 1, 2006) – ",
        "Washington, D.C. March 3, 2006 ",
        "WASHINGTON DC",
    ],
)
def test_a_headline_is_cut_behind_the_place(place: str) -> None:
    content = parse(f"{place}{BEGUN} {'nothing ' * 20}there.")
    assert content.headline.startswith(BEGUN)
    assert content.text.startswith(place)


@pytest.mark.parametrize(
    "opening",
    [
        "MADE IN AMERICA Tour Opens",
        "Oldport City Council Meets",
        "ADVISORY, DC - Oldport",
        "Boats in DC Harbour moor",
        "Ada Roe DCA Airport",
        "WALL, ME DIVERS FOUND A HOLE IN IT AND",
    ],
)
def test_what_is_no_place_stays_in_the_headline(opening: str) -> None:
    assert parse(f"{opening} {BEGUN} nothing.").headline.startswith(opening)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            f"{STATED} on the closing of the eastern wall of Oldport:\n“A sad day.”",
            "Statement on the closing of the eastern wall of Oldport",
        ),
        (
            f"{STATED} today, after the storm:\n“A sad day for all who live behind it.”",
            "Statement today, after the storm",
        ),
        (f"{STATED}:\n“The wall was old.” Nobody laughed.", "“The wall was old.” Nobody laughed"),
        (f"{STATED} today. The wall of Oldport was old.", "The wall of Oldport was old"),
        (f"{STATED}   The wall of Oldport was old", "The wall of Oldport was old"),
        (
            f"WASHINGTON, DC - {STATED} this morning on the wall of Oldport.",
            "Statement this morning on the wall of Oldport",
        ),
        (
            f"Ada Roe, {OFFICE}, delivered the following remarks on the floor Tuesday:\n"
            "“The wall of Oldport was old.” Nobody laughed.",
            "“The wall of Oldport was old.”",
        ),
        (
            "Ada Roe made the following statement on the tide:",
            "Ada Roe made the following statement on the tide:",
        ),
        (
            f"{STATED}:",
            "Harbour Leader Ada Roe, D-Md., and Sen. Lee (R-Ga.) today issued the following ...",
        ),
        (
            f"After the wall of Oldport fell into the bay in the storm, {STATED}: “A sad day.”",
            "After the wall of Oldport fell into the bay in the storm, Harbour Leader Ada Roe ...",
        ),
        (
            f"Ada Roe, {OFFICE}, today called for divers who can mend the wall.",
            "Ada Roe today called for divers who can mend the wall",
        ),
        (
            f"Ada Roe, D-Md., {OFFICE}, and Sen. Bea Lee called for divers who can mend the wall.",
            "Ada Roe, D-Md. and Sen. Bea Lee called for divers who can mend the wall",
        ),
        ("Ada Roe, the mayor, dived.", "Ada Roe, the mayor, dived"),
    ],
)
def test_a_headline_is_cut_from_what_tells_most(text: str, headline: str) -> None:
    assert parse(text).headline == headline
