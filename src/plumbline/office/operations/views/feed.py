"""The calendar for somebody's own program, which has no session: the address is the secret."""

from __future__ import annotations

from hashlib import sha256

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotFound
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from plumbline.office.events.ics import CONTENT_TYPE
from plumbline.office.operations.feed import HOUR, feed_of, note_reading, reads_too_often, subscriber


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """Every wrong address is answered alike."""
    member = subscriber(secret)
    if member is None:
        return _kept_apart(HttpResponseNotFound("There is no such calendar.", content_type="text/plain"))
    if reads_too_often(member):
        answer = HttpResponse("Read it again in an hour.", status=429, content_type="text/plain")
        answer["Retry-After"] = str(HOUR.seconds)
        return _kept_apart(answer)
    content = feed_of(member)
    note_reading(member)
    etag = quote_etag(sha256(content).hexdigest())
    answer = HttpResponse(content, content_type=CONTENT_TYPE, headers={"ETag": etag})
    return _kept_apart(get_conditional_response(request, etag=etag, response=answer) or answer)


def _kept_apart(answer: HttpResponseBase) -> HttpResponseBase:
    """From shared caches and from search engines."""
    answer["Cache-Control"] = "private, max-age=900"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
