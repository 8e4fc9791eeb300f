"""What the tests of conversion need: MPXJ and Java, else they are skipped aloud."""

from __future__ import annotations

import pytest

from plumbline.conversion.installation import HOW_TO_INSTALL, Installation, installation


@pytest.fixture(scope="session")
def mpxj() -> Installation:
    here = installation()
    if here is None:
        pytest.skip(f"no MPXJ or no Java: {HOW_TO_INSTALL}")
    return here
