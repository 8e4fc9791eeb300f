"""An organisation knows when it is deleted, so that every page can say so without asking."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0002_workingweek_holiday")]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="leaves_at",
            field=models.DateTimeField(blank=True, help_text="when it is deleted; none as a rule", null=True),
        ),
    ]
