"""Words whose full stop does not end a sentence: the one list of them.

Headlines, sentences, paragraphs and names are all cut by it. It is English, and read with
its capitals: `Sen.` is a title, `sen` is none. Letters by themselves (`J. R.`, `U.S.`) are
known by their look and stand in no list.
"""


def _table(written: str) -> frozenset[str]:
    return frozenset(written.split())


_OF_ONE_OR_MORE = _table(
    "Sen Rep Gov Gen Dr Prof Rev Col Lt Sgt Capt Maj Adm Cpl Cmdr Pres Supt Atty"
)

TITLES = (
    _OF_ONE_OR_MORE
    | {f"{title}s" for title in _OF_ONE_OR_MORE}
    | _table(
        """
        Mr Mrs Ms Messrs Mme Mmes Mlle Msgr Hon Fr Amb Ald Asst Brig Cdr Comdr Del Det Ens Insp
        Lieut Pfc Pvt Spc St Ste Sts
        SEN SENS REP REPS GOV GEN DR PROF REV COL LT SGT CAPT MR MRS ST
        """
    )
)
"""What stands before a name and is short for a title: a name goes on behind it."""

OF_NAMES = TITLES | _table("Jr Sr Mt Ft Inc Corp Ltd")
"""What stands in names or at their ends."""

_ALL = OF_NAMES | _table(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Ave Blvd Rd Bros Co Cos Assn Assoc Dept Dist Div Univ Con Res Sec
    No Nos Fig Figs Vol vs etc approx al
    """
)

_STATES = _table(
    """
    Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo
    Mont Neb Nebr Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo
    """
)
"""Behind a party (`R-Ga.`); elsewhere a state ends a sentence as often as not."""

ABBREVIATED = (
    rf"(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|Ph\.D|(?:\w+-)?(?:{'|'.join(sorted(_ALL))})"
    rf"|[A-Z]{{1,2}}-(?:{'|'.join(sorted(_STATES))}))"
)
"""A pattern of every abbreviation, the stop at its end left out."""
