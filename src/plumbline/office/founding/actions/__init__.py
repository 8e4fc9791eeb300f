"""What can be done to found an office: saying how one works, answering the guide, and founding it."""

from plumbline.office.founding.actions.answering import answer_step
from plumbline.office.founding.actions.culture import overrule, record_culture
from plumbline.office.founding.actions.finishing import found_office
from plumbline.office.founding.actions.publishing import is_alone

__all__ = ["answer_step", "found_office", "is_alone", "overrule", "record_culture"]
