"""What changes policies: written, approved by others than their writers, read, looked at again, withdrawn."""

from plumbline.office.policies.actions.drafts import (
    approve_draft,
    ask_for_approval,
    give_up_draft,
    send_back,
    write_draft,
)
from plumbline.office.policies.actions.policies import (
    Facts,
    begin_policy,
    change_facts,
    confirm_review,
    withdraw_policy,
)
from plumbline.office.policies.actions.reading import acknowledge

__all__ = [
    "Facts",
    "acknowledge",
    "approve_draft",
    "ask_for_approval",
    "begin_policy",
    "change_facts",
    "confirm_review",
    "give_up_draft",
    "send_back",
    "withdraw_policy",
    "write_draft",
]
