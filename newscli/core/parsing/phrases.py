"""The words and phrases by which a page's parts are known: tables, and nothing else.

They are English; a text in another language meets none of them and is read by
its white space and punctuation alone. All are without case.
"""


def _table(written: str) -> frozenset[str]:
    """Read a table of phrases, which commas or new lines part."""
    return frozenset(filter(None, map(str.strip, written.replace("\n", ",").split(","))))


AGENCIES = _table(
    """
    aap, afp, agencies, alamy, ani, ansa, ap, associated press, the associated press, bloomberg
    canadian press, the canadian press, cp, dpa, efe, epa, getty, getty images, ians, interfax
    istock, kyodo, kyodo news, pa media, pa wire, press association, pti, reuters, ria novosti
    shutterstock, tass, upi, xinhua, yonhap
    """
)
"""News and picture agencies, as they sign."""

CRUMBS = _table(
    """
    advertisement, advertising, sponsored, menu, search, home, loading, next, previous
    share, share this, share this article, share this story, tweet, email, copy link, follow us
    print, print this page, comments, comment, view comments, subscribe
    sign in, log in, log out, back to top, click here, listen to this article, play video
    skip to content, skip to main content, skip to navigation, continue reading, read more
    related, related articles, related stories, related news, image, photo, video
    read full article on original website, read the full article, read the full story
    for immediate release, press release, news release, all rights reserved
    media release, filter by, press contact, press contacts, media contact, media contacts
    """
)
"""What no article says in a line of its own."""

SECTIONS = _table(
    """
    news, latest, latest news, breaking, breaking news, top stories, featured, features, general
    world, world news, international, national, nation, local, local news, multimedia, archive
    us, usa, uk, europe, asia, africa, middle east, americas, politics, crime, opinion, editorial
    business, economy, finance, markets, sport, sports, entertainment, lifestyle, culture, arts
    technology, tech, science, health, weather, education, environment, travel
    article, articles, blog, blogs, gallery, photos, videos
    topics, contact, contacts, press office
    newsroom, press room, press releases, news releases, press room news releases
    """
)
"""Names of a site's sections: crumbs before an article, but perhaps headings inside one."""

LABELS_OPEN = _table(
    """
    all, als, cat, con, cop, dat, fil, key, las, med, mod, pos, pre, pub, rea, rel, sec, see, sou
    tag, top, upd, via, (c)
    """
)
"""The first three characters of a page's labels, such as `Source:`, but for numbers and dashes."""

NO_PLACES = _table(
    """
    advisory, analysis, breaking, correction, editorial, exclusive, factbox, feature, interview
    live, news, note, opinion, photos, remarks, review, statement, timeline, update, urgent
    video, watch
    """
)
"""What stands in capitals before a dash and is not where the news comes from."""

STATES = _table(
    """
    ak, al, ar, az, ca, co, ct, dc, d.c., d. c., d c, de, fl, ga, hi, ia, id, il, in, ks, ky, la
    ma, md, me, mi, mn, mo, ms, mt, nc, nd, ne, nh, nj, nm, nv, ny, oh, ok, or, pa, ri, sc, sd
    tn, tx, ut, va, vt, wa, wi, wv, wy
    """
)
"""Codes behind a place in the United States, which vouch for it."""

NAME_PARTICLES = _table(
    "al, and, bin, da, de, del, der, di, dos, du, e, el, for, la, le, of, the, van, von, y, &"
)
"""Words of a name that are written small."""

DANGLING = _table(
    """
    a, an, and, are, as, at, be, but, by, for, from, has, have, her, his, how, in, into, is, it
    its, of, on, or, over, that, the, their, this, to, under, was, were, when, where, which, who
    why, will, with
    """
)
"""Words no headline should end on when it is cut."""
