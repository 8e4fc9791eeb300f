"""Mail in three steps, each safe in several workers at once: planned, composed, sent.

Whatever two workers want both is taken by an update on a condition: the database lets one of them have it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, Max, Min, Q

from plumbline.office.foundation.clock import now
from plumbline.office.notifications import letter
from plumbline.office.notifications.due import next_mail_at
from plumbline.office.notifications.models import Mail, Mute, Notice, Preference
from plumbline.office.people.models import Membership

logger = logging.getLogger(__name__)

OLDEST_MAILED = timedelta(days=14)
"""What has waited longer, because nobody worked on the mail, is found in the inbox and not mailed late."""

MOST_AT_ONCE = 2000
LONGEST_SENDING = timedelta(minutes=20)
"""A try that has not come to an end by then was lost with its worker. Longer than any mail server is waited for."""

PAUSES = tuple(timedelta(minutes=each) for each in (5, 30, 120, 720))
"""After each failed try; after the last one it is given up."""

Place = tuple[int, int]


def plan_mail() -> None:
    """Says for everybody for whom notices wait when their next mail is due."""
    waiting = Notice.objects.filter(waits_for_mail=True).order_by().values("person_id", "organisation_id")
    told = {
        (each["person_id"], each["organisation_id"]): (each["first"], each["last"])
        for each in waiting.annotate(first=Min("told_at"), last=Max("told_at"))
    }
    differing = []
    for preference in _preferences(told):
        if preference.next_mail_at is not None and preference.how != Preference.How.AT_ONCE:
            continue
        first, last = told[preference.person_id, preference.organisation_id]
        zone = ZoneInfo(preference.person.time_zone or preference.organisation.time_zone)
        due = next_mail_at(preference, first, last, zone)
        if due != preference.next_mail_at:
            preference.next_mail_at = due
            differing.append(preference)
    Preference.objects.bulk_update(differing, ["next_mail_at"], batch_size=500)


def compose(preference_id: int) -> Mail | None:
    """Makes one mail of all that waits, if it is due and no other worker has; none if nothing is left to be told."""
    moment = now()
    with transaction.atomic():
        due = Preference.objects.filter(pk=preference_id, next_mail_at__lte=moment)
        if not due.update(next_mail_at=None):
            return None
        preference = Preference.objects.select_related("person", "organisation").get(pk=preference_id)
        place = {"person": preference.person, "organisation": preference.organisation}
        waiting = list(Notice.objects.filter(waits_for_mail=True, **place).order_by("pk")[:MOST_AT_ONCE])
        Notice.objects.filter(pk__in=[each.pk for each in waiting]).update(waits_for_mail=False)
        to_tell = [each.pk for each in _worth_a_mail(waiting, preference)]
        if not to_tell:
            return None
        mail = Mail.objects.create(composed_at=moment, next_try_at=moment, **place)
        Notice.objects.filter(pk__in=to_tell).update(mail=mail)
    return mail


def send(mail_id: int) -> bool:
    """One try, if the mail is due and no other worker has taken it; returns whether it was sent."""
    moment = now()
    due = Mail.objects.filter(pk=mail_id, next_try_at__lte=moment)
    if not due.update(next_try_at=moment + LONGEST_SENDING, tries=F("tries") + 1):
        return False
    mail = Mail.objects.select_related("person", "organisation").get(pk=mail_id)
    if not _belongs(mail):
        _give_up(mail, "This person no longer belongs to the organisation.")
        return False
    try:
        letter.written(mail).send()
    except Exception as failure:
        _note_failure(mail, f"{type(failure).__name__}: {failure}"[:300])
        return False
    with transaction.atomic():
        Mail.objects.filter(pk=mail_id).update(sent_at=now(), next_try_at=None, problem="")
        Notice.objects.filter(mail=mail).update(mailed_at=now())
    return True


def _preferences(places: Iterable[Place]) -> list[Preference]:
    """Of those places; who never chose gets the usual ones."""
    wanted = set(places)
    if not wanted:
        return []
    known = set(Preference.objects.values_list("person_id", "organisation_id"))
    Preference.objects.bulk_create(
        [Preference(person_id=person, organisation_id=place) for person, place in sorted(wanted - known)],
        ignore_conflicts=True,
    )
    found = Preference.objects.select_related("person", "organisation")
    return [each for each in found if (each.person_id, each.organisation_id) in wanted]


def _worth_a_mail(waiting: list[Notice], preference: Preference) -> list[Notice]:
    """Unread, recent, of a kind that is mailed, not muted since; nothing for who left or wants no mail."""
    if preference.how == Preference.How.NONE or not _belongs(preference):
        return []
    place = {"person": preference.person, "organisation": preference.organisation}
    muted = set(Mute.objects.filter(**place).values_list("about", flat=True))
    oldest = now() - OLDEST_MAILED
    return [
        each
        for each in waiting
        if each.read_at is None
        and each.told_at >= oldest
        and each.kind not in preference.kinds_off
        and (each.about not in muted or each.is_a_mention)
    ]


def _belongs(to: Mail | Preference) -> bool:
    active = Q(active=True, person__is_active=True)
    return Membership.objects.filter(active, person=to.person, organisation=to.organisation).exists()


def _note_failure(mail: Mail, problem: str) -> None:
    if mail.tries > len(PAUSES):
        _give_up(mail, problem)
        return
    logger.warning("Mail %s could not be sent; it is tried again. (%s)", mail.pk, problem)
    Mail.objects.filter(pk=mail.pk).update(next_try_at=now() + PAUSES[mail.tries - 1], problem=problem)


def _give_up(mail: Mail, problem: str) -> None:
    logger.error("Mail %s was given up after %s tries. (%s)", mail.pk, mail.tries, problem)
    Mail.objects.filter(pk=mail.pk).update(next_try_at=None, given_up_at=now(), problem=problem)
