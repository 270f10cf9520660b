"""Every open case has a next act, a time for it, and a person who is here to do it: whatever happens, in whatever order.

The suite takes more than a thousand steps; INVARIANT_RUNS and INVARIANT_STEPS ask for more (18 times 60 by themselves).
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.invariant.together import Together

RUNS, STEPS = int(os.environ.get("INVARIANT_RUNS", "18")), int(os.environ.get("INVARIANT_STEPS", "60"))


@pytest.mark.django_db
def test_whatever_is_done_and_whoever_is_away_no_open_case_lies_untouched() -> None:
    run_state_machine_as_test(
        Together,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
            derandomize="INVARIANT_RUNS" not in os.environ,
        ),
    )
