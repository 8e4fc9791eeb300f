"""Drafts of a standard: begun, written page by page, reviewed, published."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plumbline import library
from plumbline.engine.standard import bundle
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.prose import as_html
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.standards import actions, checkouts, draft_pages, queries
from plumbline.office.standards.checkouts import Checkout
from plumbline.office.standards.folders import packed, unpacked
from plumbline.office.standards.forms import CHECKOUT, FOLDER, IN_FORCE, BeginForm, PageForm, RemarkForm
from plumbline.office.standards.models import StandardDraft

NO_CHECKOUT = "It does not lie in the server's folder of standards any more, so there is nothing to read."


@organisation_page("write_standards")
def begin(request: OrganisationRequest) -> HttpResponse:
    form = BeginForm(request.organisation, request.POST or None, request.FILES or None)
    begun = attempt(form, lambda: _begin(request, form))
    if begun:
        messages.success(request, f"“{begun}” is begun. Change its files, then send it to review.")
        return _to_draft(request, begun)
    return render_page(request, "standards/begin.html", {"form": form})


@require_safe
@organisation_page("review_standards")
def draft(request: OrganisationRequest, draft_id: int) -> HttpResponse:
    found = queries.draft(request.organisation, draft_id)
    return _draft_page(request, found)


@organisation_page("write_standards")
def page(request: OrganisationRequest, draft_id: int) -> HttpResponse:
    """One file, by ``?path=``; without it a new one."""
    found = queries.draft(request.organisation, draft_id)
    path = request.GET.get("path", "")
    form = PageForm(request.POST or None, initial={"path": path, "text": found.files.get(path, "")})
    if form.is_bound and attempt(form, lambda: _save(request, found, form)):
        return redirect(f"{request.path}?path={form.cleaned_data['path']}")
    context = {
        "draft": found,
        "form": form,
        "path": path if path in found.files else "",
        "problems": draft_pages.problems_in(found, path),
        "preview": as_html(found.files[path]) if path.endswith(".md") and path in found.files else "",
    }
    return render_page(request, "standards/draft_page.html", context)


@require_POST
@organisation_page("write_standards")
def remove(request: OrganisationRequest, draft_id: int) -> HttpResponse:
    found, path = queries.draft(request.organisation, draft_id), request.POST.get("path", "")
    return _done(request, found, lambda: actions.remove_page(found, by=request.user, path=path), f"{path} is removed.")


@require_POST
@organisation_page("write_standards")
def submit(request: OrganisationRequest, draft_id: int) -> HttpResponse:
    found = queries.draft(request.organisation, draft_id)
    said = "It is in review. Somebody who wrote none of it can approve it now."
    return _done(request, found, lambda: actions.submit_draft(found, by=request.user), said)


@require_POST
@organisation_page("review_standards")
def remark(request: OrganisationRequest, draft_id: int) -> HttpResponse:
    found = queries.draft(request.organisation, draft_id)
    form = RemarkForm(request.POST, may_approve=True)
    if attempt(form, lambda: actions.remark(found, by=request.user, **form.cleaned_data)):
        return _to_draft(request, found)
    return _draft_page(request, found, form)


@require_POST
@organisation_page("publish_standard")
def publish(request: OrganisationRequest, draft_id: int) -> HttpResponse:
    found = queries.draft(request.organisation, draft_id)
    said = "It is published and in force. Running projects keep their version until it is decided that they move."
    return _done(request, found, lambda: actions.publish_draft(found, by=request.user), said)


@organisation_page("write_standards")
def withdraw(request: OrganisationRequest, draft_id: int) -> HttpResponse:
    found = queries.draft(request.organisation, draft_id)
    if request.method == "POST":
        return _done(request, found, lambda: actions.withdraw_draft(found, by=request.user), "It is withdrawn.")
    return render_page(request, "standards/withdraw.html", {"draft": found})


@organisation_page("write_standards")
def read_again(request: OrganisationRequest, draft_id: int) -> HttpResponse:
    found = queries.draft(request.organisation, draft_id)
    present = checkouts.checkout(found.checkout)
    if present is None:
        messages.error(request, NO_CHECKOUT)
        return _to_draft(request, found)
    if request.method == "POST":
        said = "The folder is read again. Look through what changes, then send it to review."
        return _done(request, found, lambda: _read_again(request, found, present), said)
    back = reverse("standards:draft", args=[request.organisation.slug, found.pk])
    return render_page(request, "standards/read_again.html", {"draft": found, "present": present, "back": back})


@require_safe
@organisation_page("review_standards")
def draft_folder(request: OrganisationRequest, draft_id: int) -> HttpResponse:
    """As it is, or by ``?before=`` as it was before a change that replaced all of it."""
    found = queries.draft(request.organisation, draft_id)
    before = request.GET.get("before")
    files = queries.replaced_files(found, before) if before else found.files
    response = HttpResponse(packed("draft", files), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="draft-{found.pk}.zip"'
    return response


def _begin(request: OrganisationRequest, form: BeginForm) -> StandardDraft:
    source, title, current = form.cleaned_data["source"], form.cleaned_data["title"], None
    if source.startswith(CHECKOUT):
        return _begin_from(request, source.removeprefix(CHECKOUT), title)
    if source == FOLDER:
        files = bundle(unpacked(form.cleaned_data["folder"].read()), _of_library)
    elif source == IN_FORCE:
        current = queries.in_force(request.organisation)
        files = {name: text.encode() for name, text in current.files.items()} if current else {}
    else:
        files = bundle(library.files_of(source), library.files_of)
    return actions.begin_draft(request.organisation, by=request.user, title=title, files=files, begun_from=current)


def _begin_from(request: OrganisationRequest, name: str, title: str) -> StandardDraft:
    source = checkouts.checkout(name)
    if source is None:  # gone since it was offered
        raise ValidationError(NO_CHECKOUT)
    files = bundle(checkouts.files_of(source), _of_library)
    return actions.begin_draft(request.organisation, by=request.user, title=title, files=files, checkout=source)


def _read_again(request: OrganisationRequest, found: StandardDraft, source: Checkout) -> None:
    files = bundle(checkouts.files_of(source), _of_library)
    actions.read_again(found, by=request.user, files=files, checkout=source)


def _of_library(name: str) -> dict[str, bytes]:
    """What is not in the library is told of where the draft's problems are shown."""
    return library.files_of(name) if name in library.names() else {}


def _save(request: OrganisationRequest, found: StandardDraft, form: PageForm) -> bool:
    actions.change_page(found, by=request.user, path=form.cleaned_data["path"], text=form.cleaned_data["text"])
    messages.success(request, f"{form.cleaned_data['path']} is saved.")
    return True


def _draft_page(request: OrganisationRequest, found: StandardDraft, form: RemarkForm | None = None) -> HttpResponse:
    about = draft_pages.page_of(found, request.user)
    context = {
        "about": about,
        "draft": found,
        "form": form or RemarkForm(may_approve=about.may_approve),
        "may_write": found.is_open and may(request.membership, "write_standards"),
        "may_publish": found.is_open and may(request.membership, "publish_standard"),
    }
    return render_page(request, "standards/draft.html", context)


def _done(request: OrganisationRequest, found: StandardDraft, do: Callable[[], object], said: str) -> HttpResponse:
    try:
        do()
        messages.success(request, said)
    except ValidationError as refused:
        for sentence in refused.messages:
            messages.error(request, sentence)
    return _to_draft(request, found)


def _to_draft(request: OrganisationRequest, found: StandardDraft) -> HttpResponse:
    return redirect("standards:draft", request.organisation.slug, found.pk)
