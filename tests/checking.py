"""What the checks before a publication find of a thing, and where their links lead."""

from django.utils import timezone
from factories import make_person
from forms_of_the_admin import address

from composer_site.desk.checks.review import review
from composer_site.desk.checks.subject import subjects
from composer_site.publishing.publish import build
from people.models import PersonName


def checks(thing, at=None):
    """(kind, where, sentence, labels of its links) of each."""
    thing = type(thing).objects.get(pk=thing.pk)
    subject = next(subjects({thing: build(thing)}, at or timezone.now()))
    return [
        (str(group.title), check.where, check.sentence, [link.label for link in check.links])
        for group in review(subject)
        for check in group.checks
    ]


def kinds(thing, **options):
    return {kind for kind, *_rest in checks(thing, **options)}


def addresses(thing):
    thing = type(thing).objects.get(pk=thing.pk)
    subject = next(subjects({thing: build(thing)}, timezone.now()))
    groups = review(subject)
    return [link.address for group in groups for check in group.checks for link in check.links]


def change(row, anchor):
    return f"{address(row)}#{anchor}"


def reject(form, tag="ru", person=None):
    person = person or make_person("Xian Xinghai")
    PersonName.objects.create(person=person, value=form, tag=tag, kind="rejected")
