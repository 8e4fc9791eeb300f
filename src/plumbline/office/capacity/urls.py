"""Addresses of capacity, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.capacity.views import asking, lists, maps, people

app_name = "capacity"
FILE = r"\.(?P<extension>csv|xlsx)$"
PERSON = "capacity/people/<int:resource_person_id>"
REQUEST = "capacity/requests/<int:capacity_request_id>"
urlpatterns = [
    path("capacity/", maps.overview, name="map"),
    re_path(r"^capacity" + FILE, maps.overview_file, name="map_file"),
    path("capacity/single-points/", maps.points, name="points"),
    re_path(r"^capacity/single-points" + FILE, maps.points_file, name="points_file"),
    path("capacity/mine/", people.mine, name="mine"),
    path("capacity/people/", people.people, name="people"),
    re_path(r"^capacity/people" + FILE, people.people_file, name="people_file"),
    path("capacity/people/add/", people.add_person, name="add_person"),
    path(f"{PERSON}/", people.person, name="person"),
    path(f"{PERSON}/edit/", people.edit_person, name="edit_person"),
    path(f"{PERSON}/share/", people.share, name="share"),
    path(f"{PERSON}/leave/", people.leave, name="leave"),
    path(f"{PERSON}/line-work/", people.line_work, name="line_work"),
    path(f"{PERSON}/abilities/", people.abilities, name="person_abilities"),
    path("capacity/line-work/<int:line_work_id>/end/", people.end_line_work, name="end_line_work"),
    path("capacity/leave/<int:leave_id>/withdraw/", people.withdraw_leave, name="withdraw_leave"),
    path("capacity/leave/import/", lists.upload, name="upload"),
    path("capacity/leave/import/<int:leave_table_id>/", lists.uploaded, name="uploaded"),
    path("capacity/pools/", lists.pools, name="pools"),
    path("capacity/pools/<int:pool_id>/", lists.pool, name="pool"),
    path("capacity/abilities/", lists.abilities, name="abilities"),
    path("capacity/abilities/standard/", lists.take_from_standard, name="take_from_standard"),
    path("capacity/abilities/<int:ability_id>/end/", lists.end_ability, name="end_ability"),
    path("capacity/patterns/", lists.patterns, name="patterns"),
    path("capacity/patterns/<int:working_pattern_id>/", lists.pattern, name="pattern"),
    path("capacity/names/", lists.plan_names, name="names"),
    path("capacity/names/same/", lists.match_sure, name="match_sure"),
    path("capacity/names/<int:plan_match_id>/forget/", lists.forget, name="forget_match"),
    path("capacity/desk/", asking.desk, name="desk"),
    re_path(r"^capacity/requests" + FILE, asking.requests_file, name="requests_file"),
    path(f"{REQUEST}/", asking.one_request, name="request"),
    path(f"{REQUEST}/withdraw/", asking.withdraw, name="withdraw_request"),
    path("projects/<int:project_id>/capacity/", asking.of_project, name="project"),
    path("projects/<int:project_id>/capacity.<str:extension>", asking.project_file, name="project_file"),
]
