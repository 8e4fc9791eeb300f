"""Addresses of products, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.products import views

app_name = "products"
ALL = "projects/<int:project_id>/products"
ONE = f"{ALL}/<int:product_id>"
OFFER = "projects/<int:project_id>/augmentations/<int:augmentation_id>"
urlpatterns = [
    path("products/", views.overview, name="overview"),
    path("products.csv", views.overview_file, {"extension": "csv"}, name="overview_csv"),
    path("products.xlsx", views.overview_file, {"extension": "xlsx"}, name="overview_xlsx"),
    path(f"{ALL}/", views.of_project, name="list"),
    path(f"{ALL}.csv", views.project_file, {"extension": "csv"}, name="list_csv"),
    path(f"{ALL}.xlsx", views.project_file, {"extension": "xlsx"}, name="list_xlsx"),
    path(f"{ONE}/", views.product, name="product"),
    path(f"{ONE}.csv", views.product_file, {"extension": "csv"}, name="product_csv"),
    path(f"{ONE}.xlsx", views.product_file, {"extension": "xlsx"}, name="product_xlsx"),
    path(f"{ONE}/edit/", views.edit, name="edit"),
    path(f"{ONE}/withdraw/", views.withdraw, name="withdraw"),
    path(f"{ONE}/augment/", views.augment, name="augment"),
    path(f"{OFFER}/", views.augmentation, name="augmentation"),
    path(f"{OFFER}.csv", views.augmentation_file, {"extension": "csv"}, name="augmentation_csv"),
    path(f"{OFFER}.xlsx", views.augmentation_file, {"extension": "xlsx"}, name="augmentation_xlsx"),
    path(f"{OFFER}/edit/", views.change_augmentation, name="edit_augmentation"),
    path(f"{OFFER}/measure/", views.measure, name="measure"),
    path(f"{OFFER}/level/", views.level, name="level"),
    path(f"{OFFER}/withdraw/", views.withdraw_augmentation, name="withdraw_augmentation"),
]
