"""People of Quay: a pool and its owner, leave, line work, a request that waits, a name that is matched, and a file."""

from __future__ import annotations

from datetime import timedelta

from plumbline.office.capacity import actions
from plumbline.office.capacity.jobs import keep_up
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project


def lend_people_of_quay(organisation: Organisation, project: Project, people: dict[Role, Person], crew: str) -> None:
    day, office, manager = today(organisation), people[Role.PMO_STAFF], people[Role.PROJECT_MANAGER]
    pool = actions.add_pool(organisation, by=office, name="Crew of the quay", owner=people[Role.EXECUTIVE])
    role = actions.add_ability(organisation, by=office, name="Quay diver")
    week = [[[480, 960]]] * 4 + [[]] * 3
    pattern = actions.keep_pattern(organisation, by=office, name="Week at the quay", windows=week)
    somebody = actions.add_resource_person(
        organisation, by=office, name="Diver of Quay", pool=pool, role=role, pattern=pattern, percent=80
    )
    actions.add_resource_person(organisation, by=office, person=manager)
    actions.set_share(somebody, by=office, percent=60, from_on=day)
    actions.enter_leave(somebody, by=office, first=day, last=day + timedelta(days=4), reason="Wedding at the quay")
    actions.add_line_work(somebody, by=office, title="Watch on the quay", percent=10, first=day)
    actions.match_name(organisation, by=office, name=crew, means=somebody)
    months = {"first_month": day, "last_month": day + timedelta(days=90)}
    request = actions.ask_for_capacity(
        project, by=manager, pool=pool, role=role, percent=50, note="For the quay", **months
    )
    actions.approve_request(request, by=people[Role.EXECUTIVE], given=somebody, reason="The quay first.")
    actions.ask_for_capacity(project, by=manager, pool=pool, role=None, percent=100, note="Quay lamps", **months)
    place = Membership.objects.get(organisation=organisation, person=people[Role.PMO_MANAGER])
    table = f"Name,From,To,Reason\nDiver of Quay,{day},{day},Rest at the quay\n"
    actions.keep_leave_table(place, name="quay-leave.csv", content=table.encode())
    keep_up()
