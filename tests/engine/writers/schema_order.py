"""The order of elements in Microsoft's published schema of Project XML (mspdi_pj12.xsd), as far as we need it.

``Active`` and the elements that begin with ``Manual`` came with Project 2010 and stand where Project writes them.
"""

from __future__ import annotations

ORDER = {
    "Project": """
        SaveVersion UID Name Title Subject Category Company Manager Author CreationDate Revision LastSaved
        ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencyCode
        CurrencySymbolPosition CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth
        DefaultTaskType DurationFormat WorkFormat EditableActualCosts HonorConstraints StatusDate CurrentDate
        NewTaskStartDate NewTasksAreManual OutlineCodes WBSMasks ExtendedAttributes Calendars Tasks Resources
        Assignments
    """,
    "ExtendedAttributes": "ExtendedAttribute",
    "ExtendedAttribute": "FieldID FieldName CFType Guid ElemType MaxMultiValues UserDef Alias Value ValueGUID",
    "Calendar": "UID Name IsBaseCalendar IsBaselineCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks",
    "WeekDay": "DayType DayWorking TimePeriod WorkingTimes",
    "Exception": """
        EnteredByOccurrences TimePeriod Occurrences Name Type Period DaysOfWeek MonthItem MonthPosition Month MonthDay
        DayWorking WorkingTimes
    """,
    "TimePeriod": "FromDate ToDate",
    "WorkingTime": "FromTime ToTime",
    "Task": """
        UID ID Name Active Manual Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority Start
        Finish Duration ManualStart ManualFinish ManualDuration DurationFormat Work Stop Resume ResumeValid EffortDriven
        Recurring OverAllocated Estimated Milestone Summary Critical IsSubproject ExternalTask EarlyStart EarlyFinish
        LateStart LateFinish FreeSlack TotalSlack FixedCost PercentComplete PercentWorkComplete Cost ActualStart
        ActualFinish ActualDuration ActualCost ActualWork RemainingDuration RemainingWork ConstraintType CalendarUID
        ConstraintDate Deadline LevelAssignments IgnoreResourceCalendar Notes PredecessorLink ExtendedAttribute Baseline
    """,
    "PredecessorLink": "PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat",
    "Baseline": "Number Interim Start Finish Duration DurationFormat EstimatedDuration Work Cost",
    "Resource": "UID ID Name Type IsNull Initials MaxUnits PeakUnits CalendarUID Notes IsCostResource",
    "Assignment": """
        UID TaskUID ResourceUID PercentWorkComplete ActualCost ActualFinish ActualStart ActualWork Cost Delay Finish
        Milestone RemainingWork Start Stop Resume Units UpdateNeeded Work WorkContour
    """,
}
LISTS = {"Calendars", "Tasks", "Resources", "Assignments", "WeekDays", "Exceptions", "WorkingTimes"}
