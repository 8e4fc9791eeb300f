"""Deciding in a session, and closing it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from plumbline.office.acceptance.actions import closing, deciding
from plumbline.office.acceptance.queries import sessions as queries
from plumbline.office.acceptance.session_forms import CloseForm, DecideForm
from plumbline.office.acceptance.session_models import AcceptanceSession, Outcome
from plumbline.office.acceptance.session_rights import must_take_part
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today


def page_of(
    request: OrganisationRequest, session: AcceptanceSession, refused: dict[int, DecideForm] | None = None
) -> HttpResponse:
    """Each criterion with its form; where a decision was refused, with what was filled in and why."""
    page = queries.session_page(session, request.user, today(request.organisation))
    asked = [(each, _form_for(each, refused or {})) for each in page.shown]
    context = {"session": session, "project": session.project, "tab": "acceptance", "page": page, "asked": asked}
    context |= {"outcomes": Outcome.choices, "may_close": closing.may_close(request.user, session)}
    return render_page(request, "acceptance/session.html", context)


@organisation_page("see_projects")
@require_POST
def decide(request: OrganisationRequest, session_id: int) -> HttpResponse:
    """Leads to the next criterion that is open."""
    found = queries.session_in(request.membership, session_id)
    must_take_part(request.user, found)
    form = DecideForm(request.POST)
    if not form.is_valid() and "item" not in form.cleaned_data:
        return redirect("acceptance:session", request.organisation.slug, found.pk)
    number = form.cleaned_data["item"]
    item = get_object_or_404(found.items.select_related("criterion", "session__project__organisation"), pk=number)

    def run() -> object:
        given = {name: form.cleaned_data[name] for name in ("outcome", "words", "evidence", "link")}
        return deciding.decide(item, by=request.user, text_id=form.cleaned_data["text"], **given)

    if attempt(form, run):
        return redirect(
            reverse("acceptance:session", args=[request.organisation.slug, found.pk]) + _next(found, number)
        )
    return page_of(request, found, {number: form})


@organisation_page("see_projects")
def close(request: OrganisationRequest, session_id: int) -> HttpResponse:
    found = queries.session_in(request.membership, session_id)
    closing.must_close(request.user, found)
    form = CloseForm(request.POST or None, initial={"seen": closing.decisions_in(found)})
    if made := attempt(form, lambda: closing.close_session(found, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{found.reference} is closed. Those who are to sign its protocol are told.")
        return redirect("acceptance:protocol", request.organisation.slug, made.pk)
    page = queries.session_page(found, request.user, today(request.organisation))
    form = CloseForm(initial={"seen": closing.decisions_in(found)}) if not form.is_bound else _anew(form, found)
    context = {"session": found, "project": found.project, "tab": "acceptance", "page": page, "form": form}
    return render_page(request, "acceptance/session_close.html", context)


def _anew(form: CloseForm, session: AcceptanceSession) -> CloseForm:
    """With what is there now, so that it can be read and closed; and with what was refused."""
    form.data = {**form.data.dict(), "seen": str(closing.decisions_in(session))}  # type: ignore[attr-defined]
    return form


def _form_for(shown: queries.Shown, refused: dict[int, DecideForm]) -> forms.Form | None:
    if not shown.may_decide or shown.why_not:
        return None
    own = f"item-{shown.item.pk}-%s"
    if (form := refused.get(shown.item.pk)) is not None:
        form.auto_id = own
        form.fields["words"].widget.attrs["autofocus"] = True
        return form
    begun: dict[str, object] = {"item": shown.item.pk, "text": shown.text.pk}
    if shown.decision and not shown.is_overtaken:
        begun |= {name: getattr(shown.decision, name) for name in ("words", "evidence", "link")}
    return DecideForm(auto_id=own, initial=begun)


def _next(session: AcceptanceSession, number: int) -> str:
    """The first open criterion after this one, else before it, else the end."""
    waiting = [*session.items.values_list("pk", "decisions")]
    order = [pk for pk, decided in waiting if decided is None]
    place = {pk: at for at, (pk, _) in enumerate(waiting)}
    later = [pk for pk in order if place[pk] > place[number]]
    return f"#item-{(later or order)[0]}" if order else "#decided"
