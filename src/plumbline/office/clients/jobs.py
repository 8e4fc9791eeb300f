"""Wrong codes are forgotten when they no longer count."""

from __future__ import annotations

from datetime import timedelta

from plumbline.office.clients.models import WrongCode
from plumbline.office.foundation.clock import now

KEPT_FOR = timedelta(days=7)


def forget_wrong_codes() -> None:
    WrongCode.objects.filter(at__lt=now() - KEPT_FOR).delete()


SWEEP = forget_wrong_codes
