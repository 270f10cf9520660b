"""What the web server loads before it forks."""

from __future__ import annotations

import os
import subprocess
import sys


def test_passkeys_are_not_loaded_before_somebody_uses_them() -> None:
    script = """
import sys
from amends.cli.serving import UNUSED, load
load()
from django.urls import reverse
print(reverse("mfa_index"), "fido2" in sys.modules, sys.modules[UNUSED].get_state is not None, "fido2" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], env={**os.environ}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["/account/second-factor/", "False", "True", "True"]


def test_the_pages_and_the_worker_wait_neither_for_numbers_nor_for_what_is_optional() -> None:
    script = """
import sys
for name in ("sklearn", "pandas", "duckdb", "ibis", "typst", "pyspark"):
    sys.modules[name] = None
from amends.cli.serving import load
load()
import amends.worker.jobs, amends.worker.lessons
print([name for name in ("numpy", "scipy") if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], env={**os.environ}, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
