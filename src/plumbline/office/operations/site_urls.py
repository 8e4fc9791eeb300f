"""Addresses that other programs read without signing in."""

from django.urls import re_path

from plumbline.office.operations.views.feed import feed

urlpatterns = [re_path(r"^calendars/(?P<secret>[A-Za-z0-9_-]{43})\.ics$", feed, name="calendar_feed")]
