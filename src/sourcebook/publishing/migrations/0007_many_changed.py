"""What was changed among many, and who may change many."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def grant(apps: Any, schema_editor: Any) -> None:
    content_types = apps.get_model("contenttypes", "ContentType").objects
    of_deeds, _ = content_types.get_or_create(app_label="publishing", model="deed")
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=of_deeds,
        codename="change_many_sources",
        defaults={"name": "Can change many sources at once"},
    )
    for role in ("reviewer", "archivist", "administrator"):
        apps.get_model("auth", "Group").objects.get(name=role).permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0006_why_withdrawn"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="deed",
            options={
                "default_permissions": (),
                "managed": False,
                "permissions": [
                    ("publish_despite_faults", "Can publish despite faults, giving a reason"),
                    ("view_report", "Can see the state of the archive"),
                    ("view_audit_log", "Can see the audit log"),
                    ("import_records", "Can import records"),
                    ("change_many_sources", "Can change many sources at once"),
                ],
                "verbose_name": "deed at the desk",
                "verbose_name_plural": "deeds at the desk",
            },
        ),
        migrations.CreateModel(
            name="ManyChanged",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("identifier", models.CharField(max_length=64)),
                ("before", models.BinaryField()),
                ("after", models.CharField(max_length=64)),
                ("undone", models.BooleanField(default=False)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="many_changed",
                        to="publishing.run",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("run", "identifier"), name="changed_once_a_run")
                ],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
