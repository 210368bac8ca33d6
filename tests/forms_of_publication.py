"""The page that publishes one thing, and what a browser would send of it."""

from forms_of_the_admin import address as address_in_admin

from composer_site.desk.publish.answer_forms import mark_of


def address(thing, name="publish"):
    return address_in_admin(thing, name)


def post(client, thing, **data):
    """What the page shows now, answered with `data`."""
    page = client.get(address(thing))
    approval_digest = page.context["proposal"].approval_digest
    return client.post(
        address(thing), {"approval_digest": approval_digest, "when": "now", "zone": "UTC"} | data
    )


def ahead(when="2099-05-17", time="19:00", zone="Asia/Almaty", **data):
    return {"when": "ahead", "date": when, "time": time, "zone": zone} | data


def answer(edition, kind, time=None, zone="UTC"):
    """What becomes of a scheduled edition, as the form says it; a time is in UTC."""
    mark = mark_of(edition)
    said = {f"{mark}-kind": kind, f"{mark}-zone": zone}
    if time:
        said |= {f"{mark}-date": f"{time:%Y-%m-%d}", f"{mark}-time": f"{time:%H:%M}"}
    return said


def change(thing, **columns):
    for name, value in columns.items():
        setattr(thing, name, value)
    thing.save()
