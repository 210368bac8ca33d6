"""What the three groups may do: one table, and the function that writes it into the database."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions

CONTENT = ("films", "people", "press", "library")
WRITING = ("view", "add", "change", "delete")

# Group → label of an app → actions on every model of that app, now and later. An action with an
# underscore is a permission by its own name.
RIGHTS = {
    "translators": dict.fromkeys(CONTENT, ("view", "change"))
    | {"publishing": ("view_edition", "see_ahead")},
    "editors": dict.fromkeys(CONTENT, WRITING)
    | {"publishing": ("view_edition", "see_ahead", "write_source")},
    "publishers": dict.fromkeys(CONTENT, WRITING)
    | {
        "publishing": (
            "view_edition",
            "see_ahead",
            "write_source",
            "publish_edition",
            "withdraw_edition",
        )
    },
}


def grant(sender, using="default", apps=installed, **kwargs):
    """After `migrate`: give each group the rights that `sender`'s new models brought."""
    granting = {
        name: table[sender.label] for name, table in RIGHTS.items() if sender.label in table
    }
    if not granting or not is_migrated(apps):
        return
    create_permissions(sender, verbosity=0, using=using, apps=apps)
    for name, actions in granting.items():
        grant_group(name, sender.label, actions, apps, using)


def is_migrated(apps):
    """Whether the state that `migrate` stopped at has our tables: `migrate staff zero` has not."""
    return any(model._meta.label == "staff.GrantedRight" for model in apps.get_models())


def grant_group(name, label, actions, apps, using):
    record = apps.get_model("staff", "GrantedRight").objects.using(using).filter(group=name)
    group = group_or_none(name, record, apps, using)
    if group is None:
        return
    brought = {f"{label}.{p.codename}": p for p in permissions(label, actions, apps, using)}
    new = brought.keys() - set(record.values_list("right", flat=True))
    group.permissions.add(*(brought[right] for right in new))
    record.bulk_create(record.model(group=name, right=right) for right in sorted(new))


def group_or_none(name, record, apps, using):
    """A group that an administrator deleted or renamed is not made again."""
    groups = apps.get_model("auth", "Group").objects.using(using)
    if record.exists():
        return groups.filter(name=name).first()
    return groups.get_or_create(name=name)[0]


def permissions(label, actions, apps, using):
    of_app = apps.get_model("auth", "Permission").objects.using(using)
    for permission in of_app.filter(content_type__app_label=label):
        if permission.codename in actions or permission.codename.split("_")[0] in actions:
            yield permission
