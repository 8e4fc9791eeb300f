"""A policy beside its text: whom it concerns, who owns it, whether it is still right, and its end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.people.queries import today
from plumbline.office.policies.actions.drafts import add_draft
from plumbline.office.policies.actions.locking import locked_policy
from plumbline.office.policies.models import ConcernedRole, Policy, PolicyDraft, PolicyReview

Concerns, State = Policy.Concerns, Policy.State


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a policy beside its text. ``roles`` or ``units`` count where ``concerns`` says so."""

    title: str
    kind: str
    owner: Person
    area: str = ""
    review_days: int = 365
    concerns: str = Concerns.EVERYBODY
    roles: Collection[str] = ()
    units: Collection[Unit] = ()
    reading_days: int | None = None

    @property
    def kept(self) -> dict[str, object]:
        """The fields of the policy itself."""
        names = ("title", "kind", "owner", "area", "review_days", "concerns", "reading_days")
        return {name: getattr(self, name) for name in names}


def begin_policy(organisation: Organisation, facts: Facts, *, by: Person, text: str) -> Policy:
    """A policy with its first draft; it holds for nobody yet. Raises ``ValidationError`` by field."""
    with action("begin_policy", by=by, scope=organisation) as line:
        _check(organisation, facts)
        policy = add(Policy(organisation=organisation, created_by=by, **facts.kept))
        _set_concerned(policy, facts)
        add_draft(policy, by, text)
        line.about(policy, kind=facts.kind)
        return policy


def change_facts(policy: Policy, facts: Facts, *, by: Person) -> None:
    """The text stays. Whom it newly concerns is asked from now on. Raises ``ValidationError`` by field."""
    with action("change_policy", by=by, scope=policy.organisation) as line:
        locked = locked_policy(policy)
        _check(locked.organisation, facts)
        before = _asking(locked)
        if locked.review_due:
            moved = timedelta(days=facts.review_days - locked.review_days)
            told = change(locked, **facts.kept, review_due=locked.review_due + moved)
        else:
            told = change(locked, **facts.kept)
        _set_concerned(locked, facts)
        if _asking(locked) != before:
            told |= change(locked, asks_since=now())
            told["concerned"] = [list(before[1:3]), list(_asking(locked)[1:3])]
        if not told:
            line.nothing_happened()
            return
        line.about(locked, changed=told)


def confirm_review(policy: Policy, *, by: Person, note: str = "") -> PolicyReview:
    """It is still right, so it is looked at again after its interval. Raises ``ValidationError`` if nothing holds."""
    with action("confirm_policy", by=by, scope=policy.organisation) as line:
        locked = locked_policy(policy)
        if not locked.is_published or locked.current is None:
            raise ValidationError("Only what is published can be found to be right.")
        due = today(locked.organisation) + timedelta(days=locked.review_days)
        review = add(PolicyReview(version=locked.current, person=by, note=note.strip(), due=due))
        line.about(locked, version=locked.current.number, **change(locked, review_due=due))
        return review


def withdraw_policy(policy: Policy, *, by: Person, reason: str) -> None:
    """It holds no more and asks nobody; it stays to be read, with the reason. An open draft is given up."""
    with action("withdraw_policy", by=by, scope=policy.organisation) as line:
        locked = locked_policy(policy)
        if not reason.strip():
            raise ValidationError({"reason": "Say why it does not hold any more."})
        for draft in locked.drafts.filter(state__in=PolicyDraft.OPEN):
            change(draft, state=PolicyDraft.State.GIVEN_UP)
        end = {"withdrawn_by": by, "withdrawn_at": now(), "withdrawal_reason": reason.strip()}
        line.about(locked, **change(locked, state=State.WITHDRAWN, review_due=None, **end))


def _asking(policy: Policy) -> tuple[object, ...]:
    """Whom the policy asks to read it."""
    roles = sorted(ConcernedRole.objects.filter(policy=policy).values_list("role", flat=True))
    units = sorted(policy.units.values_list("name", flat=True))
    return policy.concerns, tuple(roles), tuple(units), policy.reading_days is not None


def _check(organisation: Organisation, facts: Facts) -> None:
    if not Membership.objects.filter(organisation=organisation, person=facts.owner, active=True).exists():
        raise ValidationError({"owner": f"{facts.owner} does not belong to {organisation}."})
    if facts.concerns == Concerns.ROLES and not facts.roles:
        raise ValidationError({"roles": "Choose the roles that it concerns."})
    if facts.concerns == Concerns.UNITS and not facts.units:
        raise ValidationError({"units": "Choose the units that it concerns."})
    if any(each.organisation_id != organisation.pk for each in facts.units):
        raise ValidationError({"units": f"Choose among the units of {organisation}."})


def _set_concerned(policy: Policy, facts: Facts) -> None:
    roles = set(facts.roles) if facts.concerns == Concerns.ROLES else set()
    ConcernedRole.objects.filter(policy=policy).exclude(role__in=roles).delete()
    there = set(ConcernedRole.objects.filter(policy=policy).values_list("role", flat=True))
    for role in sorted(roles - there):
        add(ConcernedRole(policy=policy, role=role))
    policy.units.set(facts.units if facts.concerns == Concerns.UNITS else ())
