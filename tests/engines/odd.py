"""Hypothesis strategies: archives in which words and parts are as odd as news text gets."""

from fakes import Files
from hypothesis import strategies as st
from trees import HEADS, PATHS, sentences

ODD_WORDS = (
    *(
        "soft\u00adhyphen",
        "zero\u200dwidth",
        "J.R.R.",
        "U.S.'s",
        "x\u0301\u0323",
        "naïve",
        "ـ",
        "ـُ",
    ),
    *("12,000.50", "1.2.3", "3-2", "e-mail", "AT&T’s", "ﷺ", "ﬃ", "Ǆ", "ß", "ΰ", "İ", "ᾳ", "K", "½"),
    *("ราคา", "日本语", "한국어", "ひらカタ", "हिन्दी", "العربية", "עִבְרִית", "\ud800", "a\ud800b"),
    *(
        "under_score",
        "tab\tbed",
        "line\u2028end",
        "no\u00a0break",
        "NATO's",
        "ÉTÉ",
        "ÅÅ",
        "...",
        "—",
    ),
    *("x" * 300, "A.B", "b.", "'tis", "rock'n'roll", "O''B", "1'000", "c++", "№5", "²", "Ⅻ", "٣٤"),
)

QUOTE = "we never saw the grey heron come back to the mill pond in all those years"
"""Long enough to be known for a pull quote where it stands twice."""

odd_sentences = st.lists(
    st.sampled_from(ODD_WORDS) | sentences | st.text(max_size=4), min_size=1, max_size=9
).map(" ".join)


@st.composite
def odd_texts(draw: st.DrawFn) -> str:
    """Draw the text of a file: every part of an article, given or not, among odd words."""
    head = draw(st.sampled_from(HEADS))
    parts = [
        *draw(st.lists(odd_sentences, max_size=1)),
        *draw(st.sampled_from([[], ["By Nora Quill"], ["By NORA QUILL, The U.S. Desk"]])),
        *(f"{each}." for each in draw(st.lists(odd_sentences, max_size=3))),
    ]
    if draw(st.booleans()):
        said = f"“{QUOTE},” said Ann Moor. {draw(odd_sentences)}"
        parts += [said, f"{QUOTE} Ann Moor", *draw(st.sampled_from([[], [QUOTE.upper()]]))]
    if draw(st.booleans()):
        parts.append(f"{draw(odd_sentences)} (Picture: Ola Finn)")
    return head + draw(st.sampled_from(["\n\n", "\r\n\r\n", "\n \n"])).join(parts)


@st.composite
def odd_archives(draw: st.DrawFn) -> Files:
    """Draw up to eight files in a few folders."""
    drawn = draw(st.lists(st.tuples(st.sampled_from(PATHS), odd_texts()), max_size=8))
    return Files({f"{folder}/{at}.txt": text for at, (folder, text) in enumerate(drawn)})
