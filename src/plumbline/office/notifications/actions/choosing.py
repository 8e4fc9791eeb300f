"""How somebody wants to be told, and about what not."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.notifications.models import Mute, Preference
from plumbline.office.notifications.queries import preference_of
from plumbline.office.people.models import Membership

MOST_MUTES = 200


def choose(reader: Membership, *, how: str, hour: int, weekday: int, kinds_off: list[str]) -> Preference:
    """The next mail is worked out anew."""
    with action("choose_mail", by=reader.person, scope=reader.organisation) as line:
        preference = _kept(reader)
        told = change(preference, how=how, hour=hour, weekday=weekday, kinds_off=sorted(set(kinds_off)))
        change(preference, next_mail_at=None)
        line.about(preference, changed=told)
        if not told:
            line.nothing_happened()
    return preference


def stop_mail(reader: Membership) -> None:
    """From the link in a mail."""
    with action("stop_mail", by=reader.person, scope=reader.organisation) as line:
        preference = _kept(reader)
        line.about(preference)
        if not change(preference, how=Preference.How.NONE, next_mail_at=None):
            line.nothing_happened()


def mute(reader: Membership, about: str) -> None:
    with action("mute", by=reader.person, scope=reader.organisation) as line:
        mutes = Mute.objects.filter(person=reader.person, organisation=reader.organisation)
        if there := mutes.filter(about=about).first():
            line.about(there)
            line.nothing_happened()
            return
        if mutes.count() >= MOST_MUTES:
            raise ValidationError(f"You have muted {MOST_MUTES} things: unmute one of them first.")
        line.about(add(Mute(person=reader.person, organisation=reader.organisation, about=about)))


def unmute(reader: Membership, about: str) -> None:
    with action("unmute", by=reader.person, scope=reader.organisation) as line:
        there = Mute.objects.filter(person=reader.person, organisation=reader.organisation, about=about).first()
        if there is None:
            line.nothing_happened()
            return
        line.about(there)
        Mute.objects.filter(pk=there.pk).delete()


def _kept(reader: Membership) -> Preference:
    preference = preference_of(reader)
    return preference if preference.pk else add(preference)
