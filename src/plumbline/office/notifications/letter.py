"""The mail itself: each notice with its reason and its link, as plain text and as simple HTML."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from plumbline.office.notifications.models import Mail, Notice

MOST_LINES = 50
SALT = "plumbline.stop_mail"


def written(mail: Mail) -> EmailMultiAlternatives:
    """The same mail has the same Message-ID whenever it is tried, so that a mail server knows a second copy."""
    context = _context(mail)
    stop = absolute(reverse("mail:stop", args=[stop_token(mail.person_id, mail.organisation_id)]))
    message = EmailMultiAlternatives(
        subject=_subject(mail, context["lines"], context["count"]),
        body=render_to_string("notifications/mail.txt", {**context, "stop": stop}),
        to=[mail.person.email],
        headers={
            "Message-ID": f"<notices-{mail.pk}-{mail.composed_at:%Y%m%d%H%M%S}@{_host()}>",
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    message.attach_alternative(render_to_string("notifications/mail.html", {**context, "stop": stop}), "text/html")
    return message


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def stop_token(person_id: int, organisation_id: int) -> str:
    return signing.dumps([person_id, organisation_id], salt=SALT)


def place_of_token(token: str) -> tuple[int, int] | None:
    """Person and organisation of the link at the end of a mail; it works for as long as the mail is kept."""
    try:
        person_id, organisation_id = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return person_id, organisation_id


def _context(mail: Mail) -> dict[str, Any]:
    notices = list(mail.notices.all())
    slug = mail.organisation.slug
    there = reverse("notifications:open", args=[slug])
    return {
        "mail": mail,
        "count": len(notices),
        "more": max(len(notices) - MOST_LINES, 0),
        "lines": [(each, absolute(f"{there}?notice={each.pk}")) for each in notices[:MOST_LINES]],
        "inbox": absolute(reverse("notifications:inbox", args=[slug])),
        "preferences": absolute(reverse("notifications:preferences", args=[slug])),
    }


def _subject(mail: Mail, lines: list[tuple[Notice, str]], count: int) -> str:
    """In one line, whatever a title holds: a line break would begin a header."""
    what = lines[0][0].title if count == 1 else f"{count} things you should know"
    return " ".join(f"{mail.organisation}: {what}".split())[:200]


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"
