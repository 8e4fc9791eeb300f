"""What the records of all files of a standard are made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")]
Line = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(min_length=1, max_length=4000)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Days = Annotated[int, Field(ge=1, le=3660)]


class Record(BaseModel):
    """Frozen, and it refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
