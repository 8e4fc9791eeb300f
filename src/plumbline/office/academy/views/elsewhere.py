"""Results from elsewhere: handed in, looked at row by row, taken in."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.academy import actions, queries
from plumbline.office.academy.elsewhere.reading import preview
from plumbline.office.academy.forms import ResultsForm
from plumbline.office.academy.models import ElsewhereFile
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page

MOST_ROWS_SHOWN, MOST_PROBLEMS_SHOWN = 20, 200


@organisation_page("oversee_learning")
def hand_in_results(request: OrganisationRequest) -> HttpResponse:
    form = ResultsForm(request.POST or None, request.FILES or None)

    def keep() -> ElsewhereFile:
        said = form.cleaned_data
        file = said["file"]
        return actions.keep_results(
            request.organisation, by=request.user, name=file.name, source=said["source"], content=file.read()
        )

    if kept := attempt(form, keep):
        return redirect("academy:results", request.organisation.slug, kept.pk)
    return render_page(request, "academy/hand_in.html", {"tab": "learners", "form": form})


@organisation_page("oversee_learning")
def results(request: OrganisationRequest, elsewhere_file_id: int) -> HttpResponse:
    kept = queries.elsewhere_file(request.organisation, elsewhere_file_id)
    go = request.POST.get("go", "")
    if go in ("good", "all") and kept.done_at is None:
        try:
            added = actions.take_in_results(kept, by=request.user, all_or_none=go == "all")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            messages.success(request, "1 result is added." if added == 1 else f"{added} results are added.")
        return redirect("academy:results", request.organisation.slug, kept.pk)
    context: dict[str, object] = {"tab": "learners", "kept": kept}
    if kept.done_at is None:
        found = preview(kept)
        shown = {"rows": found.new[:MOST_ROWS_SHOWN], "problems": found.problems[:MOST_PROBLEMS_SHOWN]}
        context |= {"preview": found, **shown}
    return render_page(request, "academy/results.html", context)
