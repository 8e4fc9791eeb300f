"""What an assessor answers, a page for each perspective."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plumbline.engine.maturity import Perspective
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.maturity import actions, queries
from plumbline.office.maturity.forms import JudgementForm, judgement_forms, said_in
from plumbline.office.maturity.models import Assessor, Round
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("assess_maturity")
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: OrganisationRequest, round_id: int, perspective: str) -> HttpResponse:
    """Saved at once; then comes the next page."""
    assessor = assessor_in(request, round_id)
    found = assessor.round
    if not found.is_open:
        messages.info(request, "The round is over; answers do not change any more.")
        return redirect("maturity:round", request.organisation.slug, found.pk)
    page = queries.answering_page(assessor, perspective_of(found, perspective))
    forms = judgement_forms(page, request.POST if request.method == "POST" else None)
    if request.method == "POST" and saved(assessor, forms):
        messages.success(request, "Saved. You can leave and go on at any time.")
        goes_on = request.POST.get("do") == "next" and page.following
        return redirect("maturity:answer", request.organisation.slug, found.pk, goes_on or perspective)
    context = {"tab": "maturity", "round": found, "assessor": assessor, "page": page, "forms": forms}
    return render_page(request, "maturity/answer.html", context)


@organisation_page("assess_maturity")
@require_safe
def resume(request: OrganisationRequest, round_id: int) -> HttpResponse:
    """Where this assessor stopped."""
    assessor = assessor_in(request, round_id)
    question = queries.where_to_go_on(assessor)
    page = reverse("maturity:answer", args=[request.organisation.slug, round_id, question.perspective])
    return redirect(f"{page}#{question.key}")


@organisation_page("assess_maturity")
@require_POST
def keep(request: OrganisationRequest, round_id: int, attribute: str) -> HttpResponse:
    """One answer, sent by the page while somebody answers. Says that it is saved, or what is wrong."""
    assessor = assessor_in(request, round_id)
    known = {each.key: each.perspective for each in assessor.round.model.attributes()}
    page = queries.answering_page(assessor, perspective_of(assessor.round, known.get(attribute, "")))
    form = next(each for each in judgement_forms(page, request.POST) if each.question.attribute.key == attribute)
    refused = ""
    if not assessor.round.is_open:
        refused = "The round is over; answers do not change any more."
    elif form.add_prefix("value") not in request.POST:
        refused = "No answer was sent."
    elif not saved(assessor, [form]):
        refused = " ".join(str(said) for each in form.errors.values() for said in each)
    else:
        page = queries.answering_page(assessor, page.perspective)
    return render_page(request, "maturity/parts/saved.html", {"refused": refused, "page": page})


def saved(assessor: Assessor, forms: list[JudgementForm]) -> bool:
    valid = [each.is_valid() for each in forms]
    if not all(valid):
        return False
    try:
        actions.save_judgements(assessor, said_in(forms))
    except ValidationError as refused:
        by_key = refused.message_dict if hasattr(refused, "error_dict") else {}
        for each in forms:
            for said in by_key.get(each.question.attribute.key, [] if by_key else refused.messages):
                each.add_error("comment", said)
        return False
    return True


@organisation_page("assess_maturity")
@require_POST
def finish(request: OrganisationRequest, round_id: int) -> HttpResponse:
    assessor = assessor_in(request, round_id)
    try:
        actions.finish(assessor)
        messages.success(request, "Thank you. You may still change your answers until the round is closed.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("maturity:round", request.organisation.slug, round_id)


@organisation_page("assess_maturity")
@require_POST
def again(request: OrganisationRequest, round_id: int) -> HttpResponse:
    assessor = assessor_in(request, round_id)
    try:
        actions.take_up_again(assessor)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("maturity:round", request.organisation.slug, round_id)
    return redirect("maturity:resume", request.organisation.slug, round_id)


def assessor_in(request: OrganisationRequest, round_id: int) -> Assessor:
    """404 for a round of another organisation, 403 for who was not asked."""
    found = queries.round_in(request.organisation, round_id)
    assessor = queries.assessor_of(found, request.user)
    if assessor is None:
        raise PermissionDenied("This round does not allow your answers: it is assessed by those who were asked to.")
    return assessor


def perspective_of(found: Round, key: str) -> Perspective:
    """404 for one that the model of the round does not have."""
    try:
        return found.model.perspective(key)
    except KeyError:
        raise Http404 from None
