"""A text is written by some and approved by another; what was published never changes, and every step is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from office.policies.conftest import Publish, again, place_of
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.policies import actions
from plumbline.office.policies.models import Acknowledgement, Policy, PolicyDraft, PolicyVersion
from plumbline.office.policies.texts import MAX_BYTES, MAX_LINES

pytestmark = pytest.mark.django_db


def refusal(do: Callable[[], object]) -> str:
    with pytest.raises(ValidationError) as refused:
        do()
    return " ".join(refused.value.messages)


def seen_now(policy: Policy) -> str:
    return policy.drafts.latest("pk").fingerprint


def rewrite(policy: Policy, by: Person, text: str = "Nobody swims.", **more: object) -> None:
    actions.write_draft(policy, by=by, text=text, what_changed="Swimming.", **more)  # type: ignore[arg-type]
    actions.ask_for_approval(policy, by=by)


def test_nobody_approves_a_text_of_which_they_wrote_a_word(policy: Policy, ada: Person, rose: Person) -> None:
    rewrite(policy, ada)
    actions.write_draft(policy, by=rose, text="Nobody swims here.", what_changed="Swimming.")
    actions.ask_for_approval(policy, by=ada)
    seen = seen_now(policy)
    assert "somebody else" in refusal(lambda: actions.approve_draft(policy, by=ada, seen=seen))
    assert "somebody else" in refusal(lambda: actions.approve_draft(policy, by=rose, seen=seen))


def test_who_wrote_the_version_before_may_approve_the_next(policy: Policy, ada: Person, rose: Person) -> None:
    rewrite(policy, rose)
    assert actions.approve_draft(policy, by=ada, seen=seen_now(policy)).number == 2


def test_what_was_changed_since_it_was_read_is_not_approved(policy: Policy, ada: Person, rose: Person) -> None:
    rewrite(policy, ada)
    seen = seen_now(policy)
    rewrite(policy, ada, minor=True)
    assert "changed since you opened it" in refusal(lambda: actions.approve_draft(policy, by=rose, seen=seen))


def test_a_change_takes_the_question_for_approval_back(policy: Policy, ada: Person, rose: Person) -> None:
    rewrite(policy, ada)
    actions.write_draft(policy, by=ada, text="Nobody dives.", what_changed="Diving.")
    seen = seen_now(policy)
    assert "still being written" in refusal(lambda: actions.approve_draft(policy, by=rose, seen=seen))


def test_saving_the_same_again_makes_nobody_a_writer(policy: Policy, ada: Person, rose: Person) -> None:
    rewrite(policy, ada)
    actions.write_draft(policy, by=rose, text="Nobody swims.", what_changed="Swimming.")
    assert actions.approve_draft(policy, by=rose, seen=seen_now(policy)).number == 2


def test_what_was_published_and_who_read_it_stays_for_ever(policy: Policy, ada: Person) -> None:
    actions.acknowledge(policy, reader=place_of(ada), number=1)
    texts, readers = PolicyVersion.objects.filter(policy=policy), Acknowledgement.objects.all()
    for change in (lambda: texts.update(text="Everybody runs."), readers.delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_the_next_version_says_what_changed(policy: Policy, ada: Person) -> None:
    actions.write_draft(policy, by=ada, text="Nobody swims.")
    assert "what changes" in refusal(lambda: actions.ask_for_approval(policy, by=ada))


def test_the_first_version_is_never_a_small_correction(harbour: Organisation, policy: Policy) -> None:
    assert policy.current is not None
    assert (policy.current.number, policy.current.minor, policy.read_from) == (1, False, 1)


def test_a_draft_that_is_given_up_leaves_what_holds(policy: Policy, ada: Person) -> None:
    rewrite(policy, ada)
    actions.give_up_draft(policy, by=ada)
    assert again(policy).current == policy.current
    assert policy.drafts.filter(state=PolicyDraft.State.GIVEN_UP).count() == 1
    assert "no draft" in refusal(lambda: actions.give_up_draft(policy, by=ada))


def test_to_send_back_needs_words(policy: Policy, ada: Person, rose: Person) -> None:
    rewrite(policy, ada)
    assert "what has to change" in refusal(lambda: actions.send_back(policy, by=rose, note=" "))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" \n", "Write what it says"),
        ("x" * (MAX_BYTES + 1), "longer than 64 KB"),
        ("x\n" * MAX_LINES + "x", "more than 2,000 lines"),
        ("a\0b", "NUL"),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused(policy: Policy, ada: Person, text: str, words: str) -> None:
    assert words in refusal(lambda: actions.write_draft(policy, by=ada, text=text))
    assert not policy.drafts.filter(state__in=PolicyDraft.OPEN).exists()


def test_what_is_withdrawn_changes_no_more(policy: Policy, ada: Person, rose: Person) -> None:
    rewrite(policy, ada)
    actions.withdraw_policy(policy, by=rose, reason="The law says it.")
    assert not policy.drafts.filter(state__in=PolicyDraft.OPEN).exists()
    for late in (
        lambda: actions.write_draft(policy, by=ada, text="x"),
        lambda: actions.approve_draft(policy, by=rose, seen=""),
        lambda: actions.confirm_review(policy, by=ada),
        lambda: actions.withdraw_policy(policy, by=rose, reason="Again."),
    ):
        assert "withdrawn" in refusal(late)


def test_every_step_leaves_its_line(publish: Publish) -> None:
    publish()
    lines = AuditLine.objects.filter(verb__contains="polic").order_by("pk").values_list("verb", flat=True)
    assert list(lines) == ["begin_policy", "ask_for_policy_approval", "approve_policy"]
