"""Checks a draft with nothing but Python's standard library (3.8 or newer).

Prints what was found; ends with 0 if the draft may be sent, 1 if not.
usage: python3 check.py DRAFT [BUYER'S MESSAGE]
"""

import json
import os
import sys
import urllib.error
import urllib.request

SERVER = os.environ.get("LINTER_URL", "http://127.0.0.1:7070")


def lint(draft, conversation=()):
    """The report on a draft; raises if the service is silent for two seconds or refuses."""
    request = urllib.request.Request(
        SERVER + "/v1/lint",
        data=json.dumps({"draft": draft, "conversation": list(conversation)}).encode(),
        headers={"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=2) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        raise ValueError(f"{problem['title']}: {problem.get('detail', '')}") from error


def may_send(report):
    """A check that was not completed is no pass."""
    return report["complete"] and report["verdict"] in ("pass", "remind")


def part(text, start, end):
    """The part of a text that a finding tells; offsets count UTF-16 units, not code points."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    draft, *questions = sys.argv[1:]
    report = lint(draft, [{"role": "buyer", "text": text} for text in questions])
    for finding in report["findings"]:
        start, end = finding["start"], finding["end"]
        print(
            f"{finding['severity']} {finding['rule']} {start}-{end}"
            f" {part(draft, start, end)} {finding['message']}"
        )
    if "rewritten" in report:
        print(report["rewritten"])
    sys.exit(0 if may_send(report) else 1)
