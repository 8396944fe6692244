"""Invented news from the town of Quillmere, for everything that is printed."""

from collections.abc import Sequence
from io import StringIO, TextIOWrapper

from newscli.core.answers import Found, ListAnswer, SearchAnswer, ShowAnswer
from newscli.core.article import (
    Article,
    ArticleDate,
    Content,
    DateSource,
    Kind,
    Paragraph,
    Span,
    Summary,
)
from newscli.core.choices import Sort
from newscli.core.reports import (
    Bar,
    CoveredFolder,
    DoctorAnswer,
    Finding,
    IndexAnswer,
    Pending,
    StatusAnswer,
)
from newscli.core.results import IndexReport, Passage, Skipped, Suggestion
from newscli.render import renderer
from newscli.render.form import Form, Look

FERRY = "feedfacecafe0001"
CLOCK = "feedfacecafe0002"
GEESE = "feedfacecafe0003"

HEADLINE = "Harbour ferry returns to Quillmere after nine winters"
LEAD = (
    "The harbour ferry of Quillmere will sail again on Monday, nine winters after the last one "
    "was sold for its brass, the town council decided by a single vote."
)
BODY = (
    "It is to cross at dawn and at dusk, and whenever somebody on the far quay rings the bell.\n"
    "Children, geese and the mayor travel without a ticket; everybody else pays in buttons."
)
QUOTE = "A town that cannot cross its own harbour is only half a town"
SPEAKER = "Ada Fennimore, ferry pilot"
CAPTION = "The ferry at the old quay, seen from the customs house"
CREDIT = "(Tobias Quill/Quillmere Lantern)"


def spans(text: str, word: str) -> tuple[Span, ...]:
    """Find every place of the word."""
    found, at = [], text.find(word)
    while at >= 0:
        found.append(Span(at, at + len(word)))
        at = text.find(word, at + 1)
    return tuple(found)


def content_of(
    *blocks: tuple[Kind, str],
    headline: str,
    date: ArticleDate | None = None,
    byline: str | None = None,
    dateline: str | None = None,
    derived: bool = False,
    notes: tuple[str, ...] = (),
) -> Content:
    """Join blocks to a text and say where each one stands in it."""
    text = "\n\n".join(block for _, block in blocks)
    paragraphs, at = [], 0
    for number, (kind, block) in enumerate(blocks, 1):
        by, credit = block.find(SPEAKER), block.find(CREDIT)
        paragraphs.append(
            Paragraph(
                number,
                kind,
                at,
                at + len(block),
                Span(at + by, at + by + len(SPEAKER)) if by >= 0 else None,
                Span(at + credit, at + credit + len(CREDIT)) if credit >= 0 else None,
            )
        )
        at += len(block) + 2
    place = max(text.find(headline), 0)
    return Content(
        text=text,
        paragraphs=tuple(paragraphs),
        headline=headline,
        headline_derived=derived,
        headline_span=Span(place, min(place + len(headline), len(text))),
        date=date,
        date_source=DateSource.HEADER if date else None,
        byline=byline,
        dateline=dateline,
        notes=notes,
    )


def article_of(content: Content) -> Article:
    """Give a content an identity."""
    return Article(FERRY, "/news", "/news/ferry.txt", content, "0" * 32)


def ferry_article() -> Article:
    """An article that has everything an article can have."""
    return article_of(
        content_of(
            (Kind.HEADING, HEADLINE),
            (Kind.META, "By Odo Marsh"),
            (Kind.LEAD, LEAD),
            (Kind.BODY, BODY),
            (Kind.QUOTE, f"{QUOTE} {SPEAKER}"),
            (Kind.HEADING, "Buttons, not coins"),
            (Kind.CAPTION, f"{CAPTION} {CREDIT}"),
            (Kind.BODY, "The bell is new. The old one rings in 鈴の町, its twin town."),
            (Kind.META, "Additional reporting by the harbour geese"),
            headline=HEADLINE,
            date=ArticleDate(2031, 2, 3),
            byline="Odo Marsh",
            dateline="QUILLMERE",
            notes=("the encoding was guessed: cp1252",),
        )
    )


def shown(article: Article, word: str = "ferry", place: str = "news/ferry.txt") -> ShowAnswer:
    """Light a word in an article to be read."""
    content = article.content
    return ShowAnswer(article, place, spans(content.text, word), spans(content.headline, word))


def passage_of(number: int, kind: Kind, start: int, text: str, word: str) -> Passage:
    """Make a passage that lights a word."""
    hits = tuple(Span(hit.start + start, hit.end + start) for hit in spans(text, word))
    return Passage(number, kind, start, start + len(text), text, hits)


