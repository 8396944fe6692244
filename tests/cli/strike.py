"""An invented archive with a story in it: the ferry strike of Quillmere, told by two papers.

It is what the README's second session is typed on, and small enough to be read whole;
`python3 tests/cli/strike.py` writes it into `quillmere`.
"""

from pathlib import Path

ARTICLES = {
    "bugle/2023-02-01 regatta.txt": (
        "2023-02-01",
        "Regatta to go ahead in May",
        "The Quillmere regatta will go ahead in May, the harbour office said on Wednesday. "
        "Forty boats have entered.",
        "“We have waited three years for this,” said harbour master Ada Fennimore.",
    ),
    "bugle/2023-02-20 budget.txt": (
        "2023-02-20",
        "Council cuts money for the ferry",
        "Quillmere Council voted on Monday to cut what it pays for the ferry by a third. "
        "Mayor Tobias Quill called the vote painful.",
        "“Nobody wanted this,” Mr Quill said. “The money is simply not there.”",
        "The ferry carries four hundred people a day to Port Ellery.",
    ),
    "bugle/2023-03-06 strike.txt": (
        "2023-03-06",
        "Ferry crews walk out at Quillmere",
        "Ferry crews at Quillmere walked out on Monday in a strike over pay, and no boat left "
        "the quay. The strike follows a cut in what the council pays.",
        "“We will be back when the council is back,” said Nora Marsh, who speaks for the crews.",
        "Mayor Tobias Quill urged both sides to talk. “A strike helps nobody,” he said.",
    ),
    "herald/0306 ferry strike.txt": (
        "2023-03-06",
        "Strike stops Quillmere ferry",
        "Ferry crews at Quillmere walked out on Monday in a strike over pay, and no boat left "
        "the quay. The strike follows a cut in what the council pays.",
        "“We will be back when the council is back,” said Nora Marsh, who speaks for the crews.",
        "Mayor Tobias Quill urged both sides to talk. “A strike helps nobody,” he said. So it was.",
    ),
    "bugle/2023-03-07 talks.txt": (
        "2023-03-07",
        "Talks fail as ferry strike enters second day",
        "Talks between the council and the ferry crews failed on Tuesday, the second day of the "
        "strike. Shops in Port Ellery closed early.",
        "According to Ms Marsh, the council “never opened the envelope” with the crews' offer.",
    ),
    "herald/0308 school.txt": (
        "2023-03-08",
        "Ferry strike keeps sixty pupils from school",
        "Sixty pupils from Port Ellery missed school on Wednesday because of the ferry strike.",
        "“It is an adventure for a day and a nuisance for a week,” said head teacher Ola Finn.",
    ),
    "herald/0310 rowing.txt": (
        "2023-03-10",
        "Rowing club carries the post during the strike",
        "The rowing club of Quillmere carried the post to Port Ellery on Friday while the ferry "
        "strike went on. Forty letters got wet.",
        "Harbour master Ada Fennimore said: “I have seen worse crews.”",
    ),
    "bugle/2023-03-14 settled.txt": (
        "2023-03-14",
        "Ferry strike ends with a handshake on the quay",
        "The ferry strike at Quillmere ended on Tuesday. Crews get back half of what was cut, "
        "and the council a timetable.",
        "“It was never about the money alone,” said Nora Marsh after shaking the mayor's hand.",
        "“I should have opened the envelope,” Mr Quill admitted.",
    ),
    "bugle/2023-04-03 bell.txt": (
        "2023-04-03",
        "Old bell to be cast anew",
        "The old bell of Quillmere, cracked since the winter, will be cast anew in Port Ellery.",
        "It will travel by ferry, the harbour office said.",
    ),
    "herald/0512 regatta.txt": (
        "2023-05-12",
        "Regatta opens in calm weather",
        "The Quillmere regatta opened on Friday with forty boats and hardly any wind.",
        "“We drift with dignity,” said Ada Fennimore.",
    ),
}


def write(folder: Path) -> Path:
    """Write the archive into `folder/quillmere`."""
    top = folder / "quillmere"
    for name, (date, headline, *paragraphs) in ARTICLES.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "\n\n".join([f" date {date} {headline}", *paragraphs]) + "\n"
        path.write_text(text, encoding="utf-8")
    return top


if __name__ == "__main__":
    write(Path())
