"""The files of the status page: written whole, put in place at once, and served by whatever can serve a folder."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string

from amends.policy.house import HOUSE
from amends.statuspage.page import How, StatusPost

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

#: What was put right stays to be read for so long.
KEPT = timedelta(days=90)
_CSS = Path(__file__).with_name("status.css")


def folder() -> Path:
    """Where the files are: `AMENDS_STATUS`, else `status` in the folder of the desk."""
    return Path(settings.STATUS_FOLDER)


def write(*, at: datetime) -> Path:
    """Every file says what was published until now. Each is put in place whole, so that no reader ever sees half of one."""
    place = folder()
    place.mkdir(parents=True, exist_ok=True)
    told = _told(at)
    home = f"{settings.BASE_URL}/status/"
    standing = [(posts[0], posts) for posts in told if posts[0].how != How.RIGHT]
    words = {
        "house": settings.MAIL_FROM_NAME, "told": told, "standing": standing, "at": at.astimezone(ZoneInfo(HOUSE.time_zone)),
        "home": home, "zone": ZoneInfo(HOUSE.time_zone),
    }  # fmt: skip
    _put(place / "status.css", _CSS.read_text())
    _put(place / "index.html", render_to_string("statuspage/index.html", words))
    _put(place / "feed.atom", _atom(told, home, at))
    banner = render_to_string("statuspage/banner.html", words) if standing else ""
    _put(place / "banner.html", banner)
    _put(place / "banner.js", _banner(banner))
    return place


def _told(at: datetime) -> list[list[StatusPost]]:
    """The posts of each problem, the newest first; problems that are put right go when nothing was said for long."""
    found: dict[int, list[StatusPost]] = {}
    for post in StatusPost.objects.select_related("problem").order_by("-posted_at", "-pk"):
        found.setdefault(post.problem_id, []).append(post)
    return [posts for posts in found.values() if posts[0].how != How.RIGHT or at - posts[0].posted_at < KEPT]


def _put(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(text, encoding="utf-8")
    fresh.chmod(0o644)
    fresh.replace(path)


def _banner(html: str) -> str:
    """A script for the business's own site: one line in its pages shows the banner while there is something to say."""
    text = json.dumps(html).replace("<", "\\u003c")
    return (
        "(function () {\n"
        f"  var html = {text};\n"
        "  if (!html) return;\n"
        "  var box = document.createElement('div');\n"
        "  box.setAttribute('role', 'region');\n"
        "  box.setAttribute('aria-label', 'Notice');\n"
        "  box.innerHTML = html;\n"
        "  box.style.cssText = 'padding:0.25rem 1rem;background:#fff4d6;color:#3b2c00';\n"
        "  document.body.insertBefore(box, document.body.firstChild);\n"
        "})();\n"
    )


def _atom(told: Sequence[Sequence[StatusPost]], home: str, at: datetime) -> str:
    """The feed (RFC 4287), the newest post first."""
    posts = sorted((post for posts in told for post in posts), key=lambda post: (post.posted_at, post.pk), reverse=True)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"  <title>{escape(settings.MAIL_FROM_NAME)}: what happened</title>",
        f"  <id>{escape(home)}</id>",
        f'  <link rel="self" href="{escape(home)}feed.atom"/>',
        f'  <link href="{escape(home)}"/>',
        f"  <updated>{(posts[0].posted_at if posts else at):%Y-%m-%dT%H:%M:%SZ}</updated>",
        f"  <author><name>{escape(settings.MAIL_FROM_NAME)}</name></author>",
    ]
    for post in posts[:50]:
        lines += [
            "  <entry>",
            f"    <title>{escape(post.title)}: {escape(How(post.how).label)}</title>",
            f"    <id>{escape(home)}#post-{post.pk}</id>",
            f'    <link href="{escape(home)}#post-{post.pk}"/>',
            f"    <updated>{post.posted_at:%Y-%m-%dT%H:%M:%SZ}</updated>",
            f"    <content>{escape(post.words)}</content>",
            "  </entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])
