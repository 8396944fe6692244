"""Verbs by which words are attributed, and the nouns that speak without a name. Tables only."""

import re


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


FINITE = _words(
    """
    said says say told tells added adds tweeted tweets retweeted wrote writes stated states
    declared declares announced announces explained explains commented comments remarked remarks
    replied replies responded responds answered answers asked asks argued argues claimed claims
    insisted insists warned warns noted notes continued continues concluded concludes admitted
    admits acknowledged acknowledges confirmed confirms denied denies suggested suggests recalled
    recalls recounted quipped joked posted posts pleaded promised promises proposed proposes read
    reads emphasized emphasised emphasizes stressed stresses urged urges lamented testified reported
    reports described describes called calls praised criticized criticised defended defends spoke
    speaks observed observes predicted predicts vowed pledged shouted whispered exclaimed cried
    revealed reveals complained boasted conceded contended cautioned reiterated repeated agreed
    agrees maintained maintains mused recounts asserted asserts assured alleged advised affirmed
    bragged begged countered demanded elaborated estimated expressed hinted implied inquired
    interrupted interjected mentioned muttered offered opined ordered pronounced protested quoted
    reflected remembered remembers rejoined remarked sang screamed sighed summarised summarized
    thought thinks underlined welcomed mutter shout whisper declare reply insist
    """
)
PARTICIPLES = _words(
    """
    saying telling adding tweeting writing stating declaring announcing explaining commenting
    remarking replying responding asking arguing claiming insisting warning noting continuing
    concluding admitting suggesting recalling joking posting promising urging stressing calling
    describing quoting reading quipping emphasizing emphasising predicting vowing
    """
)
SAYING = _words("said says told tells added adds wrote writes tweeted tweets continued explained")
"""Verbs that may follow words which end with a full stop."""
GOING_ON = _words("added adds continued continues")
"""Verbs of somebody who has spoken just before."""
VERBS = FINITE | PARTICIPLES
_FINDING = r"(?:found|finds)(?=\.?\Z|[,:]\Z| that,?\Z)"
"""Verbs of reports at the end of a clause; elsewhere they tell of no words."""
VERB = re.compile(
    rf"\b(?:{'|'.join(sorted(VERBS, key=lambda verb: (-len(verb), verb)))}|{_FINDING})\b"
)
ACCORDING = re.compile(r"\b[Aa]ccording to |\b[Aa]s (?=[^,“\"]{1,80}\bput it\b)|\bin the words of ")
AWAY = re.compile(r"\b(?:in|to|at|on|for|by|with|of|from|after|about|that|during|via)\b")
"""Behind one of these no name is a subject."""
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b")
NAMELESS = re.compile(
    r"\b(?:official|officials|spokes(?:man|woman|person|people)|source|sources|witness|witnesses"
    r"|police|statement|decree|proclamation|report|letter|website|head|resident|residents|one"
    r"|another|doctor|lawyer|attendee|child|children|man|woman|boy|girl|pilot|neighbour|others"
    r"|somebody|nobody|investigators|police|critics|authorities|they|who|sign|notice|poster)\b",
    re.IGNORECASE,
)
"""Who speaks without being named: no name farther off is taken for theirs."""
PEOPLE = _words(
    """
    authorities businessmen colleagues congressmen critics delegates experts lawmakers legislators
    officials residents scientists
    """
)
"""Several who speak together, besides the plurals of callings."""
GROUPS = _words(
    """
    administration administrations aide aides ally allies attorney attorneys backer backers
    camp campaign campaigns family fans government governments lawyer lawyers office officials
    regime representative representatives spokesman spokesperson spokeswoman spokespeople staff
    staffers supporter supporters team voters
    """
)
"""Whoever belongs to the name that stands directly before: the name itself does not speak."""
ADVERB = re.compile(
    r"(?:\s|,|\([^)]{1,40}\)|\b(?:had|has|have|also|later|then|once|again|recently|further|earlier"
    r"|simply|only|himself|herself|too|reportedly|would|did|today|yesterday|is|was|first|never"
    r"|just|even|still|already|previously|publicly|repeatedly|[a-z]+ly"
    r"|(?:on |last )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)*\Z"
)
"""What may stand between a speaker and the verb."""
