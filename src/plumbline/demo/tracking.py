"""Where the teams of the displays work: a board that is exported each month, and a repository that tells by itself."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from plumbline.demo.accepting import CODE, DISPLAYS
from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.engine.trackers import Category
from plumbline.engine.trackers import WorkItem as Told
from plumbline.office.acceptance.actions import add_deliverable
from plumbline.office.projects.actions import make_token
from plumbline.office.projects.models import Project
from plumbline.office.work_items import actions
from plumbline.office.work_items.models import Connector
from plumbline.office.work_items.reading import Settings, columns_of

BOARD, APP = "Board of the displays", "Depot service"
CABINETS = "Cabinet for power and net"
FIRST, SECOND = 40, 12
"""Days before the anchor on which the board was exported."""
HEADINGS = ("Issue key", "Summary", "Issue Type", "Parent key", "Status", "Labels", "Labels", "Created", "Updated",
            "Resolved")  # fmt: skip
WORK = (
    ("DISP-1", "Housing against rain", "Story", "", "display", (70, 62, 45)),
    ("DISP-2", "Departures from the tracker", "Story", "", "display", (70, 58, 20)),
    ("DISP-3", "Read the lines aloud", "Story", "", "display", (66, 30, 0)),
    ("DISP-4", "Louder than the tram", "Sub-task", "DISP-3", "", (22, 15, 0)),
    ("DISP-5", "Glass that does not mirror", "Story", "", "display", (22, 0, 0)),
    ("DISP-6", "Foundations of twelve cabinets", "Story", "", "cabinet", (60, 50, 0)),
    ("DISP-7", "Cable from the lamp post", "Task", "DISP-6", "", (60, 44, 18)),
    ("DISP-8", "Sweep the yard", "Task", "", "", (50, 48, 47)),
)
"""Key, summary, type, parent, which deliverable its label names, and days before the anchor: written, begun, ended."""


def tell_work(telling: Telling, office: Office, anchor: date) -> None:
    def at(ago: int, hour: int = 11) -> datetime:
        return datetime.combine(anchor - timedelta(days=ago), time(hour, 30))

    telling.add(at(78), partial(_connect, office, anchor))
    for ago in (FIRST, SECOND):
        telling.add(at(ago), partial(_export, office, anchor, ago))
    telling.add(at(3), partial(_call, office, anchor))


def _project(office: Office) -> Project:
    return Project.objects.select_related("organisation").get(organisation=office.organisation, code=CODE)


def _connect(office: Office, anchor: date) -> None:
    """Nobody wrote criteria for the cabinets, and work on them began all the same."""
    project, tomas = _project(office), office.people["tomas"]
    add_deliverable(project, by=tomas, name=CABINETS, description="Beside each stop.", owner=tomas)
    board = actions.connect(project, by=tomas, name=BOARD, tracker="jira")
    actions.set_map(board, by=tomas, states={"waiting for parts": Category.IN_PROGRESS.value})
    actions.connect(project, by=tomas, name=APP, tracker="table")
    expires_on = anchor + timedelta(days=200)
    make_token(project, by=tomas, name="Depot service", scopes=["work_items"], expires_on=expires_on)


def _export(office: Office, anchor: date, ago: int) -> None:
    tomas = office.people["tomas"]
    board = Connector.objects.select_related("project__organisation").get(project=_project(office), name=BOARD)
    file = actions.receive(board, f"displays-{anchor - timedelta(days=ago)}.csv", _csv(office, anchor, ago), by=tomas)
    columns = columns_of(actions.content_of(file), board)
    actions.confirm(file, by=tomas, settings=Settings(columns, board.states, board.date_order))


def _csv(office: Office, anchor: date, seen: int) -> bytes:
    """As Jira would have exported it ``seen`` days before the anchor."""
    numbers = dict(_project(office).deliverables.values_list("name", "number"))
    tags = {"display": f"D-{numbers[DISPLAYS]}", "cabinet": f"D-{numbers[CABINETS]}", "": ""}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    for key, title, kind, parent, which, (written, begun, ended) in WORK:
        if written < seen:
            continue
        has_begun, has_ended = begun >= seen and begun > 0, ended >= seen and ended > 0
        state = (
            "Done" if has_ended else ("Waiting for parts" if key == "DISP-6" else "In Progress") if has_begun else ""
        )
        changed = ended if has_ended else begun if has_begun else written
        days = [_day(anchor, each) for each in (written, changed)]
        over = _day(anchor, ended) if has_ended else ""
        writer.writerow([key, title, kind, parent, state or "To Do", tags[which], "stops", *days, over])
    return out.getvalue().encode("utf-8-sig")


def _day(anchor: date, ago: int) -> str:
    return f"{anchor - timedelta(days=ago):%d/%b/%y} 10:05 AM"


def _call(office: Office, anchor: date) -> None:
    """The depot's own program tells of its tickets."""
    service = Connector.objects.select_related("project__organisation").get(project=_project(office), name=APP)
    number = _project(office).deliverables.get(name=CABINETS).number

    def at(ago: int) -> datetime:
        return datetime.combine(anchor - timedelta(days=ago), time(9), UTC)

    told = (
        Told("T-104", "Keys of the cabinets", "Ticket", "done", Category.DONE, at(30), at(21), at(21),
             labels=(f"D-{number}",)),
        Told("T-117", "Cabinet at Eastmoor stands askew", "Ticket", "in progress", Category.IN_PROGRESS, at(5), None,
             at(5), labels=(f"D-{number}",)),
    )  # fmt: skip
    actions.take(service, told, by=None, source="token Depot service")
