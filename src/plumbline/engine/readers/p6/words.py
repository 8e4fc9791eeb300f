"""The words of P6, as XER and as PMXML write them."""

from __future__ import annotations

from collections.abc import Mapping

from plumbline.engine.schedule import (
    ActivityKind,
    ConstraintKind,
    CriticalBy,
    FloatKind,
    LagCalendar,
    LinkKind,
    ProgressRule,
)

KINDS: Mapping[str | None, ActivityKind] = {
    "TT_Task": ActivityKind.TASK,
    "TT_Rsrc": ActivityKind.TASK,
    "TT_Mile": ActivityKind.START_MILESTONE,
    "TT_FinMile": ActivityKind.FINISH_MILESTONE,
    "TT_LOE": ActivityKind.LEVEL_OF_EFFORT,
    "TT_WBS": ActivityKind.LEVEL_OF_EFFORT,
    "Task Dependent": ActivityKind.TASK,
    "Resource Dependent": ActivityKind.TASK,
    "Start Milestone": ActivityKind.START_MILESTONE,
    "Finish Milestone": ActivityKind.FINISH_MILESTONE,
    "Level of Effort": ActivityKind.LEVEL_OF_EFFORT,
    "WBS Summary": ActivityKind.LEVEL_OF_EFFORT,
}
FOLLOWS_RESOURCES = frozenset(("TT_Rsrc", "Resource Dependent"))
CONSTRAINTS: Mapping[str | None, ConstraintKind] = {
    "CS_ALAP": ConstraintKind.AS_LATE_AS_POSSIBLE,
    "CS_MSOA": ConstraintKind.START_NO_EARLIER_THAN,
    "CS_MEOA": ConstraintKind.FINISH_NO_EARLIER_THAN,
    "CS_MSOB": ConstraintKind.START_NO_LATER_THAN,
    "CS_MEOB": ConstraintKind.FINISH_NO_LATER_THAN,
    "CS_MSO": ConstraintKind.START_ON,
    "CS_MEO": ConstraintKind.FINISH_ON,
    "CS_MANDSTART": ConstraintKind.MUST_START_ON,
    "CS_MANDFIN": ConstraintKind.MUST_FINISH_ON,
    "As Late As Possible": ConstraintKind.AS_LATE_AS_POSSIBLE,
    "Start On or After": ConstraintKind.START_NO_EARLIER_THAN,
    "Finish On or After": ConstraintKind.FINISH_NO_EARLIER_THAN,
    "Start On or Before": ConstraintKind.START_NO_LATER_THAN,
    "Finish On or Before": ConstraintKind.FINISH_NO_LATER_THAN,
    "Start On": ConstraintKind.START_ON,
    "Finish On": ConstraintKind.FINISH_ON,
    "Mandatory Start": ConstraintKind.MUST_START_ON,
    "Mandatory Finish": ConstraintKind.MUST_FINISH_ON,
}
LINKS: Mapping[str | None, LinkKind] = {
    "PR_FS": LinkKind.FINISH_START,
    "PR_SS": LinkKind.START_START,
    "PR_FF": LinkKind.FINISH_FINISH,
    "PR_SF": LinkKind.START_FINISH,
    "Finish to Start": LinkKind.FINISH_START,
    "Start to Start": LinkKind.START_START,
    "Finish to Finish": LinkKind.FINISH_FINISH,
    "Start to Finish": LinkKind.START_FINISH,
}
RESOURCE_KINDS: Mapping[str | None, str] = {
    "RT_Labor": "work",
    "RT_Equip": "equipment",
    "RT_Mat": "material",
    "Labor": "work",
    "Nonlabor": "equipment",
    "Material": "material",
}
LAG_CALENDARS: Mapping[str, LagCalendar] = {
    "rcal_Predecessor": LagCalendar.PREDECESSOR,
    "rcal_Successor": LagCalendar.SUCCESSOR,
    "rcal_24Hour": LagCalendar.ALWAYS,
    "rcal_ProjDefault": LagCalendar.PROJECT,
    "Predecessor Activity Calendar": LagCalendar.PREDECESSOR,
    "Successor Activity Calendar": LagCalendar.SUCCESSOR,
    "24 Hour Calendar": LagCalendar.ALWAYS,
    "Project Default Calendar": LagCalendar.PROJECT,
}
FLOATS: Mapping[str, FloatKind] = {
    "FT_FF": FloatKind.FINISH,
    "FT_SF": FloatKind.START,
    "FT_Min": FloatKind.SMALLEST,
    "Finish Float": FloatKind.FINISH,
    "Start Float": FloatKind.START,
    "Smallest of Start Float and Finish Float": FloatKind.SMALLEST,
}
PROGRESS: Mapping[str, ProgressRule] = {
    "Retained Logic": ProgressRule.RETAINED_LOGIC,
    "Progress Override": ProgressRule.PROGRESS_OVERRIDE,
    "Actual Dates": ProgressRule.ACTUAL_DATES,
}
CRITICAL: Mapping[str, CriticalBy] = {
    "CT_DrivPath": CriticalBy.LONGEST_PATH,
    "Longest Path": CriticalBy.LONGEST_PATH,
}
