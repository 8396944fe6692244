"""A small invented archive: the town of Quillmere and its neighbours, in a folder `news`."""

from pathlib import Path

FERRY = "fe110000cafe0001"
BELL = "be110000cafe0002"
CLOCK = "c10c0000cafe0003"
CLOUD = "c10c0001cafe0004"
GEESE = "9ee5e000cafe0005"
MARKET = "3a12c000cafe0006"
SUZU = "52520000cafe0007"
CAFE = "cafe0000cafe0008"
WIRE = "a11ca500cafe0009"
PORT = "0ddb0000cafe0010"

FERRY_TEXT = """\
 date 2021-01-10 Harbour ferry returns to Quillmere

The harbour ferry of Quillmere will sail again on Monday, the council said. \
Nobody had expected it before spring.

A town that cannot cross its harbour is half a town Ada Fennimore, ferry pilot

It crosses at dawn and at dusk, and whenever the bell on the far quay is rung.

The ferry at the old quay, seen from the customs house (Tobias Quill/AP)

“A town that cannot cross its harbour is half a town,” Ms Fennimore said.

Restrictions on geese were lifted at noon. US visitors travel without a ticket.
"""

TEXTS = {
    f"harbour/001_{FERRY}.txt": FERRY_TEXT,
    f"harbour/002_{BELL}.txt": """\
 date 2021-01-12 Old bell rings for the ferry

The old bell of Quillmere rang twelve times on Tuesday, and no ferry came.

It rings for us, the children said, and for the geese.
""",
    f"harbour/003_{GEESE}.txt": """\
Geese refuse to cross

The geese of Quillmere walked round the harbour on foot, all forty of them.
""",
    f"town/004_{CLOCK}.txt": """\
 date 2020-12-24 Town clock stops at tea time

The clock of Quillmere stopped at four on Thursday. Its restricted hands were freed with butter.
""",
    f"town/005_{CLOUD}.txt": """\
 date 2020-11 Cloud stays over Quillmere

A cloud has stayed over Quillmere for a month, and the clock cannot be seen.
""",
    f"town/market day/006_{MARKET}.md": """\
 date 2021-01-10 Market day brings O'Brien's buttons

A button costs a penny in the market of Quillmere. Mr O'Brien sells the F-16 kind, and AT&T buttons.
""",
    f"world/007_{SUZU}.txt": """\
 date 2019-06-01 鈴の町から時計が届く

鈴の町の時計がクイルミアに届いた。塔で初めて鳴る。
""",
    f"world/009_{WIRE}.txt": """\
 date 2018-03-05 STORM PASSES QUILLMERE

A STORM PASSED QUILLMERE ON MONDAY . THE US CONSUL LOST HIS HAT , OFFICIALS SAID .
""",
    f"world/010_{PORT}.text": """\
 date 2021-01-31 Port of Zelný opens

The port of Zelný opened its gates to the buttons of Quillmere on Sunday.
""",
}
CAFE_NAME = f"world/008_{CAFE}.txt"
CAFE_BYTES = (
    " date 2019-05-05 Café reopens in Quillmere\n\n"
    "The café of Zoë Marchbanks reopened on Sunday, with crème brûlée and a clock.\n"
).encode("cp1252")

ARTICLES = len(TEXTS) + 1


def write(folder: Path) -> Path:
    """Write the archive into `folder/news`."""
    news = folder / "news"
    for name, text in TEXTS.items():
        put(news / name, text)
    put(news / CAFE_NAME, CAFE_BYTES)
    return news


def put(path: Path, text: str | bytes) -> Path:
    """Write a file, and the folders on the way to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
