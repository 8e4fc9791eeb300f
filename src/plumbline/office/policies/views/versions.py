"""What a policy said, version by version."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.prose import as_html
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.policies import queries
from plumbline.office.policies.forms import CompareForm
from plumbline.office.policies.models import Policy
from plumbline.office.policies.texts import Row, compared
from plumbline.office.policies.views.policies import about

PER_PAGE, MOST_REVIEWS = 50, 50


@require_safe
@organisation_page("see_standards")
def versions(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    """All of them, and two side by side by ``?before=1&after=2``."""
    found = queries.policy(request.membership, policy_id)
    listed = queries.versions(found)
    numbers = list(listed.values_list("number", flat=True))
    form = CompareForm(numbers, request.GET) if len(numbers) > 1 else None
    rows = _compared(found, form) if form and form.is_valid() else []
    page = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    reviews = list(queries.reviews(found)[:MOST_REVIEWS])
    context = about(request, found) | {"page": page, "form": form, "rows": rows, "reviews": reviews}
    return render_page(request, "policies/versions.html", context)


@require_safe
@organisation_page("see_standards")
def version(request: OrganisationRequest, policy_id: int, number: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    shown = queries.version(found, number)
    context = about(request, found) | {"version": shown, "text": as_html(shown.text)}
    return render_page(request, "policies/version.html", context)


@require_safe
@organisation_page("see_standards")
def download(request: OrganisationRequest, policy_id: int, number: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    response = HttpResponse(queries.version(found, number).text, content_type="text/markdown; charset=utf-8")
    name = f"{slugify(found.title) or 'policy'}-{number}.md"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def _compared(policy: Policy, form: CompareForm) -> list[Row]:
    before, after = (queries.version(policy, form.cleaned_data[name]) for name in ("before", "after"))
    return compared(before.text, after.text)
