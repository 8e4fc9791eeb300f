"""Every page a person can look at: those of the whole office, of the account, and of nobody in particular."""

from __future__ import annotations

import re

from django.test import Client

from plumbline.office.imports.models import Upload
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from web.addresses import addresses
from web.whole_office import Office

SIGNED_OUT = ("/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/", "/nowhere/")
OF_THE_ACCOUNT = ("/account/", "/organisations/", "/accounts/password/change/", "/accounts/2fa/", "/accounts/logout/")


def pages_of(office: Office) -> list[str]:
    """As the PMO manager finds them; what is no page of its own, as a file, a part or a form to send, is left out."""
    slug = office.organisation.slug
    places = [each.path(slug) for each in addresses()]
    places += [f"/o/{slug}/uploads/{each.pk}/" for each in Upload.objects.all()]
    places += [f"/o/{slug}/projects/{each.pk}/" for each in Project.objects.all()]
    places += [*OF_THE_ACCOUNT, f"/o/{slug}/nowhere/", f"/o/{slug}/?status=red"]
    client = office.client(office.people[Role.PMO_MANAGER])
    return [each for each in dict.fromkeys(places) if _is_a_page(client, each)]


def name_of(path: str) -> str:
    """For a picture: the address without its signs."""
    return re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "start"


def _is_a_page(client: Client, path: str) -> bool:
    answer = client.get(path)
    is_html = answer.status_code in (200, 404) and answer["Content-Type"].startswith("text/html")
    return is_html and b"<html" in answer.content
