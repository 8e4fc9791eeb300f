"""Addresses of deliverables and acceptance criteria, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.acceptance import session_urls, views

app_name = "acceptance"
ALL = "projects/<int:project_id>/acceptance"
DELIVERABLE = f"{ALL}/deliverables/<int:deliverable_id>"
CRITERION = f"{ALL}/criteria/<int:criterion_id>"
urlpatterns = [
    path(f"{ALL}/", views.overview, name="list"),
    path(f"{ALL}.csv", views.criteria_file, {"extension": "csv"}, name="list_csv"),
    path(f"{ALL}.xlsx", views.criteria_file, {"extension": "xlsx"}, name="list_xlsx"),
    path(f"{ALL}/from-plan/", views.from_plan, name="from_plan"),
    path(f"{ALL}/take-file/", views.take_file, name="take_file"),
    path(f"{ALL}/features.zip", views.project_files, {"maker": "features"}, name="features"),
    path(f"{ALL}/pytest-bdd.zip", views.project_files, {"maker": "pytest-bdd"}, name="skeletons"),
    path(f"{DELIVERABLE}/features.zip", views.deliverable_files, {"maker": "features"}, name="deliverable_features"),
    path(
        f"{DELIVERABLE}/pytest-bdd.zip", views.deliverable_files, {"maker": "pytest-bdd"}, name="deliverable_skeletons"
    ),
    path(f"{DELIVERABLE}/", views.deliverable, name="deliverable"),
    path(f"{DELIVERABLE}/edit/", views.edit_deliverable, name="edit_deliverable"),
    path(f"{DELIVERABLE}/drop/", views.drop, name="drop"),
    path(f"{DELIVERABLE}/new/", views.write, name="write"),
    path(f"{ALL}/requirements/<int:requirement_id>/drop/", views.drop_requirement, name="drop_requirement"),
    path(f"{CRITERION}/", views.criterion, name="criterion"),
    path(f"{CRITERION}.feature", views.feature_file, name="feature"),
    path(f"{CRITERION}/edit/", views.rewrite, name="rewrite"),
    path(f"{CRITERION}/agree/", views.agree, name="agree"),
    path(f"{CRITERION}/take-back/", views.take_back, name="take_back"),
    path(f"{CRITERION}/comment/", views.comment, name="comment"),
    path(f"{CRITERION}/withdraw/", views.withdraw, name="withdraw"),
    *session_urls.urlpatterns,
]
