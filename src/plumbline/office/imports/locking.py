from __future__ import annotations

from plumbline.office.imports.models import Upload


class CannotUpload(ValueError):
    """The upload cannot be taken, or not now; the message says what to do."""


def locked(upload: Upload, *states: Upload.State) -> Upload:
    """The row as it is now, held until the transaction ends. Raises ``CannotUpload`` if it has moved on."""
    fresh = Upload.objects.select_for_update(of=("self",)).select_related("project__organisation").get(pk=upload.pk)
    if fresh.state not in states:
        raise CannotUpload(f"This upload is already {fresh.get_state_display().lower()}.")
    return fresh
