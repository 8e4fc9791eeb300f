"""Addresses of acceptance sessions, under ``/o/<organisation>/``; ``urls`` takes them in."""

from django.urls import path

from plumbline.office.acceptance.views import session_deciding, session_protocols, sessions

ALL = "projects/<int:project_id>/acceptance/sessions"
ONE = "acceptance/sessions/<int:session_id>"
PROTOCOL = "acceptance/protocols/<int:protocol_id>"
urlpatterns = [
    path(f"{ALL}/", sessions.sessions, name="sessions"),
    path(f"{ALL}.csv", sessions.sessions_file, {"extension": "csv"}, name="sessions_csv"),
    path(f"{ALL}.xlsx", sessions.sessions_file, {"extension": "xlsx"}, name="sessions_xlsx"),
    path(f"{ALL}/call/", sessions.call, name="call_session"),
    path(f"{ONE}/", sessions.session, name="session"),
    path(f"{ONE}.csv", sessions.session_file, {"extension": "csv"}, name="session_csv"),
    path(f"{ONE}.xlsx", sessions.session_file, {"extension": "xlsx"}, name="session_xlsx"),
    path(f"{ONE}/change/", sessions.change, name="change_session"),
    path(f"{ONE}/call-off/", sessions.call_off, name="call_off_session"),
    path(f"{ONE}/agenda/", sessions.agenda, name="session_agenda"),
    path(f"{ONE}/agenda/<int:item_id>/off/", sessions.take_off, name="take_off_agenda"),
    path(f"{ONE}/attendees/", sessions.attend, name="session_attend"),
    path(f"{ONE}/attendees/<int:attendee_id>/remove/", sessions.leave, name="session_leave"),
    path(f"{ONE}/decide/", session_deciding.decide, name="session_decide"),
    path(f"{ONE}/close/", session_deciding.close, name="close_session"),
    path(f"{PROTOCOL}/", session_protocols.protocol, name="protocol"),
    path(f"{PROTOCOL}/protocol.pdf", session_protocols.protocol_pdf, name="protocol_pdf"),
    path(f"{PROTOCOL}/signatory/", session_protocols.signatory, name="name_signatory"),
]
