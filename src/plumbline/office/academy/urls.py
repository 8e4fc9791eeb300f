"""Addresses of the academy, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.academy import views

app_name = "academy"
urlpatterns = [
    path("learning/", views.catalogue, name="catalogue"),
    path("learning/learners/", views.learners, name="learners"),
    re_path(r"^learning/learners\.(?P<extension>csv|xlsx)$", views.learners_file, name="learners_file"),
    path("learning/assign/", views.assign, name="assign"),
    path("learning/assignments/<int:assignment_id>/cancel/", views.cancel, name="cancel"),
    path("learning/proposals/", views.proposals, name="proposals"),
    path("learning/proposals/<int:proposal_id>/", views.decide_proposal, name="decide_proposal"),
    path("learning/effects/", views.effects, name="effects"),
    re_path(r"^learning/effects\.(?P<extension>csv|xlsx)$", views.effects_file, name="effects_file"),
    path("learning/elsewhere/", views.hand_in_results, name="hand_in"),
    path("learning/elsewhere/<int:elsewhere_file_id>/", views.results, name="results"),
    path("learning/sittings/<int:sitting_id>/", views.sitting, name="sitting"),
    path("learning/sittings/<int:sitting_id>/answer/", views.answer, name="answer"),
    path("learning/certificates/<int:certificate_id>/", views.certificate, name="certificate"),
    path("learning/certificates/<int:certificate_id>/certificate.pdf", views.certificate_pdf, name="certificate_pdf"),
    path("learning/certificates/<int:certificate_id>/withdraw/", views.withdraw, name="withdraw"),
    path("learning/courses/<slug:course>/", views.course, name="course"),
    path("learning/courses/<slug:course>/exam/", views.begin_exam, name="begin_exam"),
    path("learning/courses/<slug:course>/questions/", views.questions, name="questions"),
    path("learning/courses/<slug:course>/questions.<slug:extension>", views.questions_file, name="questions_file"),
    path("learning/courses/<slug:course>/<slug:lesson>/", views.lesson, name="lesson"),
    path("learning/courses/<slug:course>/<slug:lesson>/progress/", views.progress, name="progress"),
    path("learning/courses/<slug:course>/<slug:lesson>/finish/", views.finish, name="finish"),
    path("learning/courses/<slug:course>/<slug:lesson>/test/", views.begin_test, name="begin_test"),
]
