"""One's own secret address of the calendar: made, renewed, withdrawn."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.operations import actions
from plumbline.office.operations.forms import SubscriptionForm
from plumbline.office.operations.models import Subscription
from plumbline.office.people.access import OrganisationRequest, organisation_page


@require_http_methods(["GET", "POST"])
@organisation_page("subscribe_to_calendar")
def subscription(request: OrganisationRequest) -> HttpResponse:
    """A new address is shown once, here, and kept nowhere."""
    form = SubscriptionForm(request.POST if request.method == "POST" else None)
    address = ""
    if form.is_valid():
        if form.cleaned_data["deed"] == "withdraw":
            actions.unsubscribe(request.membership)
            messages.success(request, "The address is withdrawn. It opens nothing any more.")
            return redirect("operations:subscription", request.organisation.slug)
        address = settings.SITE_URL + reverse("calendar_feed", args=[actions.subscribe(request.membership)])
    found = Subscription.objects.filter(organisation=request.organisation, person=request.user).first()
    context = {
        "form": form,
        "subscription": found,
        "address": address,
        "opens": "webcal" + address.removeprefix("https").removeprefix("http") if address else "",
        "tab": "calendar",
    }
    return render_page(request, "operations/subscription.html", context)
