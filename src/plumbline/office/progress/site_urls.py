"""The addresses by which somebody tells without signing in. The log does not hold them: ``web/quiet_log.py``."""

from django.urls import path

from plumbline.office.progress import views

app_name = "progress_link"
urlpatterns = [
    path("progress-link/<str:secret>/", views.listed, name="list"),
    path("progress-link/<str:secret>/<int:number>/", views.tell, name="tell"),
]
