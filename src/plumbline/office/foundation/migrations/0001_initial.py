"""The audit trail."""

import django.core.serializers.json
import django.db.models.deletion
import plumbline.office.foundation.clock
from django.conf import settings
from django.db import migrations, models

from plumbline.office.foundation.append_only import AppendOnly


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                ('scope', models.BigIntegerField(help_text='whose line it is; empty for the installation itself', null=True)),
                ('actor_name', models.CharField(max_length=200)),
                ('verb', models.CharField(max_length=80)),
                ('object_type', models.CharField(max_length=80)),
                ('object_id', models.CharField(max_length=64)),
                ('object_label', models.CharField(max_length=250)),
                ('details', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('request_id', models.CharField(blank=True, max_length=36)),
                ('address', models.GenericIPAddressField(null=True)),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['scope', '-id'], name='audit_by_scope'), models.Index(fields=['object_type', 'object_id'], name='audit_by_object')],
            },
        ),
        AppendOnly("AuditLine"),
    ]
