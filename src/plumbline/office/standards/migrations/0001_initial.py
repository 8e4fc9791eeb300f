import django.db.models.deletion
import plumbline.office.foundation.clock
from django.conf import settings
from django.db import migrations, models

from plumbline.office.foundation.append_only import AppendOnly
from plumbline.office.foundation.create_together import CreateTogether


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTogether(
            operations=[migrations.CreateModel(
                name='StandardVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=80)),
                    ('version', models.CharField(max_length=40)),
                    ('title', models.CharField(max_length=200)),
                    ('content_hash', models.CharField(db_index=True, max_length=64)),
                    ('files', models.JSONField(help_text="path inside the standard's folder to text")),
                    ('published_at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standard_versions', to='people.organisation')),
                    ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-published_at', '-id'],
                    'constraints': [models.UniqueConstraint(models.F('organisation'), models.F('name'), models.F('version'), name='standard_version_once')],
                },
            ), migrations.CreateModel(
                name='StandardInForce',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('since', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='standard_in_force', to='people.organisation')),
                    ('standard_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standardversion')),
                ],
            )],
        ),
        AppendOnly(
            model_name='StandardVersion',
        ),
    ]
