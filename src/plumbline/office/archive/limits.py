"""How much the page that takes archives takes."""

from __future__ import annotations

from django.conf import settings

from plumbline.office.people.queries import nobody_is_there_yet


def of_upload() -> int:
    """Once somebody is there, that page is closed and takes no more than any other."""
    if not nobody_is_there_yet():
        return int(settings.BODY_LIMIT)
    return int(settings.ARCHIVE_LIMIT + settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
