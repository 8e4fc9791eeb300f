"""What time alone brings about: who has not signed is reminded."""

from plumbline.office.acceptance.actions.asking import remind_signatories

SWEEP = remind_signatories
