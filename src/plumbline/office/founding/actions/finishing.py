"""The last step: what was answered becomes the mandate, the services, the standard and the roadmap."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.founding.actions.publishing import first_standard
from plumbline.office.founding.actions.rhythm import plan_rhythm
from plumbline.office.founding.guide import answers_of, roadmap_of
from plumbline.office.founding.models import Founding
from plumbline.office.mandate import actions as mandate
from plumbline.office.mandate import catalogue_of
from plumbline.office.mandate.models import Mandate, Post
from plumbline.office.people.actions import add_person
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import people_with, today
from plumbline.office.services.actions import change_service, take_from_catalogue
from plumbline.office.services.models import Service


def found_office(organisation: Organisation, *, by: Person) -> Founding:
    """All of it or nothing. Raises ``ValidationError`` if it was done before, or there is a mandate already."""
    with action("found_office", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        founding = Founding.objects.filter(organisation=organisation).first()
        founding = founding or add(Founding(organisation=organisation, begun_by=by))
        if founding.finished_at is not None:
            raise ValidationError("The office is founded already.")
        answers = answers_of(organisation, founding)
        _offer_services(organisation, by, answers["services"])
        _write_mandate(organisation, by, answers["authority"])
        _write_challenges(organisation, by, answers["challenges"])
        posts = _write_posts(organisation, by, answers["people"])
        _write_duties(organisation, by, answers, posts)
        _write_roadmap(organisation, by, answers)
        plan_rhythm(organisation, by, answers["rhythm"])
        standard = first_standard(organisation, by=by, answers=answers)
        charter = _approve(organisation, by)
        _invite(organisation, by, answers["people"])
        change(founding, finished_at=now(), answers=answers | founding.answers)
        line.about(founding, standard=str(standard), charter=charter)
        return founding


def _write_mandate(organisation: Organisation, by: Person, said: dict[str, Any]) -> None:
    """What somebody wrote on the page of the charter before is not lost without a word."""
    if Mandate.objects.filter(organisation=organisation).exclude(purpose="").exists():
        raise ValidationError("There is a charter already. Change it on the page Charter.")
    review_on = today(organisation) + timedelta(days=365)
    mandate.change_mandate(organisation, by=by, sponsor=by, review_on=review_on, **said)


def _offer_services(organisation: Organisation, by: Person, said: dict[str, Any]) -> None:
    """Whoever founds the office owns them until somebody else does."""
    for service in take_from_catalogue(organisation, said["chosen"], by=by):
        change_service(service, by=by, owner=by)


def _write_challenges(organisation: Organisation, by: Person, said: dict[str, Any]) -> None:
    """One in words of their own is answered by the first service, until somebody says which answers it better."""
    offered = Service.objects.filter(organisation=organisation, archived_at=None).order_by("pk")
    services = {each.key: each for each in offered}
    for key in said["chosen"]:
        challenge = mandate.add_challenge(organisation, by=by, key=key)
        wanted = [services[each] for each in catalogue_of.challenges()[key].services if each in services]
        for service in wanted or list(services.values())[:1]:
            mandate.answer_challenge(challenge, service, by=by)
    for title in said["own"].splitlines():
        challenge = mandate.add_challenge(organisation, by=by, title=title)
        for service in list(services.values())[:1]:
            mandate.answer_challenge(challenge, service, by=by, how="For the time being")


def _write_posts(organisation: Organisation, by: Person, said: dict[str, Any]) -> list[Post]:
    """The first is held by who founds the office; the others stand below it."""
    posts: list[Post] = []
    for each in (each for each in catalogue_of.posts() if each.title in said["posts"]):
        above = posts[0] if posts else None
        wanted = each.competencies
        post = mandate.add_post(organisation, by=by, title=each.title, does=each.does, above=above, competencies=wanted)
        posts.append(post)
    if posts:
        mandate.hold_post(posts[0], by, by=by)
    return posts


def _write_duties(organisation: Organisation, by: Person, answers: dict[str, Any], posts: list[Post]) -> None:
    head = posts[0] if posts else None
    for each in catalogue_of.usual_of(answers["authority"]["control"]):
        mandate.add_authority(organisation, by=by, kind=each.kind, what=each.what, post=head)
    rhythm = answers["rhythm"]
    duties = (
        ("The standard", "It is kept up to date, explained, and followed."),
        ("Reporting", f"Reports are due on day {rhythm['report_day']} of the month."),
        ("The board", f"The board meets on day {rhythm['board_day']} of the month; the office prepares it."),
    )
    for title, detail in duties:
        mandate.add_responsibility(organisation, by=by, title=title, detail=detail)


def _write_roadmap(organisation: Organisation, by: Person, answers: dict[str, Any]) -> None:
    for title, due in roadmap_of(answers):
        due_on = date.fromisoformat(due)
        mandate.add_roadmap_item(organisation, by=by, title=title, owner=by, due_on=due_on, source="founding")


def _approve(organisation: Organisation, by: Person) -> str:
    """Asked for, and approved where nobody else could; a charter that lacks something stays to be mended."""
    try:
        proposal = mandate.ask_for_approval(organisation, by=by)
    except ValidationError:
        return "to be mended"
    if people_with(organisation, "approve_charter").exclude(pk=by.pk).exists():
        return "waits for approval"
    mandate.approve_charter(proposal, by=by, note="Approved by who asked: nobody else could.", alone=True)
    return "approved"


def _invite(organisation: Organisation, by: Person, said: dict[str, Any]) -> None:
    """Last, so that who founded alone may still publish the first standard."""
    email = said["email"]
    if email and not Membership.objects.filter(organisation=organisation, person__email__iexact=email).exists():
        add_person(organisation, by=by, email=email, name=said["name"], role=said["role"])
