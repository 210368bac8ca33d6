"""The page that publishes a selection, and what a browser would send of it."""

from forms_of_the_admin import add_address


def list_of(model, name="changelist"):
    return add_address(model, name)


def address(things):
    keys = ",".join(str(thing.pk) for thing in things)
    return f"{list_of(things[0], 'publish_together')}?things={keys}"


def marks(client, things):
    """What a browser would send of the page as it stands now."""
    rows = client.get(address(things)).context["rows"]
    return {f"approval_digest-{row.thing.pk}": row.approval_digest for row in rows} | {
        "thing": [row.thing.pk for row in rows]
    }
