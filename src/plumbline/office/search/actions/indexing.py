"""The index of what can be found follows the audit trail, and goes round all rows besides.

Whatever an action did, its audit line names the thing, so that the thing is told again with the next sweep. What the
trail does not name (a row that changed because of another, an import of many) the round finds: a batch of rows of
each subject with every sweep, compared by digest with what the index holds. It also takes out what is gone.

Several workers may do this at once: both write the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from plumbline.office.foundation.models import AuditLine
from plumbline.office.search.catalogue import Subject, subjects
from plumbline.office.search.models import IndexState, SearchDocument, TitleWord
from plumbline.office.search.told import Told

ROWS_PER_BATCH = 2000
LINES_PER_SWEEP = 5000
LINES_AGAIN = 200
"""Audit lines that are followed twice: a transaction may end after a later one, and its line appear behind us."""

_WRITTEN = [
    each.attname for each in SearchDocument._meta.fields if each.name not in ("id", "subject", "source_id", "part")
]


def follow(subject: Subject) -> int:
    """Tells again what audit lines since the last time are about; returns how many rows that were."""
    state, last = _state_of(subject), _last_line()
    lines = AuditLine.objects.filter(pk__gt=state.audit_line - LINES_AGAIN, object_type__in=subject.follows)
    found = list(lines.order_by("pk").values_list("pk", "object_type", "object_id")[:LINES_PER_SWEEP])
    wanted: dict[str, set[int]] = {}
    for _, kind, number in found:
        if number.isdigit():
            wanted.setdefault(subject.follows[kind], set()).add(int(number))
    ids: set[int] = set()
    for way, numbers in wanted.items():
        ids.update(
            numbers if way == "pk" else subject.rows().filter(**{f"{way}__in": numbers}).values_list("pk", flat=True)
        )
    for some in _in_batches(sorted(ids)):
        _renew(subject, subject.rows().filter(pk__in=some), Q(source_id__in=some))
    # where all were read, those about other things need not be passed by again
    through = found[-1][0] if len(found) == LINES_PER_SWEEP else last
    IndexState.objects.filter(pk=subject.name, audit_line__lt=through).update(audit_line=through)
    return len(ids)


def go_round(subject: Subject) -> bool:
    """Compares one batch of rows with the index; returns whether it was the last of the round."""
    state = _state_of(subject)
    rows = subject.rows().filter(pk__gt=state.row).order_by("pk")
    ids = list(rows.values_list("pk", flat=True)[:ROWS_PER_BATCH])
    is_last = len(ids) < ROWS_PER_BATCH
    through = Q() if is_last else Q(source_id__lte=ids[-1])
    _renew(subject, rows.filter(pk__in=ids), Q(source_id__gt=state.row) & through)
    state.row, state.rounds = (0, state.rounds + 1) if is_last else (ids[-1], state.rounds)
    state.save(update_fields=["row", "rounds"])
    return is_last


def index_all() -> None:
    """Everything there is, at once: for a world that was just loaded, and for tests."""
    for subject in subjects().values():
        while not go_round(subject):
            pass


def _renew(subject: Subject, rows: QuerySet, held: Q) -> None:
    """Makes the documents of those rows what the subject tells; ``held`` are the ones that the index has now."""
    told = {each.key: each for row in rows for each in subject.tell(row) if each.path}
    there = {
        (source, part): (pk, digest)
        for pk, source, part, digest in SearchDocument.objects.filter(held, subject=subject.name).values_list(
            "pk", "source_id", "part", "digest"
        )
    }
    gone = [pk for key, (pk, _) in there.items() if key not in told]
    differing = [each for key, each in told.items() if there.get(key, (0, ""))[1] != each.digest()]
    if gone or differing:
        with transaction.atomic():
            for some in _in_batches(gone):
                SearchDocument.objects.filter(pk__in=some).delete()
            _write(subject, differing)


def _write(subject: Subject, told: list[Told]) -> None:
    documents = [each.document(subject.name) for each in told]
    SearchDocument.objects.bulk_create(
        documents,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["subject", "source_id", "part"],
        update_fields=_WRITTEN,
    )
    words = {(each.organisation_id, word) for each in documents for word in each.title_words.split()}
    TitleWord.objects.bulk_create(
        [TitleWord(organisation_id=owner, word=word) for owner, word in sorted(words)],
        batch_size=1000,
        ignore_conflicts=True,
    )


def _state_of(subject: Subject) -> IndexState:
    """A new subject begins with a round, and follows the trail from there on."""
    found = IndexState.objects.filter(pk=subject.name).first()
    if found is None:
        IndexState.objects.bulk_create(
            [IndexState(subject=subject.name, audit_line=_last_line())], ignore_conflicts=True
        )
        found = IndexState.objects.get(pk=subject.name)
    return found


def _last_line() -> int:
    return AuditLine.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _in_batches(ids: list[int]) -> Iterable[list[int]]:
    return (ids[begin : begin + ROWS_PER_BATCH] for begin in range(0, len(ids), ROWS_PER_BATCH))
