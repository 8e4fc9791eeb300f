"""Addresses of communities, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.communities import views

app_name = "communities"
urlpatterns = [
    path("people/communities/", views.overview, name="overview"),
    path("people/communities/add/", views.add, name="add"),
    path("people/communities/<int:community_id>/", views.community, name="community"),
    path("people/communities/<int:community_id>/edit/", views.edit, name="edit"),
    path("people/communities/<int:community_id>/belong/", views.belong, name="belong"),
    path("people/communities/<int:community_id>/ask/", views.ask, name="ask"),
    path("people/communities/questions/<int:community_question_id>/", views.question, name="question"),
    path("people/communities/questions/<int:community_question_id>/do/", views.do_question, name="do_question"),
    path("people/communities/questions/<int:community_question_id>/edit/", views.edit_question, name="edit_question"),
    path("people/communities/answers/<int:community_answer_id>/edit/", views.edit_answer, name="edit_answer"),
    path("people/communities/answers/<int:community_answer_id>/do/", views.do_answer, name="do_answer"),
]
