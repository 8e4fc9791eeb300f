"""How somebody is told, and about what not."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.notifications import actions, letter, queries
from plumbline.office.notifications.forms import MuteForm, PreferenceForm
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.models import Membership


@organisation_page("see_inbox")
def preferences(request: OrganisationRequest) -> HttpResponse:
    reader = request.membership
    form = PreferenceForm(reader, request.POST or None)
    if attempt(form, lambda: actions.choose(reader, **form.choice())):
        messages.success(request, "Your choice is kept.")
        return redirect("notifications:preferences", request.organisation.slug)
    context = {
        "form": form,
        "preference": queries.preference_of(reader),
        "waiting": queries.waiting_for_mail(reader),
        "given_up": queries.mail_given_up(reader),
        "mutes": queries.mutes(reader),
        "mail_folder": settings.DEMO and getattr(settings, "EMAIL_FILE_PATH", None),
    }
    return render_page(request, "notifications/preferences.html", context)


@organisation_page("see_inbox")
@require_POST
def mute(request: OrganisationRequest) -> HttpResponse:
    form = MuteForm(request.membership, request.POST)
    if form.is_valid():
        attempt(form, lambda: actions.mute(request.membership, form.cleaned_data["about"]))
        if form.is_valid():
            messages.success(request, f"{form.name} is muted: only who mentions you there still reaches you.")
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return redirect(
        "notifications:preferences" if form.is_valid() else "notifications:inbox", request.organisation.slug
    )


@organisation_page("see_inbox")
@require_POST
def unmute(request: OrganisationRequest) -> HttpResponse:
    form = MuteForm(request.membership, request.POST)
    if form.is_valid():
        actions.unmute(request.membership, form.cleaned_data["about"])
        messages.success(request, f"You are told about {form.name} again.")
    return redirect("notifications:preferences", request.organisation.slug)


@csrf_exempt
@never_cache
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """The link at the end of a mail. Following it asks; a mail program that may do it in one step posts at once.

    The token says whose mail it is and is all that is asked for: whoever holds the mail may stop the next.
    """
    place = letter.place_of_token(token)
    members = Membership.objects.select_related("organisation", "person")
    reader = members.filter(person_id=place[0], organisation_id=place[1]).first() if place else None
    if reader is None:
        raise Http404
    if request.method == "POST":
        actions.stop_mail(reader)
    return render_page(request, "notifications/stop.html", {"reader": reader, "stopped": request.method == "POST"})
