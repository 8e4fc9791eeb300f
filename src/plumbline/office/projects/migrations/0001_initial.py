import django.db.models.deletion
import django.db.models.functions.text
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
                name='PlanDocument',
                fields=[
                    ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                    ('content', models.BinaryField()),
                    ('size', models.PositiveIntegerField(help_text='bytes before compression')),
                ],
            ), migrations.CreateModel(
                name='PlanVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('calculation_problem', models.TextField(blank=True, help_text='why the plan cannot be calculated')),
                    ('data_date', models.DateField(blank=True, help_text="in the plan's own local time, like start and finish", null=True)),
                    ('start', models.DateField(blank=True, null=True)),
                    ('finish', models.DateField(blank=True, null=True)),
                    ('activity_count', models.PositiveIntegerField()),
                    ('source_format', models.CharField(max_length=60)),
                    ('original_digest', models.CharField(blank=True, help_text='SHA-256 of the delivered file', max_length=64)),
                    ('message', models.CharField(blank=True, max_length=500)),
                    ('recorded_at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('calculation_document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='projects.plandocument')),
                    ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='projects.plandocument')),
                    ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plan_versions', to='projects.project')),
                ],
                options={
                    'ordering': ['-number'],
                    'constraints': [models.UniqueConstraint(models.F('project'), models.F('number'), name='plan_version_number_once')],
                },
            ), migrations.CreateModel(
                name='Portfolio',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=160)),
                    ('purpose', models.TextField(blank=True, max_length=4000)),
                    ('archived_at', models.DateTimeField(blank=True, null=True)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='portfolios', to='people.organisation')),
                ],
                options={
                    'ordering': ['name'],
                    'constraints': [models.UniqueConstraint(models.F('organisation'), django.db.models.functions.text.Lower('name'), name='portfolio_name_once', violation_error_message='There is a portfolio of this name.')],
                },
            ), migrations.CreateModel(
                name='Programme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=160)),
                    ('purpose', models.TextField(blank=True, max_length=4000)),
                    ('archived_at', models.DateTimeField(blank=True, null=True)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programmes', to='people.organisation')),
                    ('portfolio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programmes', to='projects.portfolio')),
                ],
                options={
                    'ordering': ['name'],
                    'constraints': [models.UniqueConstraint(models.F('portfolio'), django.db.models.functions.text.Lower('name'), name='programme_name_once', violation_error_message='The portfolio has a programme of this name.')],
                },
            ), migrations.CreateModel(
                name='Project',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(max_length=40)),
                    ('name', models.CharField(max_length=200)),
                    ('purpose', models.TextField(blank=True, max_length=4000)),
                    ('phase', models.CharField(blank=True, max_length=80)),
                    ('budget', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True)),
                    ('facts_changed_at', models.DateTimeField(blank=True, db_index=True, null=True)),
                    ('created_at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('archived_at', models.DateTimeField(blank=True, null=True)),
                    ('baseline', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='projects.planversion')),
                    ('current_plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='projects.planversion')),
                    ('manager', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='managed_projects', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='people.organisation')),
                    ('portfolio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='projects.portfolio')),
                    ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='projects.programme')),
                    ('sponsor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sponsored_projects', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['code'],
                    'constraints': [models.UniqueConstraint(models.F('organisation'), django.db.models.functions.text.Lower('code'), name='project_code_once', violation_error_message='Another project has this code.'), models.CheckConstraint(condition=models.Q(('budget', None), ('budget__gte', 0), _connector='OR'), name='budget_not_negative', violation_error_message='A budget cannot be negative.')],
                },
            )],
        ),
        AppendOnly(
            model_name='PlanDocument',
        ),
        AppendOnly(
            model_name='PlanVersion',
        ),
    ]
