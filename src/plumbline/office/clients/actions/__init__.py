"""What can be done about agreements."""

from plumbline.office.clients.actions.agreements import (
    accept_agreement,
    decline_agreement,
    end_agreement,
    narrow_agreement,
)
from plumbline.office.clients.actions.offers import CODE_LASTS, MOST_WRONG_CODES, offer_agreement, type_code
from plumbline.office.clients.actions.standards import offer_standard, take_standard

__all__ = [
    "CODE_LASTS",
    "MOST_WRONG_CODES",
    "accept_agreement",
    "decline_agreement",
    "end_agreement",
    "narrow_agreement",
    "offer_agreement",
    "offer_standard",
    "take_standard",
    "type_code",
]
