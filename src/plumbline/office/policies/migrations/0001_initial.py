import django.core.validators
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
                name='Policy',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=200)),
                    ('kind', models.CharField(choices=[('policy', 'Policy'), ('procedure', 'Procedure'), ('guideline', 'Guideline')], max_length=20)),
                    ('area', models.CharField(blank=True, max_length=80)),
                    ('review_days', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1830)])),
                    ('concerns', models.CharField(choices=[('everybody', 'All members'), ('roles', 'Some roles'), ('units', 'Some units, with all units under them')], max_length=20)),
                    ('reading_days', models.PositiveSmallIntegerField(blank=True, help_text='within which it has to be read; empty where nobody has to say so', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(366)])),
                    ('state', models.CharField(choices=[('draft', 'Not published yet'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', max_length=20)),
                    ('read_from', models.PositiveIntegerField(default=1, help_text='number of the first version whose readers still count')),
                    ('asks_since', models.DateTimeField(blank=True, help_text='since when its readers are asked', null=True)),
                    ('review_due', models.DateField(blank=True, null=True)),
                    ('created_at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('withdrawal_reason', models.CharField(blank=True, max_length=2000)),
                    ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='policies', to='people.organisation')),
                    ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('units', models.ManyToManyField(blank=True, related_name='+', to='people.unit')),
                    ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('current', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='current_of', to='policies.policyversion')),
                ],
                options={
                    'verbose_name_plural': 'policies',
                    'ordering': ['title', 'id'],
                    'indexes': [models.Index(fields=['organisation', 'state'], name='policies_po_organis_73e0c7_idx')],
                },
            ), migrations.CreateModel(
                name='PolicyDraft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField()),
                    ('what_changed', models.CharField(blank=True, max_length=300)),
                    ('minor', models.BooleanField(default=False)),
                    ('state', models.CharField(choices=[('writing', 'Being written'), ('asked', 'Waits for approval'), ('approved', 'Approved'), ('given up', 'Given up')], default='writing', max_length=20)),
                    ('begun_at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('changed_at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('policy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='policies.policy')),
                    ('writers', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-begun_at', '-id'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['writing', 'asked'])), fields=('policy',), name='one_open_draft_per_policy', violation_error_message='Somebody has begun a draft of this policy already.')],
                },
            ), migrations.CreateModel(
                name='PolicyVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('text', models.TextField()),
                    ('what_changed', models.CharField(blank=True, max_length=300)),
                    ('minor', models.BooleanField(default=False, help_text='who has read the version before need not read this one')),
                    ('approved_at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('content_hash', models.CharField(max_length=64)),
                    ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='version', to='policies.policydraft')),
                    ('policy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='policies.policy')),
                ],
                options={
                    'ordering': ['-number'],
                    'constraints': [models.UniqueConstraint(fields=('policy', 'number'), name='policy_version_number_once')],
                },
            ), migrations.CreateModel(
                name='PolicyReview',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('note', models.CharField(blank=True, max_length=2000)),
                    ('due', models.DateField()),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='policies.policyversion')),
                ],
                options={
                    'ordering': ['-at', '-id'],
                },
            ), migrations.CreateModel(
                name='Acknowledgement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acknowledgements', to=settings.AUTH_USER_MODEL)),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acknowledgements', to='policies.policyversion')),
                ],
                options={
                    'ordering': ['at', 'id'],
                    'constraints': [models.UniqueConstraint(fields=('version', 'person'), name='acknowledged_once')],
                },
            ), migrations.CreateModel(
                name='SentBack',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('note', models.CharField(max_length=2000)),
                    ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sent_back', to='policies.policydraft')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'sent back',
                    'ordering': ['at', 'id'],
                },
            ), migrations.CreateModel(
                name='ConcernedRole',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('role', models.CharField(choices=[('executive', 'Executive'), ('pmo_manager', 'PMO manager'), ('pmo_staff', 'PMO staff'), ('project_manager', 'Project manager'), ('team_member', 'Team member'), ('guest', 'Guest')], max_length=20)),
                    ('policy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to='policies.policy')),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.UniqueConstraint(fields=('policy', 'role'), name='concerned_role_once')],
                },
            )],
        ),
        AppendOnly(
            model_name='PolicyVersion',
        ),
        AppendOnly(
            model_name='Acknowledgement',
        ),
        AppendOnly(
            model_name='PolicyReview',
        ),
        AppendOnly(
            model_name='SentBack',
        ),
    ]
