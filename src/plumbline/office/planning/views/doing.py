"""Edits, undo and redo: each a form post that is answered as a page, or as JSON to the script of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from plumbline.engine.editing import CannotEdit
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.planning import actions
from plumbline.office.planning.actions import Done
from plumbline.office.planning.grid import answers
from plumbline.office.planning.grid.beside import beside_of
from plumbline.office.planning.grid.rows import successors_of
from plumbline.office.planning.kept import plan_of
from plumbline.office.planning.models import PlanDraft
from plumbline.office.planning.refusals import Conflict, NotOpen
from plumbline.office.planning.requested import edit_in, edits_of_row, key_in, revision_in, wants_json
from plumbline.office.planning.views.access import answer_without_draft, asked_for
from plumbline.office.planning.views.editor import editor

Doing = Callable[[PlanDraft, QueryDict, int, str], Done]


@require_safe
@organisation_page("edit_plans")
def rows(request: OrganisationRequest, project_id: int) -> HttpResponse:
    _, draft = asked_for(request, project_id)
    if draft is None or not draft.is_open:
        return answer_without_draft(request, project_id, draft)
    return _json(answers.whole(draft))


@organisation_page("edit_plans")
@require_POST
def do(request: OrganisationRequest, project_id: int) -> HttpResponse:
    return _answered(request, project_id, _edit)


@organisation_page("edit_plans")
@require_POST
def undo(request: OrganisationRequest, project_id: int) -> HttpResponse:
    return _answered(request, project_id, lambda draft, _, seen, key: actions.undo(draft, seen=seen, key=key))


@organisation_page("edit_plans")
@require_POST
def redo(request: OrganisationRequest, project_id: int) -> HttpResponse:
    return _answered(request, project_id, lambda draft, _, seen, key: actions.redo(draft, seen=seen, key=key))


def _edit(draft: PlanDraft, given: QueryDict, seen: int, key: str) -> Done:
    name, arguments = edit_in(given)
    return actions.edit(
        draft, _whole_row(draft, given, seen) if name == "row" else [(name, arguments)], seen=seen, key=key
    )


def _whole_row(draft: PlanDraft, given: QueryDict, seen: int) -> list[tuple[str, dict[str, Any]]]:
    """Compared with the row as the page showed it, so that what was not typed is not written."""
    plan = plan_of(draft, min(seen, draft.revision))
    row = answers.rows_in(plan, beside_of(draft)).get(given.get("row", ""))
    if row is None:
        raise CannotEdit("The row is no longer in the plan. Load the page again.")
    uid = next(each.uid for each in plan.schedule.activities if str(each.uid) == row["uid"])
    return edits_of_row(given, row, successors_of(plan.schedule, uid))


def _answered(request: OrganisationRequest, project_id: int, doing: Doing) -> HttpResponse:
    _, draft = asked_for(request, project_id)
    if draft is None or not draft.is_open:
        return answer_without_draft(request, project_id, draft)
    try:
        done = doing(draft, request.POST, revision_in(request.POST), key_in(request.POST))
    except CannotEdit as refused:
        return _refused(request, draft, refused)
    except Conflict as refused:
        told = answers.conflicting(draft, refused)
        return _json(told, 409) if wants_json(request) else editor(request, draft, conflict=told)
    except NotOpen as refused:
        if wants_json(request):
            return _json({"message": str(refused)}, 410)
        messages.error(request, str(refused))
        return HttpResponseRedirect(_page(request, draft))
    told = answers.changed(done)
    if wants_json(request):
        return _json(told)
    said = f"{told['words']}. {told['consequence']}" if done.before != done.after else "That changes nothing."
    messages.success(request, said.strip())
    return HttpResponseRedirect(_back(request, done, told), status=303)


def _refused(request: OrganisationRequest, draft: PlanDraft, refused: CannotEdit) -> HttpResponse:
    row = None if refused.row is None else str(refused.row)
    told = {"message": str(refused), "row": row, "field": refused.field}
    return _json(told, 422) if wants_json(request) else editor(request, draft, refused=told)


def _back(request: OrganisationRequest, done: Done, told: dict[str, Any]) -> str:
    """The page at the row: the one that is new, else the one that was chosen, else the first that changed."""
    was, now = (
        {str(each.uid): each for each in plan_of(done.draft, revision).schedule.activities}
        for revision in (done.before, done.after)
    )
    new = [uid for uid in now if uid not in was]
    asked = [each for each in (request.POST.get("row"), *request.POST.getlist("rows")) if each in now]
    changed = [row["uid"] for row in told["rows"]]
    at = next(iter([*new[-1:], *asked, *changed]), "")
    kept = {name: request.POST[name] for name in ("text", "show") if request.POST.get(name)}
    query = urlencode({**({"row": at} if at else {}), **kept})
    return f"{_page(request, done.draft)}{f'?{query}' if query else ''}{f'#row-{at}' if at else ''}"


def _page(request: OrganisationRequest, draft: PlanDraft) -> str:
    return reverse("planning:editor", args=[request.organisation.slug, draft.project_id])


def _json(told: dict[str, Any], status: int = 200) -> JsonResponse:
    answer = JsonResponse(told, status=status)
    answer["Cache-Control"] = "no-store"
    return answer
