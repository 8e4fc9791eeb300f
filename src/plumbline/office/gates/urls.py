"""Addresses of gates, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.gates import views

app_name = "gates"
IN_PROJECT = "projects/<int:project_id>/life-cycle/"
REVIEW = "gates/reviews/<int:review_id>/"
urlpatterns = [
    path("gates/", views.calendar, name="calendar"),
    path("gates/conditions/", views.conditions, name="conditions"),
    path("gates/conditions/<int:condition_id>/", views.condition, name="condition"),
    path("gates/conditions/<int:condition_id>/withdraw/", views.withdraw_condition, name="withdraw_condition"),
    path("gates/records/<int:decision_id>/", views.record, name="record"),
    path("gates/records/<int:decision_id>/record.pdf", views.record_pdf, name="record_pdf"),
    path(REVIEW, views.review, name="review"),
    path(f"{REVIEW}rate/", views.rate, name="rate"),
    path(f"{REVIEW}consent/", views.consent, name="consent"),
    path(f"{REVIEW}condition/", views.propose_condition, name="propose_condition"),
    path(f"{REVIEW}recommend/", views.recommend, name="recommend"),
    path(f"{REVIEW}replan/", views.replan, name="replan"),
    path(f"{REVIEW}withdraw/", views.withdraw, name="withdraw"),
    path(f"{REVIEW}decide/", views.decide, name="decide"),
    path(IN_PROJECT, views.standing, name="standing"),
    path(f"{IN_PROJECT}<slug:gate>/", views.gate, name="gate"),
    path(f"{IN_PROJECT}<slug:gate>/open/", views.open_review, name="open"),
    path(f"{IN_PROJECT}<slug:gate>/questions/<slug:question>/", views.question, name="question"),
]
