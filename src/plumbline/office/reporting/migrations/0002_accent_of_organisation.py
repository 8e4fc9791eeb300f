"""A colour that was chosen for reports is that of the organisation on every page, too."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def copy(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for each in apps.get_model("reporting", "Branding").objects.select_related("organisation"):
        each.organisation.accent = each.accent
        each.organisation.save(update_fields=["accent"])


class Migration(migrations.Migration):
    dependencies = [("reporting", "0001_initial"), ("people", "0004_look")]

    operations = [migrations.RunPython(copy, migrations.RunPython.noop)]
