"""Addresses of the office's mandate, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.mandate import views

app_name = "mandate"
urlpatterns = [
    path("office/", views.charter, name="charter"),
    path("office/charter.pdf", views.charter_pdf, name="pdf"),
    path("office/charters/", views.versions, name="versions"),
    path("office/charters/<int:number>/", views.version, name="version"),
    path("office/approval/", views.approval, name="approval"),
    path("office/approval/ask/", views.ask, name="ask"),
    path("office/approval/approve/", views.approve, name="approve"),
    path("office/approval/decline/", views.decline, name="decline"),
    path("office/mandate/common/", views.add_common, name="add_common"),
    path("office/mandate/answer/", views.answer, name="answer"),
    path("office/mandate/answers/<int:answer_id>/remove/", views.remove_answer, name="remove_answer"),
    path("office/mandate/holders/<int:holder_id>/leave/", views.leave, name="leave"),
    path("office/mandate/post/<int:post_id>/hold/", views.hold, name="hold"),
    path("office/mandate/<slug:chapter>/", views.chapter, name="chapter"),
    path("office/mandate/<slug:part>/<int:part_id>/", views.part, name="part"),
    path("office/mandate/<slug:part>/<int:part_id>/remove/", views.remove, name="remove"),
]
