#!/bin/sh
# Checks a draft with curl: prints the report and ends with 0 if it may be sent, 1 if not.
# usage: check.sh DRAFT [BUYER'S MESSAGE]
set -eu

server=${LINTER_URL:-http://127.0.0.1:7070}

# A JSON string: backslashes, quotation marks, tabs and line ends are escaped.
quote() {
  printf '"%s"' "$(
    printf '%s\n' "$1" | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/	/\\t/g' |
      awk 'NR > 1 { printf "%s", "\\n" } { printf "%s", $0 }'
  )"
}

conversation='[]'
if [ $# -gt 1 ]; then
  conversation="[{\"role\": \"buyer\", \"text\": $(quote "$2")}]"
fi
report=$(
  curl -fsS --max-time 2 "$server/v1/lint" -H 'Content-Type: application/json' \
    --data-binary "{\"draft\": $(quote "$1"), \"conversation\": $conversation}"
)
printf '%s\n' "$report"

case $report in
  *'"verdict":"block"'* | *'"verdict":"warn"'* | *'"complete":false'*) exit 1 ;;
esac
