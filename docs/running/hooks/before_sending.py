#!/usr/bin/env python3
"""Asks the coach about a reply before another desk sends it: the reply on standard input, the verdict as the exit code.

    before_sending.py [--case CASE.json] < reply.txt

Exit codes: 0 it may go; 1 the coach holds it back, and the reasons are printed; 2 the coach could not be asked.
Needs AMENDS_URL (https://desk.shop.example) and AMENDS_TOKEN, a token with the scope `texts`. Nothing but Python is needed.
"""

import argparse
import json
import os
import sys
import urllib.error
import urllib.request


def main() -> int:
    asked = argparse.ArgumentParser(description="Ask the coach before a reply is sent.")
    asked.add_argument("--case", help="a JSON file with what is known of the case: stage, reads_as, specifics, …")
    case = asked.parse_args().case
    try:
        known = json.load(open(case, encoding="utf-8")) if case else {"stage": "update"}
        body = json.dumps({**known, "text": sys.stdin.read()}).encode()
        headers = {"Authorization": f"Bearer {os.environ['AMENDS_TOKEN']}", "Content-Type": "application/json"}
        request = urllib.request.Request(os.environ["AMENDS_URL"].rstrip("/") + "/api/v1/coach", body, headers)
        with urllib.request.urlopen(request, timeout=10) as answer:
            review = json.load(answer)
    except urllib.error.HTTPError as refusal:
        print(
            f"The coach could not be asked: {refusal.code} {refusal.read().decode(errors='replace')}", file=sys.stderr
        )
        return 2
    except (OSError, ValueError, KeyError) as trouble:
        print(f"The coach could not be asked: {trouble!r}", file=sys.stderr)
        return 2
    for one in review["findings"]:
        print(f"{one['check']} {one['level']:5} {one['why']}" + (f" «{one['quote']}»" if one["quote"] else ""))
    for one in review["promises"]:
        print(f"promise   {one['due'] or 'no time'}: {one['quote']}")
    return 1 if any(one["level"] == "block" for one in review["findings"]) else 0


if __name__ == "__main__":
    sys.exit(main())
