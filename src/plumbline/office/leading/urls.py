"""Addresses of who leads which project, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.leading import views

app_name = "leading"
urlpatterns = [
    path("office/managers/", views.caseload, name="caseload"),
    re_path(r"^office/managers\.(?P<extension>csv|xlsx)$", views.export, name="export"),
    path("office/managers/classes/", views.classes, name="classes"),
    path("office/managers/<int:person_id>/", views.profile, name="profile"),
    path("office/managers/<int:person_id>/one-to-one/", views.plan, name="plan_one_to_one"),
    path("office/managers/projects/<int:project_id>/", views.assign, name="assign"),
    path("office/one-to-ones/<int:one_to_one_id>/", views.one_to_one, name="one_to_one"),
    path("office/one-to-ones/<int:one_to_one_id>/<slug:change>/", views.do, name="do_one_to_one"),
    path("office/agreed/<int:agreed_action_id>/", views.close, name="close_action"),
    path("office/help/", views.help_desk, name="help_desk"),
    path("office/help/<int:help_wanted_id>/", views.help_wanted, name="help"),
    path("office/help/<int:help_wanted_id>/take/", views.take, name="take_help"),
    path("office/help/<int:help_wanted_id>/answer/", views.answer, name="answer_help"),
    path("office/help/<int:help_wanted_id>/withdraw/", views.withdraw, name="withdraw_help"),
    path("office/me/", views.own, name="own"),
    path("office/me/help/", views.ask, name="ask_for_help"),
]
