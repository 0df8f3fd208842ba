"""An index of the pages that are published until an hour, on Wagtail's own table, which has none."""

from django.db import migrations

MAKE = "CREATE INDEX IF NOT EXISTS page_by_end ON wagtailcore_page (expire_at) WHERE expire_at IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("subjects", "0007_fill_lists"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunSQL(MAKE, "DROP INDEX IF EXISTS page_by_end")]
