"""Mail goes out by itself: when it is due is kept with each person's choice, and with each mail."""

from __future__ import annotations

import logging

from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import compose, plan_mail, send
from plumbline.office.notifications.models import Mail, Preference

logger = logging.getLogger(__name__)


def mail_what_is_due() -> None:
    plan_mail()
    for preference_id in Preference.objects.filter(next_mail_at__lte=now()).values_list("pk", flat=True):
        try:
            compose(preference_id)
        except Exception:
            logger.exception("The mail of preference %s was not composed; the next sweep tries again.", preference_id)
    for mail_id in Mail.objects.filter(next_try_at__lte=now()).order_by("next_try_at").values_list("pk", flat=True):
        send(mail_id)


SWEEP = mail_what_is_due
