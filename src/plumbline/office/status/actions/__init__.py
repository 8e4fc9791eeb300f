"""What can be done about the status of a project."""

from plumbline.office.status.actions.contests import contest_status, end_contest
from plumbline.office.status.actions.drafts import Seen, WrittenMeanwhile, discard_draft, publish_draft, save_draft
from plumbline.office.status.actions.go_to_green import Step, add_step, judge_plans, plan_go_to_green, withdraw_plan
from plumbline.office.status.actions.lines import add_line, change_line, close_line, open_line
from plumbline.office.status.actions.reporting import renew_reporting
from plumbline.office.status.actions.reports import Figures, acknowledge_report, publish_report

__all__ = [
    "Figures",
    "Seen",
    "Step",
    "WrittenMeanwhile",
    "acknowledge_report",
    "add_line",
    "add_step",
    "change_line",
    "close_line",
    "contest_status",
    "discard_draft",
    "end_contest",
    "judge_plans",
    "open_line",
    "plan_go_to_green",
    "publish_draft",
    "publish_report",
    "renew_reporting",
    "save_draft",
    "withdraw_plan",
]
