"""`newscli index` over the life of an archive: new, changed, renamed, gone, forgotten."""

import json
import os
from pathlib import Path

from cli.archive import ARTICLES, BELL, CLOCK, FERRY, GEESE, put
from cli.program import Newscli, Result


def counts(ran: Result) -> str:
    """Return what a run did, without how long it took."""
    assert ran.stdout.endswith(" s\n"), ran
    return ran.stdout.rsplit("; ", 1)[0]


def summary(added: int = 0, changed: int = 0, renamed: int = 0, removed: int = 0,
            unchanged: int = 0, skipped: int = 0, held: int = ARTICLES) -> str:  # fmt: skip
    """Write what a run did."""
    articles = "1 article" if held == 1 else f"{held} articles"
    return (
        f"{added} added, {changed} changed, {renamed} renamed, {removed} removed, "
        f"{unchanged} unchanged, {skipped} skipped; {articles} in the index"
    )


def test_a_fresh_clone_indexes_its_seeds(newscli: Newscli) -> None:
    seed = Path(__file__).parents[2] / "seeds" / "000_42846cca978d07a3.txt"
    put(newscli.cwd / "seeds" / seed.name, seed.read_bytes())
    assert counts(newscli("index")) == summary(added=1, held=1)
    found = newscli("search", "Taiwan")
    assert (found.ids, found.rows[0][1], found.status) == (["42846cca978d07a3"], "2021-01-10", 0)
    assert "«Taiwan»" in found.rows[0][4]
    page = newscli("show", "42846cca978d07a3").stdout
    for reference in ("4284", "1", "@1", "seeds/000_42846cca978d07a3.txt"):
        assert newscli("show", reference).stdout == page
    assert page.splitlines()[1] == "2021-01-10"
    assert counts(newscli("index")) == summary(unchanged=1, held=1)


def test_the_index_follows_its_folder(town: Newscli) -> None:
    news = town.cwd / "news"
    assert counts(town("index")) == summary(unchanged=ARTICLES)
    put(news / "harbour" / "gulls.txt", "Gulls elect a mayor\n\nHe is a herring gull.\n")
    put(news / "town" / f"004_{CLOCK}.txt", "Town clock runs again\n\nMarmalade did it.\n")
    (news / "harbour" / f"002_{BELL}.txt").rename(news / "world" / "bell.txt")
    (news / "harbour" / f"003_{GEESE}.txt").unlink()
    foretold = town("index", "--dry-run")
    assert [row[0] for row in foretold.rows] == ["added", "changed", "renamed", "removed"]
    assert [row[2] for row in foretold.rows] == [
        "news/harbour/gulls.txt", f"news/town/004_{CLOCK}.txt", "news/world/bell.txt",
        f"news/harbour/003_{GEESE}.txt",
    ]  # fmt: skip
    assert town("search", "marmalade").status == 1
    ran = town("index")
    assert counts(ran) == summary(added=1, changed=1, renamed=1, removed=1, unchanged=ARTICLES - 3)
    assert (ran.status, ran.stderr) == (0, "")
    found = town("search", "herring OR marmalade OR butter OR forty", "--paths").stdout
    assert sorted(found.splitlines()) == ["news/harbour/gulls.txt", f"news/town/004_{CLOCK}.txt"]
    assert town("show", "bell.txt", "--path").stdout == "news/world/bell.txt\n"
    assert town("show", GEESE).status == 1


def test_a_changed_article_keeps_its_id(newscli: Newscli) -> None:
    story = put(newscli.cwd / "news" / "story.txt", "First version\n")
    newscli("index", "news")
    before = newscli("list", "--ids").stdout
    put(story, "Second version, longer\n")
    assert counts(newscli("index")) == summary(changed=1, held=1)
    assert newscli("list", "--ids").stdout == before
    assert newscli("search", "first").status == 1


