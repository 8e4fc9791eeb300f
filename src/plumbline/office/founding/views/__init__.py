"""The pages of the culture profile and of the guide."""

from plumbline.office.founding.views.culture import culture, overrule
from plumbline.office.founding.views.guide import guide, step

__all__ = ["culture", "guide", "overrule", "step"]
