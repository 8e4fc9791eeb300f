"""Writing a document: its text in place, a file, or a link to where it is kept."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.artefacts import actions, queries
from plumbline.office.artefacts.differences import differences
from plumbline.office.artefacts.forms import FileForm, LinkForm, TextForm
from plumbline.office.artefacts.models import LONGEST_TEXT, SavedText
from plumbline.office.artefacts.reach import Reach
from plumbline.office.artefacts.views.reading import reach
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.prose import as_html
from plumbline.office.people.access import OrganisationRequest, organisation_page

TEXTS_SHOWN = 20
CHANGES_SHOWN = 200


@organisation_page("see_projects")
def edit(request: OrganisationRequest, project_id: int, artefact: str) -> HttpResponse:
    """The text last saved, or with ``?text=`` an earlier one; before that the template of the standard."""
    found = reach(request, project_id)
    found.require_writing(artefact)
    deed = request.POST.get("do", "")
    form = TextForm(request.POST or None, initial=_begun(request, found, artefact))
    if deed in _DEEDS and attempt(form, lambda: _DEEDS[deed](request, found, artefact, form)):
        where = "artefact" if deed == "keep" else "edit"
        return redirect(f"artefacts:{where}", request.organisation.slug, project_id, artefact)
    return _edit_page(request, found, artefact, form)


@organisation_page("see_projects")
def upload(request: OrganisationRequest, project_id: int, artefact: str) -> HttpResponse:
    found = reach(request, project_id)
    found.require_writing(artefact)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and attempt(form, lambda: _upload(request, found, artefact, form)):
        return redirect("artefacts:artefact", request.organisation.slug, project_id, artefact)
    return _give_page(request, found, artefact, form, "Upload a file")


@organisation_page("see_projects")
def link(request: OrganisationRequest, project_id: int, artefact: str) -> HttpResponse:
    found = reach(request, project_id)
    found.require_writing(artefact)
    form = LinkForm(request.POST or None)
    if attempt(form, lambda: _link(request, found, artefact, form)):
        return redirect("artefacts:artefact", request.organisation.slug, project_id, artefact)
    return _give_page(request, found, artefact, form, "Give a link")


def _begun(request: OrganisationRequest, found: Reach, name: str) -> dict[str, object]:
    """What the form holds when it is opened."""
    document = queries.document(found.project, name)
    last = queries.saved_text(document) if document else None
    if document is None or last is None:
        return {"text": found.standard.templates.get(name, "") if found.standard else "", "after": 0}
    wanted = request.GET.get("text", "")
    earlier = queries.saved_text(document, int(wanted)) if wanted.isdecimal() and len(wanted) < 10 else None
    return {"text": (earlier or last).text, "after": last.number}


def _edit_page(request: OrganisationRequest, found: Reach, name: str, form: TextForm) -> HttpResponse:
    """Whoever wrote on from a text that is not the last any more sees both, and decides what becomes of them."""
    form.is_valid()  # a preview comes here unchecked
    document = queries.document(found.project, name)
    last = queries.saved_text(document) if document else None
    text = str(form["text"].value() or "")
    theirs = last if last and _is_overtaken(form, last) else None
    context = {
        "project": found.project,
        "tab": "artefacts",
        "artefact": found.named(name),
        "name": name,
        "form": TextForm(initial={**form.cleaned_data, "after": theirs.number}) if theirs else form,
        "theirs": theirs,
        "changes": (differences(theirs.text, text.replace("\r\n", "\n")) or [])[:CHANGES_SHOWN] if theirs else [],
        "preview": as_html(text) if form.is_bound and len(text) <= LONGEST_TEXT else "",
        "number": str(document.latest.number + 1 if document and document.latest else 1),
        "texts": list(queries.saved_texts(document)[:TEXTS_SHOWN]) if document else [],
    }
    return render_page(request, "artefacts/edit.html", context)


def _is_overtaken(form: TextForm, last: SavedText) -> bool:
    given = form.cleaned_data if form.is_bound else {}
    text = given.get("text", last.text).replace("\r\n", "\n")
    return bool(text != last.text and given.get("after") != last.number)


def _give_page(
    request: OrganisationRequest, found: Reach, name: str, form: FileForm | LinkForm, deed: str
) -> HttpResponse:
    about = {"project": found.project, "tab": "artefacts", "artefact": found.named(name), "name": name}
    return render_page(request, "artefacts/give.html", about | {"form": form, "deed": deed})


def _save(request: OrganisationRequest, found: Reach, name: str, form: TextForm) -> bool:
    given = form.cleaned_data
    actions.save_text(found.project, name, by=request.user, text=given["text"], after=given["after"])
    messages.success(request, "Your text is saved. It becomes a version when you keep it as one.")
    return True


def _keep(request: OrganisationRequest, found: Reach, name: str, form: TextForm) -> bool:
    kept = actions.keep_text(found.project, name, by=request.user, **form.cleaned_data)
    messages.success(request, f"It is kept as version {kept.number}.")
    return True


def _upload(request: OrganisationRequest, found: Reach, name: str, form: FileForm) -> bool:
    given, said = form.cleaned_data["file"], form.cleaned_data["what_changed"]
    kept = actions.keep_file(
        found.project, name, by=request.user, filename=given.name, data=given.read(), what_changed=said
    )
    messages.success(request, f"{kept.filename} is kept as version {kept.number}.")
    return True


def _link(request: OrganisationRequest, found: Reach, name: str, form: LinkForm) -> bool:
    kept = actions.keep_link(found.project, name, by=request.user, **form.cleaned_data)
    messages.success(request, f"The link is kept as version {kept.number}.")
    return True


_DEEDS = {"save": _save, "keep": _keep}
