"""What time alone brings about: measurements and reviews fall due, also when the project has long gone."""

from plumbline.office.benefits.actions import remind

SWEEP = remind
