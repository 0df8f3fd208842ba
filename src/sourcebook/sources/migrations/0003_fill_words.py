"""The words of titles that are on the desk already, and the days on which dates end."""

from collections import defaultdict
from typing import Any

from django.db import migrations

from sourcebook.authorities.words import words_of
from sourcebook.vocabulary.dates import sort_key

BATCH = 1000


def fill(apps: Any, schema_editor: Any) -> None:
    sources = apps.get_model("sources", "Source").objects.order_by()
    holdings = apps.get_model("sources", "Holding").objects
    identifiers = apps.get_model("sources", "SourceIdentifier").objects
    words = apps.get_model("sources", "TitleWord").objects
    keys = list(sources.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        texts: dict[int, list[str]] = defaultdict(list)
        dated = []
        for source in sources.filter(pk__in=batch).only("slug", "title", "date"):
            texts[source.pk] += [source.slug, *source.title.values()]
            placed, _first, open_end, last, *_ = sort_key(source.date)
            source.last_day = last if placed == 0 and not open_end else None
            dated.append(source)
        for pk, value in holdings.filter(source__in=batch).values_list("source_id", "call_number"):
            texts[pk].append(value)
        for pk, value in identifiers.filter(source__in=batch).values_list("source_id", "value"):
            texts[pk].append(value)
        sources.bulk_update(dated, ["last_day"], batch_size=200)
        words.bulk_create(
            [words.model(owner_id=pk, word=word) for pk, those in texts.items() for word in words_of(*those)],
            batch_size=500,
        )


class Migration(migrations.Migration):
    dependencies = [("sources", "0002_words_of_searches")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
