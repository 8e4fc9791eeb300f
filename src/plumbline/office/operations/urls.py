"""Addresses of the office's day, calendar and week, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.operations.views import calendar, day, subscription, week

app_name = "operations"
WORK = "office/week/work/<int:planned_work_id>/"
urlpatterns = [
    path("office/day/", day.day, name="day"),
    path("office/day.csv", day.day_file, {"extension": "csv"}, name="day_csv"),
    path("office/day.xlsx", day.day_file, {"extension": "xlsx"}, name="day_xlsx"),
    path("office/calendar/", calendar.calendar, name="calendar"),
    path("office/calendar.ics", calendar.calendar_file, name="calendar_ics"),
    path("office/calendar/subscription/", subscription.subscription, name="subscription"),
    path("office/week/", week.week, name="week"),
    path("office/week/carry/", week.carry, name="carry"),
    path("office/week/plan/", week.plan, name="plan"),
    path(WORK, week.work, name="work"),
    path(f"{WORK}done/", week.done, name="done"),
    path(f"{WORK}remove/", week.remove, name="remove_work"),
]
