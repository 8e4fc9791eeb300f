"""What is done about competencies: saying levels, asking others to, setting what is asked, keeping figures."""

from plumbline.office.competence.actions.assessing import ask_to_assess, assess, assess_several, enter_evidence
from plumbline.office.competence.actions.closing import close_month, keep_up
from plumbline.office.competence.actions.requiring import ask_what_the_standard_asks, require_levels, undo_levels

__all__ = [
    "ask_to_assess",
    "ask_what_the_standard_asks",
    "assess",
    "assess_several",
    "close_month",
    "enter_evidence",
    "keep_up",
    "require_levels",
    "undo_levels",
]
