"""Publishing a standard. What is published is never changed: a correction is a new version."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from plumbline import library
from plumbline.engine.standard import InvalidStandard, Standard, bundle
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.checked import checked
from plumbline.office.standards.models import StandardInForce, StandardVersion


def publish_builtin(organisation: Organisation, name: str, *, by: Person | None) -> StandardVersion:
    """Publishes a standard that comes with Plumbline. Raises ``ValidationError`` for a name that does not."""
    if name not in library.names():
        raise ValidationError(f"There is no built-in standard '{name}'. There is: {', '.join(library.names())}.")
    return publish(organisation, bundle(library.files_of(name), library.files_of), by=by)


def publish(organisation: Organisation, files: Mapping[str, bytes], *, by: Person | None) -> StandardVersion:
    """Publishes the standard in ``files`` (path to content) and puts it in force.

    Publishing the same content again puts that version in force again and adds none. Raises ``ValidationError``
    with every problem of the files, or if this version was published with other content.
    """
    standard = _loaded(files)
    with action("publish_standard", by=by, scope=organisation) as line:
        # of two who publish at once, the second sees what the first has published
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        version = published(organisation, standard) or add(_version(organisation, standard, files, by))
        in_force = StandardInForce.objects.filter(organisation=organisation).first()
        if in_force and in_force.standard_version_id == version.pk:
            line.nothing_happened()
            return version
        StandardInForce.objects.update_or_create(
            organisation=organisation, defaults={"standard_version": version, "since": now()}
        )
        before = str(in_force.standard_version) if in_force else None
        line.about(version, version=version.version, content=version.content_hash, before=before)
        return version


def _loaded(files: Mapping[str, bytes]) -> Standard:
    try:
        return checked(files)[0]
    except InvalidStandard as invalid:
        raise ValidationError([str(problem) for problem in invalid.problems]) from invalid


def published(organisation: Organisation, standard: Standard) -> StandardVersion | None:
    """This version, if it was published. Raises ``ValidationError`` if that was with other content."""
    found = StandardVersion.objects.filter(
        organisation=organisation, name=standard.name, version=standard.version
    ).first()
    if found and found.content_hash != standard.content_hash:
        raise ValidationError(
            f"Version {found.version} of {found.title} was published with other content. "
            "Give the changed standard a new version."
        )
    return found


def _version(
    organisation: Organisation, standard: Standard, files: Mapping[str, bytes], by: Person | None
) -> StandardVersion:
    return StandardVersion(
        organisation=organisation,
        name=standard.name,
        version=standard.version,
        title=standard.title,
        content_hash=standard.content_hash,
        files={name: as_text(name, files[name]) for name in sorted(files)},
        published_by=by,
    )


def as_text(name: str, content: bytes) -> str:
    """PostgreSQL keeps no NUL in text."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValidationError(f"{name}: this is not UTF-8 text (byte {error.start + 1:,}).") from error
    if "\0" in text:
        raise ValidationError(f"{name}: there is a NUL character in the text.")
    return text
