"""The mail itself: each notice with its reason and its link, as plain text and as simple HTML."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from plumbline.office.foundation.sealed import place, words_in
from plumbline.office.notifications.models import Mail, Notice
from plumbline.office.notifications.wording import Wording

MOST_LINES = 50
SALT = "plumbline.stop_mail"


def written(mail: Mail) -> EmailMultiAlternatives:
    """The same mail has the same Message-ID whenever it is tried, so that a mail server knows a second copy."""
    context = _context(mail)
    stop = absolute(reverse("mail:stop", args=[stop_token(mail.person_id, mail.organisation_id)]))
    language = mail.organisation.mail_language
    message = EmailMultiAlternatives(
        subject=_subject(mail, context["lines"], context["count"]),
        body=render_to_string(f"notifications/mail.{language}.txt", {**context, "stop": stop}),
        to=[mail.person.email],
        headers={
            "Message-ID": f"<notices-{mail.pk}-{mail.composed_at:%Y%m%d%H%M%S}@{_host()}>",
            "Auto-Submitted": "auto-generated",
            "Content-Language": language,
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    page = render_to_string(f"notifications/mail.{language}.html", {**context, "stop": stop})
    message.attach_alternative(page, "text/html")
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
    through_inbox = reverse("notifications:open", args=[slug])
    return {
        "mail": mail,
        "count": len(notices),
        "more": max(len(notices) - MOST_LINES, 0),
        "lines": [_line(each, f"{through_inbox}?notice={each.pk}") for each in notices[:MOST_LINES]],
        "inbox": absolute(reverse("notifications:inbox", args=[slug])),
        "preferences": absolute(reverse("notifications:preferences", args=[slug])),
    }


def _line(notice: Notice, through_inbox: str) -> dict[str, str]:
    """As it was told in the language of that day, where that was not the one of the pages."""
    title, reason = notice.title_in_mail or notice.title, notice.reason_in_mail or notice.reason
    secret = words_in(notice.secret_path, place(notice, "secret_path", notice.told_at))
    return {"title": title, "reason": reason, "link": absolute(secret or through_inbox)}


def _subject(mail: Mail, lines: list[dict[str, str]], count: int) -> str:
    """In one line, whatever a title holds: a line break would begin a header."""
    several = Wording("{count} things you should know", count=count)
    what = lines[0]["title"] if count == 1 else several.said_in(mail.organisation.mail_language)
    return " ".join(f"{mail.organisation}: {what}".split())[:200]


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"
