"""The pages of benefits."""

from plumbline.office.benefits.views.lists import realisation, realisation_file, register, register_file
from plumbline.office.benefits.views.one import benefit, edit, end_means, means, measure, measured_file, withdraw
from plumbline.office.benefits.views.projects import add, add_means, link, of_project, project_file, unlink
from plumbline.office.benefits.views.reviews import move_review, plan_review, review
from plumbline.office.benefits.views.uploading import upload, uploaded

__all__ = [
    "add",
    "add_means",
    "benefit",
    "edit",
    "end_means",
    "link",
    "means",
    "measure",
    "measured_file",
    "move_review",
    "of_project",
    "plan_review",
    "project_file",
    "realisation",
    "realisation_file",
    "register",
    "register_file",
    "review",
    "unlink",
    "upload",
    "uploaded",
    "withdraw",
]
