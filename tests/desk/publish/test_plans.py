"""What carrying a plan out promises: what was seen becomes public, at its time, or nothing."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from factories import make_statement, published

from composer_site.desk.publish import answers, plans
from composer_site.desk.publish.answers import Answer
from composer_site.desk.publish.plans import Plan, Proposal, carry_out
from composer_site.publishing.models import Edition, Page
from composer_site.publishing.publish import Changed, publish, withdraw

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def change(statement, **columns):
    """Saved, not published."""
    for name, value in columns.items():
        setattr(statement, name, value)
    statement.save()
    return statement


def plan(statement, time=None, **kinds):
    """To publish what the working copy shows now; `_2="keep"` says what becomes of edition 2."""
    proposal = Proposal.of(statement)
    said = {e.pk: Answer(kinds[f"_{e.number}"]) for e in proposal.ahead if f"_{e.number}" in kinds}
    return Plan(proposal.approval_digest, time, answers=said)


def titles(at):
    return [page.title for page in Page.objects.public(at).filter(language="en")]


def colleague_saves_before(number, statement, monkeypatch, **columns):
    """As another transaction may on PostgreSQL: just before the publication of that number."""
    publications = iter(range(1, 9))

    def save_then_publish(whole, **options):
        if next(publications) == number:
            change(type(statement).objects.get(pk=statement.pk), **columns)
        return publish(whole, **options)

    for module in (answers, plans):
        monkeypatch.setattr(module, "publish", save_then_publish)


@pytest.mark.parametrize("columns", [{"headline_en": "Seen by nobody"}, {"slug": "seen-by-nobody"}])
def test_what_a_colleague_saves_during_a_publication_stays_unpublished(monkeypatch, columns):
    statement = make_statement()
    seen = plan(statement)
    colleague_saves_before(1, statement, monkeypatch, **columns)
    with pytest.raises(Changed):
        carry_out(seen, statement, None)
    assert not Edition.objects.exists()


def test_what_a_colleague_saves_during_a_publication_is_not_scheduled(monkeypatch):
    statement = published(make_statement())
    publish(statement, by=None, at=timezone.now() + DAY)
    seen = plan(change(statement, headline_en="Mended"), _2="rebuild")
    colleague_saves_before(2, statement, monkeypatch, headline_en="Seen by nobody")
    with pytest.raises(Changed):
        carry_out(seen, statement, None)
    assert Edition.objects.count() == 2


def scheduled_with_its_withdrawal():
    """A first publication, and the end of it, both ahead: (statement, when it starts)."""
    statement, start = make_statement(), timezone.now() + DAY
    publish(statement, by=None, at=start)
    withdraw(statement, by=None, reason={"en": "Over"}, at=start + 30 * DAY)
    return statement, start


@pytest.mark.parametrize("later", ["rebuild", "cancel"])
def test_a_first_publication_is_corrected_at_its_time_though_a_withdrawal_follows(later):
    statement, start = scheduled_with_its_withdrawal()
    change(statement, headline_en="Corrected")
    carry_out(plan(statement, start, _1=later, _2="keep"), statement, None)
    assert titles(start) == ["Corrected"]
    assert titles(start + 30 * DAY) == []


def test_an_edition_that_is_not_replaced_after_all_stays(monkeypatch):
    statement, start = scheduled_with_its_withdrawal()
    seen = plan(change(statement, headline_en="Corrected"), start, _1="rebuild", _2="keep")
    colleague_saves_before(1, statement, monkeypatch, headline_en="Seen by nobody")
    with pytest.raises(Changed):
        carry_out(seen, statement, None)
    assert Edition.objects.get(starts_at=start).number == 1


@pytest.mark.parametrize("answered", [{}, {"_1": "keep"}, {"_2": "keep"}])
def test_what_is_not_answered_about_each_scheduled_edition_is_refused(answered):
    statement, start = scheduled_with_its_withdrawal()
    with pytest.raises(ValidationError):
        carry_out(plan(statement, start + DAY, **answered), statement, None)
    assert Edition.objects.count() == 2


def test_a_withdrawal_whose_text_is_cancelled_may_be_left_to_the_new_one():
    """Between the two acts it has nothing to withdraw, and after them it has."""
    statement, start = scheduled_with_its_withdrawal()
    carry_out(plan(statement, start + DAY, _1="cancel", _2="keep"), statement, None)
    assert titles(start) == []
    assert len(titles(start + DAY)) == 1


def test_an_act_that_leaves_a_withdrawal_with_nothing_before_it_is_refused():
    statement, start = scheduled_with_its_withdrawal()
    with pytest.raises(ValidationError):
        carry_out(plan(statement, start + 40 * DAY, _1="cancel", _2="keep"), statement, None)
    assert Edition.objects.count() == 2
