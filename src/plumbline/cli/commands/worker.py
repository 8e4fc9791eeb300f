"""plumbline worker"""

import os

from plumbline.cli.serving.site import SETTINGS


def command() -> None:
    """Work on what is due in the background, until Ctrl-C. Any number of workers may run on PostgreSQL."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup()
    from plumbline.office.foundation.worker import work_until_told_to_stop

    work_until_told_to_stop()
