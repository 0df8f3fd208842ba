from django.db import migrations

import sourcebook.subjects.fields


class Migration(migrations.Migration):
    dependencies = [("subjects", "0003_roles")]

    operations = [
        migrations.AddField(
            model_name="essay",
            name="bibliography",
            field=sourcebook.subjects.fields.BibliographyField(
                blank=True,
                default=tuple,
                help_text="Notes cite them; the reader sees the whole citation.",
                verbose_name="works cited",
            ),
        ),
    ]
