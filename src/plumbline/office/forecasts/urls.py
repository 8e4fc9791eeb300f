"""Addresses of forecasts, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.forecasts import views

app_name = "forecasts"
OF = "projects/<int:project_id>/forecast"
TARGETS = "projects/<int:project_id>/targets"
CLASSES = "reference-classes"
urlpatterns = [
    path(f"{OF}/", views.forecast, name="forecast"),
    path(f"{OF}/simulations/<int:number>/", views.simulation, name="simulation"),
    *(
        path(
            f"{OF}/simulations/<int:number>/{part}.{extension}",
            views.part_file,
            {"part": part, "extension": extension},
            name=f"{part}_{extension}",
        )
        for part in ("curve", "milestones", "activities")
        for extension in ("csv", "xlsx")
    ),
    path(f"{OF}/runs/<int:run_id>/cancel/", views.cancel, name="cancel"),
    path(f"{OF}/estimates/", views.estimates, name="estimates"),
    path(f"{OF}/estimates/one/", views.estimate, name="estimate"),
    path(f"{OF}/estimates/upload/", views.upload_estimates, name="upload"),
    path(f"{OF}/estimates.csv", views.estimates_file, {"extension": "csv"}, name="estimates_csv"),
    path(f"{OF}/estimates.xlsx", views.estimates_file, {"extension": "xlsx"}, name="estimates_xlsx"),
    path(f"{OF}/rules/", views.rules, name="rules"),
    path(f"{OF}/risks/", views.risks, name="risks"),
    path(f"{OF}/risks/<int:entry_id>/", views.risk, name="risk"),
    path(f"{TARGETS}/", views.targets, name="targets"),
    path(f"{TARGETS}.csv", views.targets_file, {"extension": "csv"}, name="targets_csv"),
    path(f"{TARGETS}.xlsx", views.targets_file, {"extension": "xlsx"}, name="targets_xlsx"),
    path(f"{TARGETS}/<int:number>/edit/", views.edit_target, name="edit_target"),
    path(f"{TARGETS}/<int:number>/withdraw/", views.withdraw_target, name="withdraw"),
    path("projects/<int:project_id>/outside-view/", views.outside_view, name="outside_view"),
    path(f"{CLASSES}/", views.classes, name="classes"),
    path(f"{CLASSES}/<int:class_id>/", views.one_class, name="class"),
    path(f"{CLASSES}/<int:class_id>.csv", views.class_file, {"extension": "csv"}, name="class_csv"),
    path(f"{CLASSES}/<int:class_id>.xlsx", views.class_file, {"extension": "xlsx"}, name="class_xlsx"),
    path(f"{CLASSES}/<int:class_id>/upload/", views.upload_cases, name="upload_cases"),
    path(f"{CLASSES}/<int:class_id>/cases/<int:case_id>/remove/", views.remove_case, name="remove_case"),
]
