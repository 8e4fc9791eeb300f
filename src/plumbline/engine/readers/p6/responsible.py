"""Who answers for an activity of P6: its primary resource, else the responsible manager of its WBS element."""

from __future__ import annotations

from plumbline.engine.readers.p6.records import FileParts, ProjectParts, TaskRecord
from plumbline.engine.readers.p6.words import RESOURCE_KINDS
from plumbline.engine.schedule import Uid


class Responsible:
    """Materials answer for nothing, nor does the top of the organisation, which P6 puts on everything by itself."""

    def __init__(self, file: FileParts, project: ProjectParts) -> None:
        self._people = {
            each.uid: each.name for each in file.resources if RESOURCE_KINDS.get(each.type, "work") == "work"
        }
        self._managers = {uid: each.name for uid, each in file.obs.items() if each.parent is not None}
        self._wbs = project.wbs
        self._obs_of_project = project.obs
        self._found: dict[Uid | None, str] = {}

    def for_activity(self, task: TaskRecord) -> str:
        if task.primary_resource is not None:
            person = self._people.get(task.primary_resource)
            if person:
                return person
        return self.for_wbs(task.wbs)

    def for_wbs(self, uid: Uid | None) -> str:
        found = self._found.get(uid)
        if found is None:
            found = self._found[uid] = self._manager(uid)
        return found

    def _manager(self, uid: Uid | None) -> str:
        """Of the element itself, or of the nearest above it that names one, or of the project."""
        passed: set[Uid] = set()
        while uid in self._wbs and uid not in passed and uid is not None:
            passed.add(uid)
            element = self._wbs[uid]
            if element.obs is not None:
                return self._managers.get(element.obs, "")
            uid = element.parent
        return self._managers.get(self._obs_of_project, "") if self._obs_of_project is not None else ""
