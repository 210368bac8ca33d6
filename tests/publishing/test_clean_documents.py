"""Pages show rich text as documents hold it: whatever way it came, it was cleaned before."""

import pytest
from django.db import connection
from django.utils import timezone
from factories import make_quote, make_statement, published

from composer_site.publishing.models import Page
from composer_site.publishing.publish import unpublished_page
from press.models import Statement

pytestmark = pytest.mark.django_db

CLEAN = [{"html": "<p>News</p>", "lang": "en"}]


@pytest.fixture
def dirty():
    """A row as no form and no save of ours writes it."""
    statement = make_statement()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE press_statement SET body_en = '<p>News<script>x</script></p>'")
    return Statement.objects.get(pk=statement.pk)


def test_a_publication_cleans(dirty):
    published(dirty)
    assert Page.objects.get(language="en").document["body"] == CLEAN


def test_a_page_that_is_not_published_is_cleaned_too(dirty):
    assert unpublished_page(dirty, "en", timezone.now()).document["body"] == CLEAN


def test_a_quote_placed_in_a_list_leaves_no_half_of_the_list_open():
    statement = make_statement(body_en="<ul><li><p>a</p><p>[quote 1]</p><p>b</p></li></ul>")
    make_quote(statement)
    before, _quote, after = unpublished_page(statement, "en", timezone.now()).document["body"]
    assert [before["html"], after["html"]] == ["<ul><li><p>a</p></li></ul>", "<p>b</p>"]