def found_articles() -> tuple[Found, ...]:
    """Three lines of an answer: a whole one, one in wide letters, one without a date."""
    ferry = Summary(FERRY, "/news", "/news/ferry.txt", HEADLINE, False, ArticleDate(2031, 2, 3), 97)
    clock = Summary(
        CLOCK,
        "/news",
        "/news/clock.txt",
        "鈴の町から届いた時計、クイルミアの塔で初めて鳴る",
        False,
        ArticleDate(2031, 1),
        1204,
    )
    geese = Summary(
        GEESE,
        "/news",
        "/news/geese.txt",
        "Geese refuse the ferry, and walk round the whole harbour of Quillmere in a line that "
        "took the afternoon ...",
        True,
        None,
        12,
    )
    return (
        Found(
            1,
            ferry,
            "news/ferry.txt",
            7.25,
            (
                passage_of(3, Kind.LEAD, 69, LEAD, "ferry"),
                passage_of(7, Kind.CAPTION, 500, f"{CAPTION} {CREDIT}", "ferry"),
            ),
            spans(HEADLINE, "ferry"),
        ),
        Found(
            2,
            clock,
            "news/clock.txt",
            1.5,
            (passage_of(1, Kind.LEAD, 0, "塔の時計は町の ferry よりも古い。", "ferry"),),
        ),
        Found(3, geese, "news/geese.txt", 0.03125, (), spans(geese.headline, "ferry")),
    )


def search_answer(total: int = 128, offset: int = 0) -> SearchAnswer:
    """The answer to `ferry`."""
    return SearchAnswer(
        raw="ferry",
        any_word=False,
        since="2031-01-01",
        until=None,
        sort=Sort.RELEVANCE,
        total=total,
        offset=offset,
        limit=3,
        found=found_articles(),
    )


def list_answer() -> ListAnswer:
    """The same articles by date."""
    return ListAnswer(None, None, Sort.NEWEST, 3, 0, 10, found_articles())


def nothing(suggestion: Suggestion | None = None) -> SearchAnswer:
    """The answer to `fery`."""
    return SearchAnswer("fery", False, None, None, Sort.RELEVANCE, 0, 0, 10, (), suggestion)


def status_answer(pending: Pending | None = None) -> StatusAnswer:
    """An index of three articles."""
    return StatusAnswer(
        location="/home/ada/.local/share/newscli/index",
        format="whoosh/1",
        size=4_123_456,
        age=3 * 3600 + 120,
        articles=1303,
        words=45_120,
        undated=1,
        first=ArticleDate(2030, 11),
        last=ArticleDate(2031, 2, 3),
        by="month",
        bars=(
            Bar("2030-11", 3),
            Bar("2030-12", 0),
            Bar("2031-01", 1200),
            Bar("2031-02", 100),
        ),
        folders=(
            CoveredFolder("news", 1300),
            CoveredFolder("old news", 3, ("*.html",), missing=True),
        ),
        pending=pending or Pending(),
    )


def index_answer(dry_run: bool = False) -> IndexAnswer:
    """A run that found something of everything."""
    return IndexAnswer(
        report=IndexReport(
            added=(FERRY, CLOCK),
            changed=(GEESE,),
            removed=("feedfacecafe0009",),
            unchanged=1300,
            skipped=(Skipped("/news/photo.txt", "not text", "NUL bytes"),),
            notes={"/news/ferry.txt": ("the encoding was guessed: cp1252",)},
        ),
        places={FERRY: "news/ferry.txt", CLOCK: "news/clock.txt", GEESE: "news/geese.txt"},
        folders=("news",),
        articles=1303,
        seconds=2.25,
        dry_run=dry_run,
    )


def doctor_answer() -> DoctorAnswer:
    """Two findings, the serious one last."""
    return DoctorAnswer(
        location="/home/ada/.local/share/newscli/index",
        articles=1303,
        findings=(
            Finding(
                "undated",
                "1 article has no date",
                "`list` shows it last",
                ("news/geese.txt",),
                notes={"news/geese.txt": ("tells of no day",)},
            ),
            Finding(
                "clash",
                "23 files claim the same id",
                "rename them, then `newscli index`",
                tuple(f"news/{number}/ferry.txt" for number in range(23)),
                serious=True,
            ),
        ),
    )


Answer = (
    SearchAnswer | ListAnswer | IndexAnswer | StatusAnswer | DoctorAnswer | Sequence[ShowAnswer]
)


def printed(answer: Answer, form: Form, look: Look) -> str:
    """Print an answer into a string."""
    stream = StringIO()
    print_on(stream, answer, form, look)
    return stream.getvalue()


def print_on(stream: StringIO | TextIOWrapper, answer: Answer, form: Form, look: Look) -> None:
    """Print an answer by what it is."""
    to = renderer(form, stream, look=look)
    match answer:
        case SearchAnswer():
            to.search(answer)
        case ListAnswer():
            to.listing(answer)
        case IndexAnswer():
            to.index(answer)
        case StatusAnswer():
            to.status(answer)
        case DoctorAnswer():
            to.doctor(answer)
        case _:
            to.show(answer)
