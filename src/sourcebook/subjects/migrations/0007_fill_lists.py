"""What the lists of pages show and search of pages that are on the desk already."""

from typing import Any

from django.db import migrations

from sourcebook.authorities.words import words_of

BATCH = 500
MODELS = ("ArchivePage", "YearPage", "ThemePage", "SubjectPage")


def fill(apps: Any, schema_editor: Any) -> None:
    words = apps.get_model("subjects", "PageWord").objects
    for name in MODELS:
        pages = apps.get_model("subjects", name).objects.order_by()
        keys = list(pages.values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            batch = list(pages.filter(pk__in=keys[start : start + BATCH]))
            for page in batch:
                page.heading = page.title or page.slug
                page.changed_at = page.latest_revision_created_at
            pages.bulk_update(batch, ["heading", "changed_at"], batch_size=200)
            words.bulk_create(
                [
                    words.model(owner_id=page.pk, word=word)
                    for page in batch
                    for word in words_of(page.slug, *page.titles.values())
                ],
                batch_size=BATCH,
            )


class Migration(migrations.Migration):
    dependencies = [("subjects", "0006_lists_of_pages")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
