"""Short first names of English, and the long ones they stand for. A table only.

It has those that are common in news, in small letters. One may stand for several: `ted`
is Edward or Theodore. Two short ones of the same long one are not each other's.
"""


def _table(written: str) -> dict[str, frozenset[str]]:
    """Read lines of a long name and its short ones."""
    found: dict[str, set[str]] = {}
    for line in filter(None, map(str.strip, written.splitlines())):
        long, *short = line.split()
        for each in short:
            found.setdefault(each, set()).add(long)
    return {short: frozenset(long) for short, long in found.items()}


LONG = _table(
    """
    abigail abby
    abraham abe
    albert al bert
    alan al
    alexander alex sandy
    alexandra alex sandra
    alfred al fred alf
    andrew andy drew
    anthony tony
    antonio tony
    arthur art
    barbara barb
    benjamin ben benny
    bernard bernie
    catherine cathy kate katie
    charles charlie chuck
    christine chris tina
    christopher chris
    clifford cliff
    cynthia cindy
    daniel dan danny
    david dave davy
    deborah deb debbie
    dennis denny
    donald don donnie
    dorothy dot
    douglas doug
    edmund ed ted
    edward ed eddie ned ted teddy
    edwin ed
    eleanor ellie
    elizabeth beth betsy betty liz lizzie eliza
    eugene gene
    francis frank
    franklin frank
    frederick fred freddie
    geoffrey geoff
    gerald gerry jerry
    gilbert gil
    gregory greg
    harold hal harry
    henry hank harry
    herbert herb
    jacob jake
    jacqueline jackie
    james jim jimmy jamie
    jeffrey jeff
    jennifer jen jenny
    jeremiah jerry
    jerome jerry
    jessica jess jessie
    john jack johnny
    jonathan jon
    joseph joe joey
    joshua josh
    judith judy
    katherine kate kathy katie kay
    kathleen kathy kate
    kenneth ken kenny
    lawrence larry
    leonard len lenny
    louis lou
    louise lou
    margaret maggie meg peggy
    martin marty
    matthew matt
    maxwell max
    melvin mel
    michael mick mickey mike
    mitchell mitch
    nancy nan
    nathan nate
    nathaniel nate nat
    nicholas nick
    norman norm
    pamela pam
    patricia pat patty tricia
    patrick pat paddy
    peter pete
    philip phil
    phillip phil
    randall randy
    randolph randy
    raymond ray
    rebecca becky
    richard dick rich rick ricky
    robert bob bobby rob robbie bert
    rodney rod
    roger rodge
    ronald ron ronnie
    rosemary rose
    rudolph rudy
    russell russ
    samantha sam
    samuel sam sammy
    sidney sid
    stanley stan
    stephen steve
    steven steve
    stuart stu
    susan sue susie
    suzanne sue
    terence terry
    theodore ted teddy theo
    theresa terry tess
    thomas tom tommy
    timothy tim
    victoria vicki vicky
    vincent vince
    walter walt wally
    wilfred will
    william bill billy will willie
    zachary zach zack
    """
)
"""By short name, the long ones."""


def are_one(one: str, other: str) -> bool:
    """Tell whether two first names may be the same person's."""
    return one == other or one in LONG.get(other, ()) or other in LONG.get(one, ())
