"""Sets the fact sheets of the film, a PDF a language, from what the fixture says of its sources.

Needs the development dependencies, a Chromium, and Noto Sans CJK SC for Chinese. From the root:
DJANGO_SETTINGS_MODULE=composer_site.settings DEMO=true python -m composer_site.demo.fact_sheets.draw
"""

import json
import os
import shutil
from collections import defaultdict
from pathlib import Path

import django
from django.template import Context, Engine
from playwright.sync_api import sync_playwright

from composer_site.values.dates import edtf_in_words
from composer_site.values.languages import LANGUAGES

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent.parent
ENGINE = Engine(dirs=[str(FOLDER)])


def main():
    django.setup()
    rows = json.loads((ROOT / "films/fixtures/demo.json").read_text(encoding="utf-8"))
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for language in LANGUAGES.values():
            page = browser.new_page()
            page.goto(sheet(rows, language).as_uri())
            target = FOLDER / f"fact-sheet-{language.code}.pdf"
            page.pdf(path=target, prefer_css_page_size=True, tagged=True, print_background=True)
        browser.close()
    (FOLDER / "sheet.html").unlink()


def chromium():
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def sheet(rows, language):
    """The path of a page to print. It lies here, so that the browser may read our fonts."""
    film = next(row["fields"] for row in rows if row["model"] == "films.film")
    words = json.loads((FOLDER / "words.json").read_text(encoding="utf-8"))[language.code]
    context = {
        "language": language,
        "film": {name: film[f"{name}_{language.suffix}"] for name in ("title", "synopsis_short")},
        "titles": [film[f"title_{other.suffix}"] for other in others(language)],
        "topics": list(topics(rows, language)),
        "words": words,
        "fonts": (ROOT / "static/fonts").as_uri(),
    }
    path = FOLDER / "sheet.html"
    path.write_text(ENGINE.get_template("template.html").render(Context(context)), encoding="utf-8")
    return path


def others(language):
    """One language for each other title: Kazakh and Russian have the same."""
    codes = {"en": ("ru", "zh-hans"), "kk": ("en", "zh-hans"), "ru": ("en", "zh-hans")}
    return [LANGUAGES[code] for code in codes.get(language.code, ("en", "ru"))]


def topics(rows, language):
    """{"heading", "versions": [{"says", "date", "outlets"}]}, as sources agree or differ."""
    by_topic = defaultdict(list)
    for row in rows:
        if row["model"] == "films.filmclaim":
            by_topic[row["fields"]["topic"]].append(row["fields"])
    for claims in by_topic.values():
        heading = claims[0][f"heading_{language.suffix}"]
        yield {"heading": heading, "versions": versions(claims, language)}


def versions(claims, language):
    outlets = defaultdict(list)
    for claim in claims:
        outlets[claim[f"says_{language.suffix}"], claim["date"]].append(claim["outlet"])
    return [
        {"says": says, "date": edtf_in_words(date, language.code), "outlets": printed_by}
        for (says, date), printed_by in outlets.items()
    ]


if __name__ == "__main__":
    main()
