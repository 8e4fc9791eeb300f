"""Two organisations that agree, in one line."""

from __future__ import annotations

from typing import Any

from plumbline.office.clients import actions
from plumbline.office.clients.models import Agreement
from plumbline.office.people.models import Organisation, Person


def proposed(provider: Organisation, client: Organisation, by: Person, **given: Any) -> Agreement:
    agreement, code = actions.offer_agreement(provider, by=by, side="provider", **given)
    actions.type_code(client, by=None, code=code)
    agreement.refresh_from_db()
    return agreement


def accepted(provider: Organisation, client: Organisation, by: Person, other: Person, **given: Any) -> Agreement:
    agreement = proposed(provider, client, by, **given)
    actions.accept_agreement(agreement, organisation=client, by=other)
    return agreement
