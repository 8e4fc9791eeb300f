"""Addresses of project requests, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.intake import views

app_name = "intake"
urlpatterns = [
    path("requests/", views.requests, name="list"),
    path("requests/new/", views.new, name="new"),
    path("requests/ranking/", views.ranking, name="ranking"),
    path("requests/ranking.<slug:extension>", views.ranking_file, name="ranking_file"),
    path("requests/<int:request_id>/", views.one, name="request"),
    path("requests/<int:request_id>/write/<int:step>/", views.write, name="write"),
    path("requests/<int:request_id>/summary/", views.summary, name="summary"),
    path("requests/<int:request_id>/withdraw/", views.withdraw, name="withdraw"),
    path("requests/<int:request_id>/say/", views.say, name="say"),
    path("requests/<int:request_id>/ask/", views.ask, name="ask"),
    path("requests/<int:request_id>/screen/", views.screen, name="screen"),
    path("requests/<int:request_id>/screen/pass/", views.pass_on, name="pass"),
    path("requests/<int:request_id>/score/", views.score, name="score"),
    path("requests/<int:request_id>/decline/", views.decline, name="decline"),
    path("requests/<int:request_id>/hold/", views.hold, name="hold"),
    path("requests/<int:request_id>/merge/", views.merge, name="merge"),
    path("requests/<int:request_id>/accept/", views.accept, name="accept"),
]
