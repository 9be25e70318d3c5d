"""Lets Fundus and news-please write the invented report: `python write.py FOLDER`.

They need an environment of their own (`requirements/writers.lock`): their pins and ours exclude
each other. What they wrote lies beside this file.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

from fundus.parser.data import ArticleBody, ArticleSection, TextSequence
from fundus.scraping.article import Article
from fundus.scraping.html import HTML, SourceInfo
from newsplease import NewsPlease

sys.path.insert(0, str(Path(__file__).parents[1]))
from make_examples import AUTHOR, BODY, LINK, OUTLET, TITLE, WHEN, page


def by_fundus() -> str:
    """One article as Fundus serialises it, alone and with all it can tell."""
    html = HTML(
        requested_url=LINK, responded_url=LINK, content=page().decode(),
        crawl_date=datetime(2021, 3, 5), source_info=SourceInfo(publisher=OUTLET),
    )  # fmt: skip
    sections = [ArticleSection(TextSequence(["Damm und Flut"]), TextSequence(BODY[1:]))]
    article = Article(
        html=html, title=TITLE, authors=[AUTHOR], publishing_date=WHEN, topics=["Deich"],
        body=ArticleBody(summary=TextSequence(BODY[:1]), sections=sections), free_access=True,
    )  # fmt: skip
    whole = article.to_json("title", "authors", "publishing_date", "plaintext", "publisher", "lang")
    return json.dumps([article.to_json(), whole], ensure_ascii=False, indent=1, sort_keys=True)


def by_news_please() -> str:
    """The page as news-please reads and serialises it."""
    article = NewsPlease.from_html(page().decode(), url=LINK)
    article.date_download = None
    return json.dumps(article.get_serializable_dict(), ensure_ascii=False, indent=1, sort_keys=True)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "fundus.json").write_text(by_fundus() + "\n", encoding="utf-8")
    (folder / "news-please.json").write_text(by_news_please() + "\n", encoding="utf-8")
