"""Finding, reading and comparing the documents of a project."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.artefacts import queries
from plumbline.office.artefacts.differences import differences
from plumbline.office.artefacts.files import WORDS, bytes_of, handed_over
from plumbline.office.artefacts.forms import CompareForm, FilterForm
from plumbline.office.artefacts.models import ArtefactVersion
from plumbline.office.artefacts.queries.artefact_page import artefact_page
from plumbline.office.artefacts.reach import Reach, reach_of
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.prose import as_html
from plumbline.office.foundation.table_files import table_file
from plumbline.office.governance.queries import today, version_followed
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects

ROWS = 50


def reach(request: OrganisationRequest, project_id: int) -> Reach:
    return reach_of(request.membership, projects.project(request.organisation, project_id))


@require_safe
@organisation_page("see_projects")
def artefacts(request: OrganisationRequest, project_id: int) -> HttpResponse:
    found, form = reach(request, project_id), FilterForm(request.GET)
    word = form.cleaned_data["q"] if form.is_valid() else ""
    context = {
        "project": found.project,
        "version": version_followed(found.project),
        "page": queries.list_page(found, today(request.organisation), word=word),
        "form": form,
        "word": word,
        "waiting": len(queries.waiting_for(request.membership)),
    }
    return render_page(request, "artefacts/list.html", context, partial="list")


@require_safe
@organisation_page("see_projects")
def artefacts_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    found = reach(request, project_id)
    lines = queries.as_lines(found, queries.list_page(found, today(request.organisation)))
    return table_file(f"{found.project.code} artefacts", extension, lines)


@require_safe
@organisation_page("see_projects")
def artefact(request: OrganisationRequest, project_id: int, artefact: str) -> HttpResponse:
    found = reach(request, project_id)
    page = artefact_page(found, artefact, today(request.organisation))
    context = {
        "project": found.project,
        "tab": "artefacts",
        "page": page,
        "versions": Paginator(page.versions, ROWS).get_page(request.GET.get("page")),
        "content": content_of(page.shown),
    }
    return render_page(request, "artefacts/artefact.html", context)


@require_safe
@organisation_page("see_projects")
def version(request: OrganisationRequest, project_id: int, artefact: str, number: int) -> HttpResponse:
    found = reach(request, project_id)
    shown = queries.version(found, artefact, number)
    context = {"project": found.project, "tab": "artefacts", "version": shown, "content": content_of(shown)}
    return render_page(request, "artefacts/version.html", context)


@require_safe
@organisation_page("see_projects")
def download(request: OrganisationRequest, project_id: int, artefact: str, number: int) -> HttpResponse:
    """A link is a line of text, so that every version can be taken along."""
    found = queries.version(reach(request, project_id), artefact, number)
    name = f"{found.document.project.code} {found.document.title} version {number}"
    if found.file:
        return handed_over(bytes_of(found.file), found.filename, found.media_type)
    if found.saved_text:
        return handed_over(found.saved_text.text.encode(), f"{name}.md", "text/markdown; charset=utf-8")
    return handed_over(f"{found.label}\n{found.link}\n".encode(), f"{name}.txt", "text/plain; charset=utf-8")


@require_safe
@organisation_page("see_projects")
def compare(request: OrganisationRequest, project_id: int, artefact: str) -> HttpResponse:
    """Two versions that are texts: by ``?before=`` and ``?after=``, else the last two."""
    found = reach(request, project_id)
    page = artefact_page(found, artefact, today(request.organisation))
    numbers = [each.number for each in page.versions if each.kind == ArtefactVersion.Kind.TEXT]
    last = {"after": numbers[0], "before": numbers[1]} if len(numbers) > 1 else {}
    form = CompareForm(numbers, last | request.GET.dict())
    context = {"project": found.project, "tab": "artefacts", "page": page, "form": form, "texts": len(numbers)}
    if form.is_valid():
        before, after = (queries.version(found, artefact, form.cleaned_data[each]) for each in ("before", "after"))
        context |= {"before": before, "after": after, "changes": _changes(before, after)}
    return render_page(request, "artefacts/compare.html", context)


@require_safe
@organisation_page("see_projects")
def waiting(request: OrganisationRequest) -> HttpResponse:
    found = Paginator(queries.waiting_for(request.membership), ROWS).get_page(request.GET.get("page"))
    return render_page(request, "artefacts/waiting.html", {"approvals": found})


def content_of(version: ArtefactVersion | None) -> dict[str, object]:
    """What a page shows of a version. Its own heading is left out of a text: the page has one already."""
    if version is None or not version.saved_text:
        return {"file": WORDS.get(version.media_type, "File of unknown kind") if version else ""}
    text = version.saved_text.text
    first, _, rest = text.lstrip().partition("\n")
    return {"html": as_html(rest if first.startswith("# ") else text)}


def _changes(before: ArtefactVersion, after: ArtefactVersion) -> list[object] | None:
    old, new = before.saved_text, after.saved_text
    found = differences(old.text if old else "", new.text if new else "")
    return None if found is None else list(found)