def test_files_that_cannot_be_articles_are_named_by_cause(newscli: Newscli) -> None:
    news = newscli.cwd / "news"
    put(news / "good.txt", "A good story")
    put(news / "empty.txt", "")
    put(news / "binary.txt", b"PNG\0\0")
    os.mkfifo(news / "pipe.txt")
    (news / "nowhere.txt").symlink_to("gone")
    (news / "loop").symlink_to(".")
    ran = newscli("index", "news")
    assert (ran.status, counts(ran)) == (4, summary(added=1, skipped=4, held=1))
    assert ran.stderr == (
        "note: 4 files were left out\n"
        f"  binary (1)\n    {news}/binary.txt: NUL byte at offset 3\n"
        f"  broken link (1)\n    {news}/nowhere.txt\n"
        f"  empty (1)\n    {news}/empty.txt\n"
        f"  not a regular file (1)\n    {news}/pipe.txt: a pipe\n"
    )
    assert newscli("search", "good", "--ids").status == 0


def test_a_file_that_becomes_unreadable_keeps_its_article(
    town: Newscli, unprivileged: Newscli
) -> None:
    path = town.cwd / "news" / "harbour" / f"003_{GEESE}.txt"
    path.write_text("Geese change their minds")
    path.chmod(0)
    ran = unprivileged("index")
    assert (ran.status, counts(ran)) == (4, summary(unchanged=ARTICLES - 1, skipped=1))
    assert ran.stderr == (
        f"note: 1 file was left out\n  unreadable (1)\n    {path}: permission denied\n"
    )
    assert town("search", "forty", "--ids").ids == [GEESE]


def test_an_article_whose_file_became_binary_stays_until_the_file_is_gone(town: Newscli) -> None:
    path = put(town.cwd / "news" / "harbour" / f"003_{GEESE}.txt", b"PNG\0\0")
    # The second time it is known to be binary, and not read.
    for unchanged in (ARTICLES - 1, ARTICLES):
        ran = town("index")
        assert (ran.status, counts(ran)) == (4, summary(unchanged=unchanged, skipped=1))
        assert town("search", "forty", "--ids").ids == [GEESE]
    path.unlink()
    ran = town("index")
    assert counts(ran) == summary(removed=1, unchanged=ARTICLES - 1, held=ARTICLES - 1)


def test_a_file_renamed_and_then_unreadable_keeps_its_article_and_is_counted(
    town: Newscli, unprivileged: Newscli
) -> None:
    path = town.cwd / "news" / "bell.txt"
    (town.cwd / "news" / "harbour" / f"002_{BELL}.txt").rename(path)
    path.chmod(0)
    ran = unprivileged("index")
    assert counts(ran) == summary(unchanged=ARTICLES - 1, skipped=1)
    assert town("list", "-c").stdout == f"{ARTICLES}\n"
    path.chmod(0o600)
    assert json.loads(town("index", "--dry-run", "--json").stdout)["articles"] == ARTICLES
    assert counts(unprivileged("index")) == summary(renamed=1, unchanged=ARTICLES - 1)


def test_a_dry_run_tells_how_many_articles_there_would_be(town: Newscli) -> None:
    news = town.cwd / "news"
    put(news / "gulls.txt", "Gulls elect a mayor")
    (news / "harbour" / f"003_{GEESE}.txt").rename(news / "geese.txt")
    for name in (f"harbour/001_{FERRY}.txt", f"town/004_{CLOCK}.txt"):
        (news / name).unlink()
    foretold = json.loads(town("index", "--dry-run", "--json").stdout)["articles"]
    assert foretold == json.loads(town("index", "--json").stdout)["articles"] == ARTICLES - 1


def test_an_article_leaves_with_its_file_though_an_unread_file_looks_like_it(
    newscli: Newscli,
) -> None:
    news = newscli.cwd / "news"
    for path in (put(news / "bell.txt", "The bell"), put(news / "photo.txt", b"PNG\0\0\0\0\0")):
        os.utime(path, ns=(1, 1_600_000_000_000_000_000))
    assert counts(newscli("index", "news")) == summary(added=1, skipped=1, held=1)
    (news / "bell.txt").unlink()
    assert counts(newscli("index")) == summary(removed=1, skipped=1, held=0)
    assert newscli("list", "-c").stdout == "0\n"
    assert counts(newscli("index")) == summary(skipped=1, held=0)


