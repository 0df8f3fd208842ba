"""The words of names that are on the desk already."""

from collections import defaultdict
from typing import Any

from django.db import migrations

from sourcebook.authorities.words import words_of

BATCH = 1000


def fill(apps: Any, schema_editor: Any) -> None:
    authorities = apps.get_model("authorities", "Authority").objects.order_by()
    names = apps.get_model("authorities", "Name").objects
    identifiers = apps.get_model("authorities", "ExternalIdentifier").objects
    words = apps.get_model("authorities", "NameWord").objects
    keys = list(authorities.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        texts: dict[int, list[str]] = defaultdict(list)
        for pk, slug in authorities.filter(pk__in=batch).values_list("pk", "slug"):
            texts[pk].append(slug)
        for pk, *both in names.filter(authority__in=batch).values_list("authority_id", "text", "sort_as"):
            texts[pk].extend(both)
        for pk, value in identifiers.filter(authority__in=batch).values_list("authority_id", "value"):
            texts[pk].append(value)
        words.bulk_create(
            [words.model(owner_id=pk, word=word) for pk, those in texts.items() for word in words_of(*those)],
            batch_size=500,
        )


class Migration(migrations.Migration):
    dependencies = [("authorities", "0002_words_of_searches")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
