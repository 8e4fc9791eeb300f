"""The first standard of the organisation's own: a built-in one with what was chosen laid over it."""

from __future__ import annotations

from typing import Any

import yaml

from plumbline import library
from plumbline.engine.standard import bundle
from plumbline.office.foundation.audit import action
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.standards.actions import begin_draft, publish, submit_draft
from plumbline.office.standards.models import StandardDraft, StandardVersion

NAME = "our_standard"
REVIEWS = "review_standards"


def is_alone(organisation: Organisation, by: Person) -> bool:
    return not people_with(organisation, REVIEWS).exclude(pk=by.pk).exists()


def first_standard(
    organisation: Organisation, *, by: Person, answers: dict[str, Any]
) -> StandardVersion | StandardDraft:
    """Published if nobody else could approve it and there is none of their own yet; else a draft in review."""
    files = tailored(organisation, answers)
    own = StandardVersion.objects.filter(organisation=organisation).exclude(name__in=library.names())
    if is_alone(organisation, by) and not own.exists():
        with action("publish_first_standard", by=by, scope=organisation) as line:
            version = publish(organisation, files, by=by)
            line.about(version, version=version.version, approved_by="nobody else could")
            return version
    draft = begin_draft(organisation, by=by, title=f"Standard of {organisation}", files=files)
    submit_draft(draft, by=by)
    return draft


def tailored(organisation: Organisation, answers: dict[str, Any]) -> dict[str, bytes]:
    """The files of the standard, with those it is based on."""
    said, control, word = answers["standard"], answers["authority"]["control"], answers["standard"]["gate_word"]
    why = said.get("reason") or "Proposed from the culture profile when the office was founded."
    own = {
        "schema_version": 1,
        "name": NAME,
        "title": f"Standard of {organisation.name}",
        "version": "1.0.0",
        "based_on": said["standard"],
        "summary": f"How {organisation.name} runs its projects.",
        "owner": f"The PMO manager of {organisation.name}.",
        "control": {"degree": control, "why": "Chosen as the authority of the office when it was founded."},
        "cadences": {
            "status_report": {"days": said["report_days"], "why": why},
            "plan_update": {"days": said["plan_days"], "why": why},
        },
        "words": {"gate": {"one": word, "many": f"{word}s"}},
    }
    text = yaml.safe_dump(own, sort_keys=False, allow_unicode=True)
    return dict(bundle({"standard.yaml": text.encode()}, library.files_of))
