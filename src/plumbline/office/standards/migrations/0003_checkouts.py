"""Drafts remember from which checkout they came, and what they said before it was read again."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('standards', '0002_drafts'),
    ]

    operations = [
        migrations.AddField(
            model_name='draftchange',
            name='replaced',
            field=models.JSONField(blank=True, help_text='all files as they were, where all were replaced', null=True),
        ),
        migrations.AddField(
            model_name='standarddraft',
            name='checkout',
            field=models.CharField(blank=True, help_text='name in the folder of standards it came from', max_length=80),
        ),
        migrations.AddField(
            model_name='standarddraft',
            name='commit',
            field=models.CharField(blank=True, help_text='that was checked out there when it was read', max_length=64),
        ),
    ]
