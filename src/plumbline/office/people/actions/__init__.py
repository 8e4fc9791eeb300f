"""What can be done about organisations and the people in them."""

from plumbline.office.people.actions.organisations import (
    AlreadySetUp,
    create_organisation,
    edit_organisation,
    set_up_first_organisation,
)
from plumbline.office.people.actions.persons import (
    add_person,
    change_place,
    deactivate,
    edit_person,
    give_link,
    reactivate,
    set_first_password,
)
from plumbline.office.people.actions.units import create_unit, edit_unit

__all__ = [
    "AlreadySetUp",
    "add_person",
    "change_place",
    "create_organisation",
    "create_unit",
    "deactivate",
    "edit_organisation",
    "edit_person",
    "edit_unit",
    "give_link",
    "reactivate",
    "set_first_password",
    "set_up_first_organisation",
]