def test_an_article_leaves_with_its_file_though_another_folder_has_one_of_its_name(
    newscli: Newscli,
) -> None:
    gone = put(newscli.cwd / "a" / "story.txt", "The story of the bell")
    put(newscli.cwd / "b" / "gull.txt", "The story of the gull")
    newscli("index", "a", "b")
    before = newscli("list", "--ids").ids
    gone.unlink()
    put(newscli.cwd / "b" / "story.txt", "Another story")
    assert counts(newscli("index")) == summary(added=1, removed=1, unchanged=1, held=2)
    assert len(set(before).intersection(newscli("list", "--ids").ids)) == 1


def test_a_folder_that_is_away_keeps_its_articles(town: Newscli) -> None:
    news = town.cwd / "news"
    news.rename(town.cwd / "away")
    ran = town("index")
    assert (ran.status, counts(ran)) == (4, summary(unchanged=ARTICLES, skipped=1))
    assert ran.stderr == f"note: 1 file was left out\n  folder is missing (1)\n    {news}\n"
    assert town("search", "forty", "--ids").ids == [GEESE]
    (town.cwd / "away").rename(news)
    assert counts(town("index")) == summary(unchanged=ARTICLES)


def test_a_forgotten_folder_leaves_the_index_and_not_the_disk(town: Newscli) -> None:
    put(town.cwd / "more" / "extra.txt", "An extra story")
    assert counts(town("index", "more")) == summary(added=1, unchanged=ARTICLES, held=ARTICLES + 1)
    ran = town("index", "--forget", "news")
    assert counts(ran) == summary(removed=ARTICLES, unchanged=1, held=1)
    assert town("list", "--paths").stdout == "more/extra.txt\n"
    assert (town.cwd / "news" / "harbour" / f"001_{FERRY}.txt").exists()
    assert counts(town("index")) == summary(unchanged=1, held=1)


def test_to_forget_and_to_rebuild_at_once_leaves_the_index_as_it_was(town: Newscli) -> None:
    put(town.cwd / "more" / "extra.txt", "An extra story")
    town("index", "more")
    assert town("index", "--rebuild", "--forget", "more").status == 2
    assert town("list", "-c").stdout == f"{ARTICLES + 1}\n"
    assert town("index", "--forget", "more").status == 0
    assert counts(town("index", "--rebuild")) == summary(added=ARTICLES)


def test_several_folders_stay_in_one_index(newscli: Newscli) -> None:
    for name in ("one", "two", "two/inner"):
        put(newscli.cwd / name / "story.txt", f"A story of {name}")
    ran = newscli("index", "one", "two", "two/inner")
    assert counts(ran) == summary(added=3, held=3)
    (newscli.cwd / "one" / "story.txt").unlink()
    (newscli.cwd / "two" / "story.txt").unlink()
    # Only what is named is looked at; with no name, all of it is.
    assert counts(newscli("index", "two")) == summary(removed=1, unchanged=2, held=2)
    assert counts(newscli("index")) == summary(removed=1, unchanged=1, held=1)
    assert newscli("list", "--paths").stdout == "two/inner/story.txt\n"


def test_patterns_are_remembered_with_their_folder(newscli: Newscli) -> None:
    put(newscli.cwd / "wire" / "one.html", "The first wire")
    put(newscli.cwd / "wire" / "two.txt", "Not a wire")
    assert counts(newscli("index", "wire", "--glob", "*.html")) == summary(added=1, held=1)
    put(newscli.cwd / "wire" / "three.html", "The third wire")
    assert counts(newscli("index")) == summary(added=1, unchanged=1, held=2)


def test_a_folder_alone_is_read_as_it_is_together_with_the_one_its_links_lead_to(
    newscli: Newscli,
) -> None:
    put(newscli.cwd / "one" / "story.txt", "A story of one")
    put(newscli.cwd / "two" / "story.txt", "A story of two")
    (newscli.cwd / "two" / "link").symlink_to("../one")
    assert counts(newscli("index", "one", "two")) == summary(added=2, held=2)
    for folders in (("two",), ()):
        assert counts(newscli("index", *folders)) == summary(unchanged=2, held=2)


