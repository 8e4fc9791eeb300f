"""Addresses of scenarios and the plan of record, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.choosing import views

app_name = "choosing"
urlpatterns = [
    path("scenarios/", views.scenarios, name="list"),
    path("scenarios/add/", views.add, name="add"),
    path("scenarios/compare/", views.compare, name="compare"),
    re_path(r"^scenarios/comparison\.(?P<extension>csv|xlsx)$", views.compare_file, name="compare_file"),
    path("scenarios/criteria/", views.criteria, name="criteria"),
    path("scenarios/criteria/pairs/", views.pairs, name="pairs"),
    path("scenarios/record/", views.records, name="records"),
    path("scenarios/record/<int:approval_id>/", views.record, name="record"),
    re_path(
        r"^scenarios/record/(?P<approval_id>\d{1,18})\.(?P<extension>csv|xlsx)$", views.record_file, name="record_file"
    ),
    path("scenarios/<int:scenario_id>/", views.scenario, name="scenario"),
    re_path(r"^scenarios/(?P<scenario_id>\d{1,18})/candidates\.(?P<extension>csv|xlsx)$", views.export, name="export"),
    path("scenarios/<int:scenario_id>/pictures/", views.pictures, name="pictures"),
    path("scenarios/<int:scenario_id>/edit/", views.edit, name="edit"),
    path("scenarios/<int:scenario_id>/copy/", views.copy, name="copy"),
    path("scenarios/<int:scenario_id>/archive/", views.archive, name="archive"),
    path("scenarios/<int:scenario_id>/gather/", views.gather, name="gather"),
    path("scenarios/<int:scenario_id>/rank/", views.rank, name="rank"),
    path("scenarios/<int:scenario_id>/select/", views.select, name="select"),
    path("scenarios/<int:scenario_id>/approve/", views.approve, name="approve"),
    path("scenarios/<int:scenario_id>/candidates/add/", views.add_candidate, name="add_candidate"),
    path("scenarios/candidates/<int:candidate_id>/", views.candidate, name="candidate"),
    path("scenarios/candidates/<int:candidate_id>/move/", views.move, name="move"),
    path("scenarios/candidates/<int:candidate_id>/remove/", views.remove, name="remove"),
    path("scenarios/selections/<int:selection_id>/cancel/", views.cancel, name="cancel"),
]
