"""When the disk is full while a file is stored, the customer is told so and nothing is kept half."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_a_full_disk_gives_a_clear_answer_and_nothing_half(tmp_path: Path) -> None:
    tmp_path.chmod(0o711)
    for parent in list(tmp_path.parents)[:3]:
        if parent.owner() == tmp_path.owner() and parent != Path("/tmp"):  # noqa: S108 - the server's account must walk through
            parent.chmod(0o711)
    environment = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "AMENDS_DATA"}}
    run = subprocess.run(
        [sys.executable, "-m", "tests.faults.on_a_full_disk", str(tmp_path / "desk")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**environment, "AMENDS_DATA": str(tmp_path / "data"), "AMENDS_SECRET_KEY": "full-disk"},
    )
    assert run.returncode == 0, run.stderr[-2000:]
    seen = json.loads(run.stdout.splitlines()[-1])
    assert 0 < seen["kept"] < 20
    assert seen["status"] == 503
    assert f"Photograph {seen['kept']}" in seen["page"]
    assert seen["messages"] == seen["kept"] + (seen["after"] < 400)
    assert seen["attachments"] == seen["kept"]
    assert seen["blobs"] == seen["whole_blobs"] == seen["kept"]
