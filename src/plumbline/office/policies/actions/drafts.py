"""The text of a policy on its way to the next version. Whoever wrote a word of it never approves it."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.policies.actions.locking import locked_policy
from plumbline.office.policies.models import Policy, PolicyDraft, PolicyVersion, SentBack
from plumbline.office.policies.texts import checked, hash_of

State = PolicyDraft.State


def write_draft(policy: Policy, *, by: Person, text: str, what_changed: str = "", minor: bool = False) -> PolicyDraft:
    """Begins the draft of the next version, or changes it. One that waited for approval is being written again.

    Raises ``ValidationError`` by field for a text that is too long or empty, and once the policy is withdrawn.
    """
    with action("write_policy_draft", by=by, scope=policy.organisation) as line:
        locked = locked_policy(policy)
        draft = locked.drafts.filter(state__in=PolicyDraft.OPEN).first()
        if draft is None:
            draft = add_draft(locked, by, text, what_changed, minor)
            line.about(draft, begun=True)
            return draft
        values = {"text": checked(text), "what_changed": what_changed.strip(), "minor": minor}
        if all(getattr(draft, name) == value for name, value in values.items()):
            line.nothing_happened()
            return draft
        change(draft, **values, changed_at=now(), state=State.WRITING)
        draft.writers.add(by)
        line.about(draft, length=len(draft.text))
        return draft


def ask_for_approval(policy: Policy, *, by: Person) -> None:
    """Raises ``ValidationError`` without a draft, and without a word on what changed since the version before."""
    with action("ask_for_policy_approval", by=by, scope=policy.organisation) as line:
        locked = locked_policy(policy)
        draft = _open_draft(locked)
        if locked.current and not draft.what_changed:
            raise ValidationError("Say in the draft what changes, in a sentence. Its readers see it first.")
        line.about(draft, **change(draft, state=State.ASKED))


def send_back(policy: Policy, *, by: Person, note: str) -> None:
    """The draft is being written again, with the note beside it."""
    with action("send_back_policy_draft", by=by, scope=policy.organisation) as line:
        draft = _waiting(locked_policy(policy))
        if not note.strip():
            raise ValidationError({"note": "Say what has to change."})
        add(SentBack(draft=draft, person=by, note=note.strip()))
        line.about(draft, **change(draft, state=State.WRITING))


def approve_draft(policy: Policy, *, by: Person, seen: str) -> PolicyVersion:
    """Publishes the draft as the next version. ``seen`` is the fingerprint of what was read.

    Raises ``ValidationError`` for one's own text, and for a draft that changed since it was read.
    """
    with action("approve_policy", by=by, scope=policy.organisation) as line:
        locked = locked_policy(policy)
        draft = _waiting(locked)
        if draft.writers.filter(pk=by.pk).exists():
            raise ValidationError("You wrote part of it, so somebody else has to approve it.")
        if draft.fingerprint != seen:
            raise ValidationError("It was changed since you opened it. Read it again, then decide.")
        version = _next_version(locked, draft, by)
        change(draft, state=State.APPROVED)
        line.about(locked, version=version.number, content=version.content_hash)
        return version


def give_up_draft(policy: Policy, *, by: Person) -> None:
    """Nobody goes on with it. What was published before holds on."""
    with action("give_up_policy_draft", by=by, scope=policy.organisation) as line:
        draft = _open_draft(locked_policy(policy))
        line.about(draft, **change(draft, state=State.GIVEN_UP))


def add_draft(policy: Policy, by: Person, text: str, what_changed: str = "", minor: bool = False) -> PolicyDraft:
    """Within the action that begins it."""
    draft = add(PolicyDraft(policy=policy, text=checked(text), what_changed=what_changed.strip(), minor=minor))
    draft.writers.add(by)
    return draft


def _next_version(policy: Policy, draft: PolicyDraft, by: Person) -> PolicyVersion:
    before = policy.current
    minor = draft.minor and before is not None
    version = add(
        PolicyVersion(
            policy=policy,
            number=before.number + 1 if before else 1,
            text=draft.text,
            what_changed=draft.what_changed,
            minor=minor,
            draft=draft,
            approved_by=by,
            content_hash=hash_of(draft.text),
        )
    )
    asks = {} if minor else {"read_from": version.number, "asks_since": version.approved_at}
    due = today(policy.organisation) + timedelta(days=policy.review_days)
    change(policy, current=version, state=Policy.State.PUBLISHED, review_due=due, **asks)
    return version


def _open_draft(policy: Policy) -> PolicyDraft:
    draft = policy.drafts.filter(state__in=PolicyDraft.OPEN).first()
    if draft is None:
        raise ValidationError("There is no draft of it.")
    return draft


def _waiting(policy: Policy) -> PolicyDraft:
    draft = _open_draft(policy)
    if draft.state != State.ASKED:
        raise ValidationError("It is still being written. Wait until its approval is asked for.")
    return draft