def test_a_folder_inside_another_has_patterns_of_its_own(newscli: Newscli) -> None:
    for place in ("a/one.txt", "a/two.html", "a/web/three.txt", "a/web/four.html", "b/five.txt"):
        put(newscli.cwd / place, f"The story of {place}")
    assert counts(newscli("index", "a", "b")) == summary(added=3, held=3)
    ran = newscli("index", "a/web", "--glob", "*.html")
    assert (ran.status, counts(ran)) == (0, summary(added=1, unchanged=3, held=4))
    # Whatever is looked at, both are read by their own patterns.
    put(newscli.cwd / "a" / "web" / "six.html", "The sixth story")
    for folders in ((), ("a",), ("a/web",)):
        assert newscli("index", *folders, "--dry-run").ids == ["added"]
    assert counts(newscli("index", "a")) == summary(added=1, unchanged=4, held=5)
    for folders in (("b",), ("a/web",), ()):
        assert counts(newscli("index", *folders)) == summary(unchanged=5, held=5)
    told = json.loads(newscli("status", "--json").stdout)
    assert [(each["path"], each["articles"], each["globs"]) for each in told["folders"]] == [
        ("a", 1, []), ("a/web", 3, ["*.html"]), ("b", 1, []),
    ]  # fmt: skip
    assert "new" not in {row[0] for row in newscli("doctor").rows}
    assert counts(newscli("index", "--rebuild")) == summary(added=5, held=5)
    # Forgotten, the inner one leaves what the outer one asks for.
    assert counts(newscli("index", "--forget", "a/web")) == summary(removed=2, unchanged=3, held=3)
    assert counts(newscli("index")) == summary(unchanged=3, held=3)
    assert counts(newscli("index", "a/web", "--glob", "*.html")) == summary(
        added=2, unchanged=3, held=5
    )
    assert counts(newscli("index", "--forget", "a")) == summary(removed=4, unchanged=1, held=1)
    assert counts(newscli("index")) == summary(unchanged=1, held=1)


def test_single_files_are_indexed_by_name(newscli: Newscli) -> None:
    put(newscli.cwd / "a" / "one.html", "The first story")
    put(newscli.cwd / "b" / "two\u2028\r\nwords.log", "The second story")
    put(newscli.cwd / "names", "a/one.html\r\nb/nosuch.txt\n")
    ran = newscli("index", "--files-from", "names")
    assert (ran.status, counts(ran)) == (4, summary(added=1, skipped=1, held=1))
    ran = newscli("index", "--files-from", "-", "-0", input="b/two\u2028\r\nwords.log\0")
    assert (ran.status, counts(ran)) == (0, summary(added=1, unchanged=1, held=2))
    assert counts(newscli("index")) == summary(unchanged=2, held=2)
    assert counts(newscli("index", "--rebuild")) == summary(added=2, held=2)
    (newscli.cwd / "a" / "one.html").unlink()
    ran = newscli("index")
    assert (ran.status, counts(ran)) == (0, summary(removed=1, unchanged=1, held=1))


def test_single_files_in_a_covered_folder_stay_until_they_are_gone(newscli: Newscli) -> None:
    for place in ("a/one.txt", "a/web/two.html", "a/web/.three.txt", "a/web/four.txt"):
        put(newscli.cwd / place, f"The story of {place}")
    newscli("index", "a")
    listing = "a/web/two.html\na/web/.three.txt\na/web/four.txt\n"
    ran = newscli("index", "--files-from", "-", input=listing)
    assert counts(ran) == summary(added=2, unchanged=2, held=4)
    for folders in ((), ("a",), ("a/web",)):
        assert counts(newscli("index", *folders)) == summary(unchanged=4, held=4)
    assert counts(newscli("index", "--rebuild")) == summary(added=4, held=4)
    assert "missing" not in {row[0] for row in newscli("doctor").rows}
    # New patterns say what the folder asks for, not what was listed.
    ran = newscli("index", "a", "--glob", "*.eml")
    assert counts(ran) == summary(removed=2, unchanged=2, held=2)
    assert counts(newscli("index")) == summary(unchanged=2, held=2)
    (newscli.cwd / "a" / "web" / "two.html").unlink()
    ran = newscli("index", "a")
    assert (ran.status, counts(ran)) == (0, summary(removed=1, unchanged=1, held=1))


