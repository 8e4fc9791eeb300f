"""Questions about somebody's inbox in one organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.apps import apps
from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, Model, Q, QuerySet
from django.http import Http404, QueryDict
from django.utils import timezone

from plumbline.office.notifications.kinds import NAMES, name_of
from plumbline.office.notifications.models import Mail, Mute, Notice, Preference
from plumbline.office.people.models import Membership, Organisation

MOST_COUNTED = 99
MOST_CHOICES = 100


@dataclass(frozen=True, slots=True)
class Filters:
    """``show`` is all or unread; ``kind`` and ``about`` narrow further."""

    show: str
    kind: str
    about: str

    @classmethod
    def read(cls, query: QueryDict) -> Filters:
        show = "unread" if query.get("show") == "unread" else ""
        return cls(show, query.get("kind", "")[:40], query.get("about", "")[:60])


@dataclass(frozen=True, slots=True)
class Day:
    """Notices of one day on one page of the inbox, each with the name of what it is about."""

    day: date
    unread: bool
    lines: list[tuple[Notice, str]]


def unread_count(reader: Membership) -> int:
    """Up to one more than is ever shown: nobody needs to know whether it is 300 or 400."""
    return _own(reader).filter(read_at=None).order_by()[: MOST_COUNTED + 1].count()


def inbox(reader: Membership, filters: Filters) -> QuerySet[Notice]:
    """What is unread first, then the newest."""
    found = _own(reader)
    if filters.show:
        found = found.filter(read_at=None)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.about:
        found = found.filter(about=filters.about)
    is_read = ExpressionWrapper(Q(read_at__isnull=False), BooleanField())
    return found.order_by(is_read, "-told_at", "-pk")


def by_day(reader: Membership, notices: list[Notice]) -> Iterator[Day]:
    """In the reader's own time zone, which is the present one while a page is made."""
    names = names_of(reader.organisation, {each.about for each in notices})
    for (read, day), some in groupby(notices, lambda each: (bool(each.read_at), timezone.localdate(each.told_at))):
        yield Day(day, not read, [(each, names.get(each.about, "")) for each in some])


def notice(reader: Membership, notice_id: str) -> Notice:
    """404 for what was told to somebody else."""
    found = _own(reader).filter(pk=int(notice_id)).first() if notice_id.isascii() and notice_id.isdigit() else None
    if found is None:
        raise Http404
    return found


def last_notice(reader: Membership) -> int:
    """The number of the newest; 0 if there is none."""
    return _own(reader).order_by("-pk").values_list("pk", flat=True).first() or 0


def kinds_told(reader: Membership) -> list[tuple[str, str]]:
    """Those that are in the inbox, with their names."""
    kinds = _own(reader).order_by().values_list("kind", flat=True).distinct()[:MOST_CHOICES]
    return sorted(((each, name_of(each)) for each in kinds), key=lambda each: each[1])


def kinds_to_choose(reader: Membership) -> list[tuple[str, str]]:
    return sorted({**NAMES, **dict(kinds_told(reader))}.items(), key=lambda each: each[1])


def things_told(reader: Membership) -> list[tuple[str, str]]:
    """What the notices in the inbox are about, with names."""
    found = _own(reader).exclude(about="").order_by().values_list("about", flat=True).distinct()[:MOST_CHOICES]
    return sorted(names_of(reader.organisation, found).items(), key=lambda each: each[1])


def mutes(reader: Membership) -> list[tuple[str, str]]:
    found = Mute.objects.filter(person=reader.person, organisation=reader.organisation).values_list("about", flat=True)
    return sorted(names_of(reader.organisation, found).items(), key=lambda each: each[1])


def names_of(organisation: Organisation, abouts: Iterable[str]) -> dict[str, str]:
    """ "project:12" is the thing of the model Project with that number; one query for each model.

    What is not, or no longer, one of the organisation's is left out.
    """
    by_model: dict[str, set[int]] = {}
    for each in abouts:
        kind, _, number = each.partition(":")
        if number.isascii() and number.isdigit() and len(number) < 19:
            by_model.setdefault(kind, set()).add(int(number))
    return {
        f"{name}:{each.pk}": str(each)
        for name, numbers in by_model.items()
        if (model := _model_of_an_organisation(name))
        for each in model._default_manager.filter(organisation=organisation, pk__in=numbers)
    }


def _model_of_an_organisation(name: str) -> type[Model] | None:
    """Of the office, by its name in small letters, if its things belong to one organisation."""
    for each in apps.get_models():
        if each._meta.model_name == name and each._meta.app_config.name in settings.OFFICE_APPS:
            belongs = any(field.name == "organisation" for field in each._meta.fields)
            return each if belongs else None
    return None


def preference_of(reader: Membership) -> Preference:
    """As chosen; unsaved and as usual for who never chose."""
    place = {"person": reader.person, "organisation": reader.organisation}
    return Preference.objects.filter(**place).first() or Preference(**place)


def mail_given_up(reader: Membership) -> Mail | None:
    """The last mail, if it could not be delivered."""
    last = Mail.objects.filter(person=reader.person, organisation=reader.organisation).order_by("-pk").first()
    return last if last and last.given_up_at else None


def waiting_for_mail(reader: Membership) -> int:
    return _own(reader).filter(waits_for_mail=True, read_at=None).count()


def _own(reader: Membership) -> QuerySet[Notice]:
    return Notice.objects.filter(person=reader.person_id, organisation=reader.organisation_id)
