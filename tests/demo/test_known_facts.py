"""Every known fact is on its page in every language, and stands as its sources make it stand."""

import json
import re

import pytest
from django.apps import apps
from django.utils import timezone
from known_facts import PAGES
from small_demo import load_small_demo
from topic_statuses import TOPIC_STATUSES

from composer_site import demo
from composer_site.desk.checks.review import review
from composer_site.desk.checks.subject import subjects
from composer_site.publishing.models import Page
from composer_site.publishing.publish import build
from composer_site.publishing.translations import Translatable
from composer_site.values.languages import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, scope="module")
def _loaded(shared_rows, tmp_path_factory):
    load_small_demo(tmp_path_factory.mktemp("illustrations"))


def documents(language):
    pages = Page.objects.public(timezone.now()).filter(language=language)
    return {page.slug: page.document for page in pages}


def plain(document):
    """A document as one text, with plain spaces and without tags."""
    text = json.dumps(document, ensure_ascii=False).replace("\u00a0", " ")
    return re.sub("<[^>]*>", " ", text)


def said(fact, language):
    return fact if isinstance(fact, str) else fact[list(LANGUAGES).index(language)]


def unsaid(pages):
    """(page, language, fact) of each fact of `pages` that its public page does not say."""
    texts = {language: documents(language) for language in LANGUAGES}
    return [
        (slug, language, name)
        for language in LANGUAGES
        for slug, facts in pages.items()
        for name, fact in facts.items()
        if said(fact, language) not in plain(texts[language].get(slug))
    ]


def test_every_known_fact_is_on_its_page_in_every_language():
    invented = {"xian-xinghai": {"a birthday that nobody names": "1905-05-03"}}
    assert (len(unsaid(invented)), unsaid(PAGES)) == (4, [])


def test_each_fact_stands_as_its_sources_make_it_stand():
    for language in LANGUAGES:
        claims = {slug: page.get("claims") for slug, page in documents(language).items()}
        statuses = {
            slug: {topic["topic"]: topic["standing"] for topic in topics}
            for slug, topics in claims.items()
            if topics
        }
        assert statuses == TOPIC_STATUSES


def test_every_topic_has_a_heading_in_its_own_language():
    for code, language in LANGUAGES.items():
        topics = [topic for slug in TOPIC_STATUSES for topic in documents(code)[slug]["claims"]]
        assert {topic["heading"]["lang"] for topic in topics} == {language.tag}


def test_no_row_lacks_a_translation_or_has_a_stale_one():
    kinds = [model for model in apps.get_models() if issubclass(model, Translatable)]
    wanting = [
        str(row)
        for kind in kinds
        for row in kind._default_manager.exclude(missing_in="", stale_in="")
    ]
    assert (len(kinds) > 10, wanting) == (True, [])


def test_all_that_the_checks_find_are_quotes_unapproved_and_people_without_a_page():
    found = {
        (thing.slug, str(group.title))
        for content_kind in demo.KINDS
        for thing in content_kind.objects.exclude(slug__in=demo.NAMED_ONLY)
        for group in review(next(subjects({thing: build(thing)}, timezone.now())))
    }
    assert found == {
        ("joint-film-announced", "To be settled"),
        ("co-production-agreement", "To be settled"),
        ("the-composer", "Named without a link"),
    }