def test_single_files_are_forgotten_with_a_folder_around_them(newscli: Newscli) -> None:
    for place in ("a/one.txt", "a/web/two.html", "a/web/three.txt", "b/c/four.html"):
        put(newscli.cwd / place, f"The story of {place}")
    newscli("index", "a")
    newscli("index", "--files-from", "-", input="a/web/two.html\nb/c/four.html\n")
    assert newscli("index", "--forget", "a/nosuch").stderr == (
        "error: `a/nosuch` is not a folder of this index\nhint: its folders are `a`\n"
    )
    # What the covered folder asks for stays.
    assert counts(newscli("index", "--forget", "a/web")) == summary(removed=1, unchanged=3, held=3)
    assert newscli("index", "--forget", "a/web").status == 2
    assert counts(newscli("index", "--forget", "b")) == summary(removed=1, unchanged=2, held=2)
    assert counts(newscli("index")) == summary(unchanged=2, held=2)


def test_a_rebuild_reads_everything_again_and_keeps_the_folders(town: Newscli) -> None:
    assert counts(town("index", "--rebuild", "--jobs", "1")) == summary(added=ARTICLES)
    assert town("search", "forty", "--ids").ids == [GEESE]


def test_two_files_with_one_id_are_both_reachable(newscli: Newscli) -> None:
    one = put(newscli.cwd / "news" / "a" / f"1_{GEESE}.txt", "The first story")
    two = put(newscli.cwd / "news" / "b" / f"2_{GEESE}.txt", "The second story")
    assert counts(newscli("index", "news")) == summary(added=2, held=2)
    assert newscli("show", GEESE, "--path").stdout == f"news/a/{one.name}\n"
    other = newscli("search", "second", "--ids").ids[0]
    assert other != GEESE
    assert newscli("show", other, "--path").stdout == f"news/b/{two.name}\n"
    examined = newscli("doctor")
    clashes = [row[1:] for row in examined.rows if row[0] == "id-clash"]
    message = f"2 files have the id `{GEESE}` in their names; the first keeps it"
    assert clashes == [[message, f"news/a/{one.name}"], [message, f"news/b/{two.name}"]]
    one.unlink()
    newscli("index")
    assert newscli("show", other, "--path").stdout == f"news/b/{two.name}\n"


def test_doctor_names_first_which_file_has_the_id_that_two_claim(newscli: Newscli) -> None:
    def claimants() -> list[list[str]]:
        return [row[1:] for row in newscli("doctor").rows if row[0] == "id-clash"]

    message = f"2 files have the id `{GEESE}` in their names; {{}} keeps it"
    two = put(newscli.cwd / "news" / "b" / f"2_{GEESE}.txt", "The second story")
    newscli("index", "news")
    put(newscli.cwd / "news" / "a" / f"1_{GEESE}.txt", "The first story")
    newscli("index")
    places = [f"news/b/2_{GEESE}.txt", f"news/a/1_{GEESE}.txt", f"news/c/3_{GEESE}.txt"]
    assert newscli("show", GEESE, "--path").stdout == f"{places[0]}\n"
    assert claimants() == [[message.format("the first"), place] for place in places[:2]]
    put(newscli.cwd / "news" / "c" / f"3_{GEESE}.txt", "The third story")
    newscli("index")
    two.unlink()
    newscli("index")
    assert newscli("show", GEESE).status == 1
    assert claimants() == [[message.format("none of them"), place] for place in places[1:]]


def test_files_left_out_are_named_in_the_same_order_every_time(newscli: Newscli) -> None:
    for name, text in (("c", ""), ("a", "  "), ("b", ""), ("d", " \n"), ("good", "A story")):
        put(newscli.cwd / "news" / f"{name}.txt", text)
    news = newscli.cwd / "news"
    named = [
        "note: 4 files were left out",
        "  empty (4)",
        f"    {news}/a.txt: only white space",
        f"    {news}/b.txt",
        f"    {news}/c.txt",
        f"    {news}/d.txt: only white space",
    ]
    assert newscli("index", "news").stderr.splitlines() == named
    assert newscli("index").stderr.splitlines() == named


def test_a_doubtful_encoding_is_mentioned(town: Newscli) -> None:
    assert town("index", "--rebuild").stderr == (
        "note: 1 file was read with some doubt: `newscli doctor` tells\n"
    )


def test_an_empty_folder_that_had_articles_is_no_error(newscli: Newscli) -> None:
    story = put(newscli.cwd / "news" / "story.txt", "The only story")
    newscli("index", "news")
    story.unlink()
    ran = newscli("index")
    assert (ran.status, counts(ran)) == (0, summary(removed=1, held=0))
    assert newscli("list").status == 1


