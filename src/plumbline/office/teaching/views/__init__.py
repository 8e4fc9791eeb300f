"""The pages of live sessions."""

from plumbline.office.teaching.views.coming import attendance, register, session, session_file, sessions
from plumbline.office.teaching.views.planning import add, cancel, change

__all__ = ["add", "attendance", "cancel", "change", "register", "session", "session_file", "sessions"]
