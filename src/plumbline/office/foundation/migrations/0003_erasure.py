"""Rows of append-only tables may go with the organisation that they belong to."""

import plumbline.office.foundation.clock
from django.db import migrations, models

from plumbline.office.foundation.append_only import RenewGuards


class Migration(migrations.Migration):
    dependencies = [("foundation", "0002_cache_table")]

    operations = [
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("begun_at", models.DateTimeField(default=plumbline.office.foundation.clock.now)),
            ],
        ),
        RenewGuards(),
    ]