def test_a_file_that_may_not_be_read_is_left_out_and_not_new(
    town: Newscli, unprivileged: Newscli
) -> None:
    locked = town.cwd / "news" / "locked.txt"
    locked.write_text("The gull kept the key.", encoding="utf-8")
    locked.chmod(0)
    unprivileged.cwd = town.cwd
    assert unprivileged("index").status == 4
    found = json.loads(unprivileged("doctor", "--json").stdout)["findings"]
    told = {each["kind"]: each["paths"] for each in found}
    assert "news/locked.txt" in told["left-out"]
    assert "new" not in told
    locked.chmod(0o600)
    found = json.loads(unprivileged("doctor", "--json").stdout)["findings"]
    assert ("new", ["news/locked.txt"]) in [(each["kind"], each["paths"]) for each in found]


def test_a_rebuild_that_finds_no_folder_says_how_to_name_one(newscli: Newscli) -> None:
    ran = newscli("index", "--rebuild")
    assert ran.stderr.endswith("hint: name one: `newscli index FOLDER --rebuild`\n")


def test_a_slip_in_a_pattern_empties_no_index(town: Newscli) -> None:
    before = town("list", "-c").stdout
    for slip in ("*.tx", "", "*.txt/"):
        ran = town("index", "news", "--glob", slip)
        assert (ran.status, ran.stdout) == (1, "")
        assert ran.stderr.startswith(f"error: `news` holds no files to index ({slip or '.txt'}")
    assert town("list", "-c").stdout == before
    assert counts(town("index")) == summary(unchanged=ARTICLES)


def test_a_pattern_that_finds_nothing_any_more_is_named(newscli: Newscli) -> None:
    page = put(newscli.cwd / "web" / "one.html", "<p>The bell of Quillmere rang.")
    assert newscli("index", "web", "--glob", "*.html").status == 0
    page.unlink()
    assert newscli("index", "web").status == 0
    ran = newscli("index", "--rebuild", "web")
    assert (ran.status, ran.stdout) == (1, "")
    assert ran.stderr.startswith("error: `web` holds no files to index (*.html)\n")


def test_a_rebuild_does_not_believe_an_altered_manifest(town: Newscli) -> None:
    manifest = town.home / "index" / "manifest.json"
    manifest.write_text(manifest.read_text().replace("news", "mews"))
    refused = town("index", "--rebuild")
    assert (refused.status, refused.stdout) == (3, "")
    assert refused.stderr == (
        f"error: the index at `{town.home}/index` does not tell which folders it covers\n"
        "hint: name them: `newscli index FOLDER --rebuild`\n"
    )
    note = "note: files that were once named by `--files-from` are to be named again\n"
    ran = town("index", "--rebuild", "news")
    assert counts(ran) == summary(added=ARTICLES)
    assert ran.stderr.startswith(note)


def test_a_rebuild_of_a_damaged_index_keeps_files_that_were_listed(town: Newscli) -> None:
    put(town.cwd / "apart" / "one.txt", "A bell apart")
    assert town("index", "--files-from", "-", input="apart/one.txt\n").status == 0
    (terms, *_) = sorted((town.home / "index").rglob("*.terms"))
    os.truncate(terms, 40)
    assert town("list").status == 3
    ran = town("index", "--rebuild")
    assert counts(ran) == summary(added=ARTICLES + 1, held=ARTICLES + 1)
    assert "--files-from" not in ran.stderr


def test_a_rebuild_loses_no_folder_that_is_away(town: Newscli) -> None:
    (town.cwd / "news").rename(town.cwd / "away")
    refused = town("index", "--rebuild")
    assert (refused.status, refused.stdout) == (2, "")
    assert refused.stderr == (
        "error: `news` is not there to be read anew, and its articles would be lost\n"
        "hint: bring it back, or give it up: `newscli index --forget news`\n"
    )
    assert town("list", "-c").stdout == f"{ARTICLES}\n"
    (terms, *_) = sorted((town.home / "index").rglob("*.terms"))
    os.truncate(terms, 40)
    assert town("index", "--rebuild").status == 4
