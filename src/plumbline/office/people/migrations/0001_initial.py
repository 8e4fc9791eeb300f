import django.db.models.deletion
import django.db.models.functions.text
import plumbline.office.foundation.clock
from django.conf import settings
from django.db import migrations, models

from plumbline.office.foundation.create_together import CreateTogether


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        CreateTogether(
            operations=[migrations.CreateModel(
                name='Organisation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=120)),
                    ('slug', models.SlugField(max_length=60, unique=True)),
                    ('time_zone', models.CharField(default='UTC', max_length=64)),
                    ('currency', models.CharField(default='EUR', max_length=3)),
                    ('created_at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                ],
                options={
                    'ordering': ['name'],
                },
            ), migrations.CreateModel(
                name='Person',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                    ('email', models.EmailField(max_length=254, unique=True)),
                    ('name', models.CharField(max_length=120)),
                    ('time_zone', models.CharField(blank=True, help_text='empty: that of the organisation', max_length=64)),
                    ('is_active', models.BooleanField(default=True)),
                    ('joined_at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                ],
                options={
                    'verbose_name_plural': 'people',
                    'ordering': ['name', 'id'],
                    'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='person_email_once', violation_error_message='Somebody has this email address already.')],
                },
            ), migrations.CreateModel(
                name='Installation',
                fields=[
                    ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                    ('set_up_at', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='one_installation')],
                },
            ), migrations.CreateModel(
                name='Unit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=120)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='people.organisation')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='people.unit')),
                ],
                options={
                    'ordering': ['name'],
                    'constraints': [models.UniqueConstraint(models.F('organisation'), models.F('parent'), django.db.models.functions.text.Lower('name'), name='unit_name_once_per_parent', violation_error_message='There is a unit of this name in the same place.'), models.UniqueConstraint(models.F('organisation'), django.db.models.functions.text.Lower('name'), condition=models.Q(('parent', None)), name='unit_name_once_at_the_top', violation_error_message='There is a unit of this name in the same place.'), models.CheckConstraint(condition=models.Q(('parent', models.F('id')), _negated=True), name='unit_is_not_its_own_parent')],
                },
            ), migrations.CreateModel(
                name='Membership',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('role', models.CharField(choices=[('executive', 'Executive'), ('pmo_manager', 'PMO manager'), ('pmo_staff', 'PMO staff'), ('project_manager', 'Project manager'), ('team_member', 'Team member'), ('guest', 'Guest')], max_length=20)),
                    ('active', models.BooleanField(default=True)),
                    ('since', models.DateTimeField(default=plumbline.office.foundation.clock.now)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.organisation')),
                    ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.unit')),
                ],
                options={
                    'ordering': ['person__name', 'id'],
                    'constraints': [models.UniqueConstraint(models.F('organisation'), models.F('person'), name='membership_once', violation_error_message='This person belongs to the organisation already.'), models.CheckConstraint(condition=models.Q(('role__in', ['executive', 'pmo_manager', 'pmo_staff', 'project_manager', 'team_member', 'guest'])), name='membership_role_is_known')],
                },
            )],
        ),
    ]
