"""The pages of archives, and of the end of an organisation."""

from plumbline.office.archive.views.archives import download, make, overview
from plumbline.office.archive.views.deletion import confirm, delete, withdraw
from plumbline.office.archive.views.taking_up import restoration, upload

__all__ = ["confirm", "delete", "download", "make", "overview", "restoration", "upload", "withdraw"]
