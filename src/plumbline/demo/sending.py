"""A plan goes the way of every uploaded file: received, read, confirmed, recorded."""

from __future__ import annotations

from plumbline.demo.files import spreadsheet, xer_file
from plumbline.demo.project_plans import Update
from plumbline.demo.stories import SentAs
from plumbline.office.imports.actions import confirm, receive
from plumbline.office.imports.steps.working import take_next_step
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

_FILES = {SentAs.XER: xer_file, SentAs.SPREADSHEET: spreadsheet}


def send(project: Project, update: Update, sent_as: SentAs, message: str, *, by: Person) -> None:
    file = _FILES[sent_as]
    name = file.FILE_NAME.format(code=project.code, day=f"{update.data_date:%Y-%m-%d}")
    upload = receive(project, name, file.written(update.schedule), by=by)
    take_next_step(upload.pk)
    upload.refresh_from_db()
    confirm(upload, chosen=0, message=message, by=by)
    take_next_step(upload.pk)
    project.refresh_from_db()
