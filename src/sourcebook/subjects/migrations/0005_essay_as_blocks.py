from django.db import migrations

import sourcebook.subjects.fields


class Migration(migrations.Migration):
    dependencies = [("subjects", "0004_works_cited")]

    operations = [
        migrations.AlterField(
            model_name="essay",
            name="body",
            field=sourcebook.subjects.fields.EssayField(blank=True, verbose_name="essay"),
        ),
    ]
