"""Addresses of maturity, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.maturity.views import agreeing, answering, overview, rounds

ROUND = "maturity/rounds/<int:round_id>/"

app_name = "maturity"
urlpatterns = [
    path("maturity/", overview.overview, name="overview"),
    path("maturity/perspectives/<slug:perspective>/", overview.perspective, name="perspective"),
    path("maturity/targets/", overview.targets, name="targets"),
    path("maturity/steps/<slug:attribute>/add/", overview.add_step, name="add_step"),
    path("maturity/rounds/begin/", rounds.begin, name="begin"),
    path(ROUND, rounds.round, name="round"),
    path(f"{ROUND}result.csv", rounds.export, {"extension": "csv"}, name="export_csv"),
    path(f"{ROUND}result.xlsx", rounds.export, {"extension": "xlsx"}, name="export_xlsx"),
    path(f"{ROUND}invite/", rounds.invite, name="invite"),
    path(f"{ROUND}remind/", rounds.remind, name="remind"),
    path(f"{ROUND}measure/", rounds.measure, name="measure"),
    path(f"{ROUND}close/", rounds.close, name="close"),
    path(f"{ROUND}call-off/", rounds.call_off, name="call_off"),
    path(f"{ROUND}answer/", answering.resume, name="resume"),
    path(f"{ROUND}keep/<slug:attribute>/", answering.keep, name="keep"),
    path(f"{ROUND}answer/<slug:perspective>/", answering.answer, name="answer"),
    path(f"{ROUND}finish/", answering.finish, name="finish"),
    path(f"{ROUND}again/", answering.again, name="again"),
    path(f"{ROUND}agree/<slug:perspective>/", agreeing.agree, name="agree"),
]
