"""One message with a scheduled report to one person."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse

from plumbline.office.foundation import typeset
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.wording import day_said_in
from plumbline.office.people import queries as people
from plumbline.office.reporting.catalogue import reports
from plumbline.office.reporting.document import Document
from plumbline.office.reporting.models import Delivery, Snapshot
from plumbline.office.reporting.render import pdf

logger = logging.getLogger(__name__)

WAIT = timedelta(minutes=10)
LARGEST_ATTACHMENT = 8 * 1024 * 1024
NOT_ALLOWED = "Their role may not see it any more."


def send_delivery(delivery_id: int) -> bool:
    """Claims the row first: of two workers, one sends. What the mail server refused is tried again later."""
    moment = now()
    waiting = Delivery.objects.filter(pk=delivery_id, due_at__lte=moment)
    if not waiting.update(due_at=None, claimed_at=moment, attempts=F("attempts") + 1):
        return False
    delivery = Delivery.objects.select_related("snapshot__organisation", "snapshot__made_by", "person").get(
        pk=delivery_id
    )
    if not _may_read(delivery):
        Delivery.objects.filter(pk=delivery.pk).update(problem=NOT_ALLOWED)
        return False
    try:
        _message(delivery).send()
    except (OSError, SMTPException) as refused:
        logger.warning("Delivery %s was refused: %s", delivery.pk, refused)
        again = moment + WAIT * delivery.attempts if delivery.attempts < Delivery.MOST_ATTEMPTS else None
        problem = f"The mail server refused it: {refused}"[:500]
        Delivery.objects.filter(pk=delivery.pk).update(due_at=again, problem=problem)
        return False
    Delivery.objects.filter(pk=delivery.pk).update(sent_at=now(), problem="")
    return True


def _may_read(delivery: Delivery) -> bool:
    """As things are now, not as they were when the schedule was set."""
    snapshot = delivery.snapshot
    membership = people.membership_in(snapshot.organisation.slug, delivery.person)
    return membership is not None and reports()[snapshot.report].may_be_read_by(membership)


def _message(delivery: Delivery) -> EmailMessage:
    snapshot = delivery.snapshot
    attached = _attachment(snapshot)
    document = Document.of_data(snapshot.document)
    language = snapshot.organisation.mail_language
    told = {
        "snapshot": snapshot,
        "day": day_said_in(language, document.as_of),
        "attached": bool(attached),
        "address": address_of(snapshot),
    }
    body = render_to_string(f"reporting/delivery.{language}.txt", told)
    subject = f"{snapshot.title}: {snapshot.subtitle}".replace("\n", " ").replace("\r", " ")
    message = EmailMessage(subject, body, to=[delivery.person.email], headers={"Content-Language": language})
    if attached:
        message.attach(f"{snapshot.report}-{document.as_of}.pdf", attached, "application/pdf")
    return message


def address_of(snapshot: Snapshot) -> str:
    """By the first name that the site answers to."""
    path = reverse("reporting:snapshot", args=[snapshot.organisation.slug, snapshot.pk])
    scheme = "https" if settings.SESSION_COOKIE_SECURE else "http"
    return f"{scheme}://{settings.ALLOWED_HOSTS[0]}{path}"


def _attachment(snapshot: Snapshot) -> bytes | None:
    if not typeset.can_be_made():
        return None
    made = pdf.pdf_of(Document.of_data(snapshot.document))
    return made if len(made) <= LARGEST_ATTACHMENT else None
