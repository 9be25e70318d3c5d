"""Links: fetched politely, within limits, and never into a private network unasked."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from tests.intake.site import BODY, PAGE, QUICK, Site, fetch, site

from quellenlage.cli import main
from quellenlage.errors import NothingReadable, UnreadableInput
from quellenlage.intake import LinkOptions, read
from quellenlage.intake.fetching import AGENT, Fetcher
from quellenlage.intake.robots import Robots, parse


@pytest.fixture
def served() -> Iterator[Site]:
    with site() as found:
        yield found


def test_a_link_is_an_article_with_its_address(served: Site) -> None:
    link = served.says("/deich", PAGE)
    article = fetch(link).articles[0]
    assert (article.path, article.url, article.title) == (link, link, "Deich hält")
    assert article.text == "\n\n".join(["Deich hält", *BODY])


def test_one_honest_name_is_told_and_robots_txt_is_asked_first(served: Site) -> None:
    fetch(served.says("/deich", PAGE))
    assert [path for path, _ in served.asked] == ["/robots.txt", "/deich"]
    assert {headers["user-agent"] for _, headers in served.asked} == {AGENT}


def test_what_robots_txt_forbids_is_not_read(served: Site) -> None:
    served.says("/robots.txt", "User-agent: *\nDisallow: /intern/\n", Content_Type="text/plain")
    link = served.says("/intern/deich", PAGE)
    with pytest.raises(NothingReadable, match=r"robots\.txt"):
        fetch(link)
    assert served.paths() == []


def test_a_robots_txt_that_cannot_be_had_closes_the_host(served: Site) -> None:
    served.says("/robots.txt", "", status=503)
    with pytest.raises(NothingReadable, match=r"not available at the moment \(503\)"):
        fetch(served.says("/deich", PAGE))
    assert served.paths() == []


@pytest.mark.parametrize(
    ("lines", "path", "allowed"),
    [
        pytest.param("User-agent: *\nDisallow: /", "/a", False, id="all"),
        pytest.param("User-agent: *\nDisallow:", "/a", True, id="nothing"),
        pytest.param("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True, id="longest"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False, id="star-and-end"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True, id="not-at-end"),
        pytest.param("User-agent: *\nDisallow: /\nUser-agent: Quellenlage\nDisallow: /x", "/a",
                     True, id="own-group"),
        pytest.param("User-agent: Other\nDisallow: /", "/a", True, id="other-group"),
        pytest.param("<html>no rules</html>", "/a", True, id="page-instead"),
    ],
)  # fmt: skip
def test_robots_txt_is_read_by_its_standard(lines: str, path: str, allowed: bool) -> None:
    assert parse(lines, agent="Quellenlage").allows(path) is allowed


def test_a_rule_of_a_thousand_stars_costs_no_time() -> None:
    start = time.process_time()
    Robots((("/" + "*a" * 20, False),)).allows("/" + "a" * 100_000 + "b")
    assert time.process_time() - start < 1


def test_there_is_a_pause_between_two_requests_to_a_host(served: Site) -> None:
    served.says("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", Content_Type="text/plain")
    slept: list[float] = []
    with Fetcher(QUICK, sleep=slept.append) as fetcher:
        fetcher.get(served.says("/a", PAGE))
        fetcher.get(served.says("/b", PAGE))
    assert [round(seconds) for seconds in slept] == [7, 7]


def test_a_busy_server_is_asked_again_after_what_it_asks_for(served: Site) -> None:
    link = served.says("/a", "", status=503, Retry_After="3")
    slept: list[float] = []

    def later(seconds: float) -> None:
        slept.append(seconds)
        served.says("/a", PAGE)

    options = LinkOptions(allow_private=True, pause=0.0, retries=2)
    with Fetcher(options, sleep=later) as fetcher:
        assert fetcher.get(link).data == PAGE.encode()
    assert slept == [3.0]


def test_a_server_that_asks_for_hours_is_told(served: Site) -> None:
    when = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    link = served.says("/a", "", status=429, Retry_After=when)
    options = LinkOptions(allow_private=True, pause=0.0)
    with Fetcher(options) as fetcher, pytest.raises(UnreadableInput, match="429"):
        fetcher.get(link)
    assert served.paths() == ["/a"]


def test_an_unchanged_page_comes_from_the_cache(served: Site, tmp_path: Path) -> None:
    link = served.says("/a", PAGE, ETag='"1"')
    options = LinkOptions(allow_private=True, pause=0.0, cache=tmp_path / "pages")
    first = fetch(link, options=options).articles[0]
    served.says("/a", "", status=304)
    second = fetch(link, options=options).articles[0]
    assert second == first
    assert served.asked[-1][1]["if-none-match"] == '"1"'


def test_redirects_are_followed_and_the_last_address_kept(served: Site) -> None:
    last = served.says("/new", PAGE)
    link = served.says("/old", "", status=301, Location="/new")
    article = fetch(link).articles[0]
    assert (article.path, article.url) == (link, last)


def test_a_page_that_is_packed_is_read_and_one_packed_wrongly_told(served: Site) -> None:
    good = served.says("/a", gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    bad = served.says("/b", b"nothing packed", Content_Encoding="gzip")
    found = fetch(good, bad)
    assert [article.path for article in found.articles] == [good]
    assert "is packed wrongly" in found.problems[0].message


def test_a_list_of_links_is_fetched_each_once(served: Site, tmp_path: Path) -> None:
    first, second = served.says("/a", PAGE), served.says("/b", PAGE.replace("zwölf", "elf"))
    listed = f"# Deich\n{first}\n\n{second}\n{first}\n{served.address}/none\n"
    (tmp_path / "links.txt").write_text(listed)
    found = fetch(str(tmp_path / "links.txt"))
    assert [article.path for article in found.articles] == [first, second]
    assert [p.message for p in found.problems] == [
        f"{served.address}/none does not exist (404); left out."
    ]


def test_more_links_than_the_limit_are_told(served: Site) -> None:
    first, second = served.says("/a", PAGE), served.says("/b", PAGE)
    options = LinkOptions(allow_private=True, pause=0.0, most_links=1)
    found = fetch(first, second, options=options)
    assert [p.message for p in found.problems] == [
        f"{second} comes after the limit of 1 links; left out."
    ]


def feed(served: Site) -> str:
    link = served.says("/deich", PAGE)
    entry = f"<item><title>Deich</title><link>{link}</link><description>Kurz.</description></item>"
    return f"<rss version='2.0'><channel>{entry}</channel></rss>"


def test_the_entries_of_a_fetched_feed_are_followed(served: Site) -> None:
    link = served.says("/rss", feed(served), Content_Type="application/rss+xml")
    article = fetch(link).articles[0]
    assert article.text == "\n\n".join(["Deich hält", *BODY])


def test_the_entries_of_a_feed_from_a_file_are_followed_if_wanted(
    served: Site, tmp_path: Path
) -> None:
    (tmp_path / "a.rss").write_text(feed(served))
    assert read([tmp_path]).articles[0].text == "Deich\n\nKurz."
    options = LinkOptions(allow_private=True, pause=0.0, follow=True)
    assert fetch(str(tmp_path), options=options).articles[0].text.endswith(BODY[-1])


def test_a_site_map_gives_its_articles_with_their_dates(served: Site) -> None:
    link = served.says("/deich", PAGE)
    index = served.says(
        "/news.xml",
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
        f"<url><loc>{link}</loc><news:news><news:publication_date>2021-03-04T08:00:00+01:00"
        "</news:publication_date><news:title>Deich hält</news:title></news:news></url></urlset>",
        Content_Type="application/xml",
    )
    article = fetch(index).articles[0]
    assert (article.url, article.published) == (link, "2021-03-04T08:00:00+01:00")
    assert article.provenance["published"] == "site map"


def test_the_command_line_takes_links(served: Site, tmp_path: Path) -> None:
    link, out = served.says("/deich", PAGE), tmp_path / "out.json"
    with pytest.raises(SystemExit) as refused:
        main(["analyse", link, "--quiet", "--json", str(out)])
    assert (refused.value.code, served.asked) == (3, [])
    with pytest.raises(SystemExit) as done:
        main(
            ["analyse", link, "--allow-private", "--kind", "release", "--quiet", "--json", str(out)]
        )
    article = json.loads(out.read_text())["articles"][0]
    assert (done.value.code, article["url"], article["kind"]) == (0, link, "release")


def test_an_entry_whose_page_is_gone_gives_what_it_says_itself(served: Site) -> None:
    link = served.says("/rss", feed(served), Content_Type="application/rss+xml")
    del served.answers["/deich"]
    found = fetch(link)
    assert found.articles[0].text == "Deich\n\nKurz."
    assert "does not exist (404)" in found.problems[0].message
