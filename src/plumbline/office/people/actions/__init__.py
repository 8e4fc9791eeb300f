"""What can be done about organisations and the people in them."""

from plumbline.office.people.actions.logos import remove_logo, set_logo
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
from plumbline.office.people.actions.working_times import (
    add_holiday,
    import_holidays,
    remove_holiday,
    set_working_week,
)

__all__ = [
    "AlreadySetUp",
    "add_holiday",
    "add_person",
    "change_place",
    "create_organisation",
    "create_unit",
    "deactivate",
    "edit_organisation",
    "edit_person",
    "edit_unit",
    "give_link",
    "import_holidays",
    "reactivate",
    "remove_holiday",
    "remove_logo",
    "set_first_password",
    "set_logo",
    "set_up_first_organisation",
    "set_working_week",
]
