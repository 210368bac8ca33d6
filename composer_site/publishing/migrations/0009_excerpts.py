from django.db import migrations, models

INDEXES = ("newest", "uid", "of", "edition")


class Migration(migrations.Migration):
    dependencies = [("publishing", "0008_publications")]

    operations = [
        migrations.RemoveConstraint("passage", "passage_page_once"),
        migrations.RenameModel("Passage", "Excerpt"),
        *(
            migrations.RenameIndex("excerpt", old_name=f"passage_{name}", new_name=f"excerpt_{name}")
            for name in INDEXES
        ),
        migrations.AddConstraint(
            "excerpt", models.UniqueConstraint(fields=("page", "uid"), name="excerpt_page_once")
        ),
        migrations.AlterField(
            "excerpt",
            "page",
            models.ForeignKey(
                db_index=False,
                on_delete=models.CASCADE,
                related_name="excerpts",
                to="publishing.page",
            ),
        ),
        migrations.RenameField("edition", "source", "snapshot"),
    ]
