"""Writing the next version of a standard: begun, changed, reviewed by others than its authors, published."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from plumbline.engine.standard import InvalidStandard
from plumbline.engine.standard.layers import MAX_PAGE_BYTES
from plumbline.engine.standard.yaml_file import MAX_BYTES
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.actions.publishing import as_text, publish, published
from plumbline.office.standards.checked import checked
from plumbline.office.standards.checkouts import Checkout, came_from
from plumbline.office.standards.folders import PATH
from plumbline.office.standards.models import DraftChange, DraftRemark, StandardDraft, StandardVersion

State, Verdict = StandardDraft.State, DraftRemark.Verdict


def begin_draft(
    organisation: Organisation,
    *,
    by: Person,
    title: str,
    files: Mapping[str, bytes],
    begun_from: StandardVersion | None = None,
    checkout: Checkout | None = None,
) -> StandardDraft:
    """A draft with these files; they need not make a standard yet. Raises ``ValidationError`` for what is no text."""
    texts = {name: as_text(name, files[name]) for name in sorted(files)}
    with action("begin_standard_draft", by=by, scope=organisation) as line:
        draft = add(
            StandardDraft(
                organisation=organisation,
                title=title,
                files=texts,
                begun_from=begun_from,
                checkout=checkout.name if checkout else "",
                commit=checkout.commit if checkout else "",
                begun_by=by,
            )
        )
        add(DraftChange(draft=draft, person=by, what="begun"))
        source = begun_from or checkout
        line.about(draft, files=len(texts), begun_from=str(source) if source else None)
        return draft


def read_again(draft: StandardDraft, *, by: Person, files: Mapping[str, bytes], checkout: Checkout) -> None:
    """Puts what is checked out now in the place of all files. What the draft said before is kept with the change.

    Raises ``ValidationError`` for what is no text, and for a draft that is closed or came from elsewhere.
    """
    texts = {name: as_text(name, files[name]) for name in sorted(files)}
    with action("read_standard_draft_again", by=by, scope=draft.organisation) as line:
        locked = _open(draft)
        if locked.checkout != checkout.name:
            raise ValidationError(f"The draft did not come from {checkout.name}.")
        before = came_from(locked.checkout, locked.commit)
        add(DraftChange(draft=locked, person=by, what="read again", replaced=locked.files))
        change(locked, files=texts, commit=checkout.commit, changed_at=now(), state=State.DRAFT)
        line.about(locked, before=before, after=str(checkout), files=len(texts))


def change_page(draft: StandardDraft, *, by: Person, path: str, text: str) -> None:
    """Puts ``text`` into one file, a new one if there was none. A draft in review is being written again.

    Raises ``ValidationError`` for a path that no standard has, and for a draft that is closed.
    """
    if not PATH.match(path) or path.startswith("based_on/"):
        raise ValidationError({"path": f"A standard has no file of this name: {path[:120]}."})
    longest = MAX_PAGE_BYTES if path.endswith(".md") else MAX_BYTES
    if len(text.encode()) > longest:
        raise ValidationError({"text": f"The text is longer than {longest // 1024} KB."})
    text = as_text(path, text.encode()).replace("\r\n", "\n")
    with action("change_standard_draft", by=by, scope=draft.organisation) as line:
        locked = _open(draft)
        if locked.files.get(path) == text:
            line.nothing_happened()
            return
        what = "changed" if path in locked.files else "added"
        _write(locked, locked.files | {path: text}, by, path, what)
        line.about(locked, path=path, what=what)


def remove_page(draft: StandardDraft, *, by: Person, path: str) -> None:
    """Takes one file away; what it said can be read in the version the draft was begun from."""
    with action("change_standard_draft", by=by, scope=draft.organisation) as line:
        locked = _open(draft)
        if path not in locked.files or path.startswith("based_on/"):
            raise ValidationError(f"The draft has no file {path[:120]} that could be removed.")
        _write(locked, {name: text for name, text in locked.files.items() if name != path}, by, path, "removed")
        line.about(locked, path=path, what="removed")


def submit_draft(draft: StandardDraft, *, by: Person) -> None:
    """Asks for review. Raises ``ValidationError`` with every problem of files that cannot be run or published."""
    with action("submit_standard_draft", by=by, scope=draft.organisation) as line:
        locked = _open(draft)
        try:
            standard, _ = checked({name: text.encode() for name, text in locked.files.items()})
        except InvalidStandard as invalid:
            raise ValidationError([str(problem) for problem in invalid.problems[:20]]) from invalid
        published(locked.organisation, standard)
        line.about(locked, **change(locked, state=State.REVIEW))


def remark(draft: StandardDraft, *, by: Person, verdict: str, text: str = "") -> DraftRemark:
    """Says something about the draft as it is. To ask for changes sends it back to be written.

    Raises ``ValidationError`` when an author approves, when there is nothing to approve yet, or without words.
    """
    with action("remark_on_standard_draft", by=by, scope=draft.organisation) as line:
        locked = _open(draft)
        if verdict != Verdict.APPROVE and not text.strip():
            raise ValidationError({"text": "Say in a sentence what you think."})
        if verdict == Verdict.APPROVE and locked.state != State.REVIEW:
            raise ValidationError("It is still being written. Wait until it is sent to review.")
        if verdict == Verdict.APPROVE and is_author(locked, by):
            raise ValidationError("You wrote part of this draft, so somebody else has to approve it.")
        said = add(
            DraftRemark(draft=locked, person=by, verdict=verdict, text=text.strip(), content_hash=locked.content_hash)
        )
        if verdict == Verdict.CHANGE:
            change(locked, state=State.DRAFT)
        line.about(locked, verdict=verdict)
        return said


def publish_draft(draft: StandardDraft, *, by: Person) -> StandardVersion:
    """Publishes what was approved and puts it in force. Raises ``ValidationError`` without an approval of just this."""
    with action("publish_standard_draft", by=by, scope=draft.organisation) as line:
        locked = _open(draft)
        if not approvals(locked):
            raise ValidationError("Nobody but its authors has approved it as it stands now.")
        version = publish(locked.organisation, {name: text.encode() for name, text in locked.files.items()}, by=by)
        change(locked, state=State.PUBLISHED, published_as=version)
        line.about(locked, version=version.version)
        return version


def withdraw_draft(draft: StandardDraft, *, by: Person) -> None:
    """Gives it up; it stays to be read."""
    with action("withdraw_standard_draft", by=by, scope=draft.organisation) as line:
        locked = _open(draft)
        line.about(locked, **change(locked, state=State.WITHDRAWN))


def is_author(draft: StandardDraft, person: Person) -> bool:
    return DraftChange.objects.filter(draft=draft, person=person).exists()


def approvals(draft: StandardDraft) -> list[DraftRemark]:
    """Those of the present content, by people who wrote none of it."""
    authors = DraftChange.objects.filter(draft=draft).values("person")
    found = DraftRemark.objects.filter(draft=draft, verdict=Verdict.APPROVE, content_hash=draft.content_hash)
    return list(found.exclude(person__in=authors).select_related("person"))


def _open(draft: StandardDraft) -> StandardDraft:
    """Of two who change a draft at once, the second sees what the first has written."""
    locked = StandardDraft.objects.select_for_update().get(pk=draft.pk)
    if not locked.is_open:
        raise ValidationError(f"The draft is {locked.get_state_display().lower()} and does not change any more.")
    return locked


def _write(draft: StandardDraft, files: dict[str, str], by: Person, path: str, what: str) -> None:
    change(draft, files=files, changed_at=now(), state=State.DRAFT)
    add(DraftChange(draft=draft, person=by, path=path, what=what))
