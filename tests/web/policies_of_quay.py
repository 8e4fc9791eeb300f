"""What Quay keeps to: a policy that was read, with a draft of its next version, and one that waits for approval."""

from __future__ import annotations

from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.policies import actions as policies


def keep_policies_at_quay(organisation: Organisation, people: dict[Role, Person]) -> None:
    """One that most have to read, with a draft of its second version; one that waits for its first approval."""
    staff, manager, executive = (people[each] for each in (Role.PMO_STAFF, Role.PMO_MANAGER, Role.EXECUTIVE))
    concerned = {"concerns": "roles", "roles": [Role.PROJECT_MANAGER, Role.PMO_MANAGER], "reading_days": 14}
    facts = policies.Facts("Rules of the quay", "policy", staff, **concerned)  # type: ignore[arg-type]
    policy = policies.begin_policy(organisation, facts, by=staff, text="Nobody runs on the quay.")
    policies.ask_for_approval(policy, by=staff)
    policies.approve_draft(policy, by=executive, seen=policy.drafts.get().fingerprint)
    reader = Membership.objects.get(organisation=organisation, person=people[Role.PROJECT_MANAGER])
    policies.acknowledge(policy, reader=reader, number=1)
    policies.confirm_review(policy, by=manager, note="The quay is as it was.")
    policies.write_draft(
        policy, by=staff, text="Nobody runs or swims on the quay.", what_changed="No swimming at the quay."
    )
    policies.ask_for_approval(policy, by=staff)
    policies.send_back(policy, by=manager, note="The quay has a pool.")
    waiting = policies.begin_policy(
        organisation, policies.Facts("Quay lamps", "guideline", staff), by=staff, text="Lamps on the quay."
    )
    policies.ask_for_approval(waiting, by=staff)
