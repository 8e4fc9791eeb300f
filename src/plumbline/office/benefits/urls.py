"""Addresses of benefits, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.benefits import views

app_name = "benefits"
ALL = "projects/<int:project_id>/benefits"
ONE = "benefits/<int:benefit_id>"
REVIEW = "benefits/reviews/<int:review_id>"
MEANS = "benefits/means/<int:means_id>"
urlpatterns = [
    path("benefits/", views.register, name="register"),
    re_path(r"^benefits\.(?P<extension>csv|xlsx)$", views.register_file, name="register_file"),
    path("benefits/realisation/", views.realisation, name="realisation"),
    re_path(r"^benefits/realisation\.(?P<extension>csv|xlsx)$", views.realisation_file, name="realisation_file"),
    path("benefits/measurements/", views.upload, name="upload"),
    path("benefits/measurements/<int:table_id>/", views.uploaded, name="uploaded"),
    path("benefits/measurements/<int:measurement_id>/withdraw/", views.withdraw, name="withdraw"),
    path(f"{ALL}/", views.of_project, name="project"),
    path(f"{ALL}.<str:extension>", views.project_file, name="project_file"),
    path(f"{ALL}/add/", views.add, name="add"),
    path(f"{ALL}/means/add/", views.add_means, name="add_means"),
    path(f"{ALL}/link/", views.link, name="link"),
    path(f"{ALL}/review/", views.plan_review, name="plan_review"),
    path(f"{ONE}/", views.benefit, name="benefit"),
    path(f"{ONE}/measured.<str:extension>", views.measured_file, name="measured_file"),
    path(f"{ONE}/edit/", views.edit, name="edit"),
    path(f"{ONE}/measure/", views.measure, name="measure"),
    path(f"{MEANS}/", views.means, name="means"),
    path(f"{MEANS}/end/", views.end_means, name="end_means"),
    path("benefits/links/<int:link_id>/remove/", views.unlink, name="unlink"),
    path(f"{REVIEW}/", views.review, name="review"),
    path(f"{REVIEW}/move/", views.move_review, name="move_review"),
]
