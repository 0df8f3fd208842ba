"""Wagtail's welcome page and its site go: the tree waits for the archive's home, and no page is served by Wagtail."""

from typing import Any

from django.db import migrations


def clear(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    page = apps.get_model("wagtailcore", "Page").objects.using(alias)
    apps.get_model("wagtailcore", "Site").objects.using(alias).all().delete()
    page.filter(depth=2, slug="home").delete()
    page.filter(depth=1).update(numchild=page.filter(depth=2).count())


class Migration(migrations.Migration):
    dependencies = [("subjects", "0001_initial"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(clear, migrations.RunPython.noop)]
