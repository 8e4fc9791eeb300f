"""Addresses of mentoring, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.mentoring import views

app_name = "mentoring"
urlpatterns = [
    path("people/mentoring/", views.overview, name="overview"),
    path("people/mentoring/add/", views.add, name="add"),
    path("people/mentoring/<int:mentoring_programme_id>/", views.programme, name="programme"),
    re_path(
        r"^people/mentoring/(?P<mentoring_programme_id>[0-9]{1,18})/pairs\.(?P<extension>csv|xlsx)$",
        views.export,
        name="export",
    ),
    path("people/mentoring/<int:mentoring_programme_id>/edit/", views.edit, name="edit"),
    path("people/mentoring/<int:mentoring_programme_id>/propose/", views.propose, name="propose"),
    path("people/mentoring/<int:mentoring_programme_id>/wish/", views.wish, name="wish"),
    path("people/mentoring/<int:mentoring_programme_id>/offer/", views.offer, name="offer"),
    path("people/mentoring/pairs/<int:pair_id>/", views.pair, name="pair"),
    path("people/mentoring/pairs/<int:pair_id>/answer/", views.answer, name="answer"),
    path("people/mentoring/pairs/<int:pair_id>/back/", views.take_back, name="take_back"),
    path("people/mentoring/pairs/<int:pair_id>/do/<slug:change>/", views.do, name="do"),
    path("people/mentoring/sessions/<int:session_id>/cancel/", views.cancel_session, name="cancel_session"),
    path("people/mentoring/actions/<int:pair_action_id>/", views.finish, name="finish"),
]
