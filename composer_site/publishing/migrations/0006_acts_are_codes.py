import json

from django.db import migrations

# What the log said of acts, as sentences; the gap of an older one is its edition's number.
ACTS = {
    "Released as edition %d.": "published",
    "Released as edition %(number)d.": "published",
    "Released as edition %(number)d, in a selection of %(count)d.": "published-together",
    "Scheduled for %(time)s, as edition %(number)d.": "scheduled",
    "Scheduled for %(time)s, as edition %(number)d, in a selection of %(count)d.": "scheduled-together",
    "Withdrawn as edition %d.": "withdrawn",
    "Withdrawn as edition %(number)d.": "withdrawn",
    "Withdrawal scheduled for %(time)s, as edition %(number)d.": "withdrawal-scheduled",
    "Moved edition %(number)d from %(before)s to %(time)s.": "moved",
    "Cancelled edition %d.": "cancelled-undated",
    "Cancelled edition %(number)d, which was scheduled for %(time)s.": "cancelled",
    "Dated edition %(number)d to now: a wrong clock had said %(before)s.": "redated",
    "Brought edition %d back.": "restored",
}


def to_codes(apps, schema_editor):
    entries = apps.get_model("admin", "LogEntry").objects.using(schema_editor.connection.alias)
    stored = entries.filter(change_message__startswith='{"sentence"').order_by("pk")
    for entry in stored.iterator(500):
        said = json.loads(entry.change_message)
        values = said["of"] if isinstance(said["of"], dict) else {"number": said["of"]}
        entry.change_message = json.dumps({"act": ACTS[said["sentence"]], **values})
        entry.save(update_fields=["change_message"])


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0005_stored_files"),
        ("admin", "0003_logentry_add_action_flag_choices"),
    ]

    operations = [migrations.RunPython(to_codes, migrations.RunPython.noop)]
