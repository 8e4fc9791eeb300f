"""The pages of policies: what holds, what is being written, who has read it."""

from plumbline.office.policies.views.drafts import ask, begin, decide, draft, give_up
from plumbline.office.policies.views.policies import confirm, facts, policies, policy, withdraw
from plumbline.office.policies.views.reading import read, readers, readers_file, to_read
from plumbline.office.policies.views.versions import download, version, versions

__all__ = [
    "ask",
    "begin",
    "confirm",
    "decide",
    "download",
    "draft",
    "facts",
    "give_up",
    "policies",
    "policy",
    "read",
    "readers",
    "readers_file",
    "to_read",
    "version",
    "versions",
    "withdraw",
]
