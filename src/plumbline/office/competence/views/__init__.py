"""Pages about what people can do."""

from plumbline.office.competence.views.asking import framework, required
from plumbline.office.competence.views.office import export, leaders, leaders_file, office
from plumbline.office.competence.views.people import ask, own, person, through, through_of

__all__ = [
    "ask",
    "export",
    "framework",
    "leaders",
    "leaders_file",
    "office",
    "own",
    "person",
    "required",
    "through",
    "through_of",
]
