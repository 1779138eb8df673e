#!/usr/bin/env bash
# Measures the API's answers a second for each request and prints Markdown to standard output. The published executable runs on
# SQLite and on PostgreSQL, and wrk asks over eight connections.
#
# Usage: bench/read.sh [--contracts N] [--engine Sqlite|Postgres] [--seconds N] [--kept]
#
# --contracts: live contracts, 34,116 by default; from 100,000 on they have more lines each.
# --engine: both by default; it can be given twice.
# --seconds: how long each request is measured, 6 by default.
# --kept: measure only kept answers.
#
# Each request is compared with a constant body of the same size from the same process. Without kept answers it measures one
# request of each kind, every sort alone and every filter alone. With kept answers it measures one request of each kind.
# It also measures the time from the start of the process to its first list, and its memory.
# It takes about eleven minutes an engine on two cores. Everything runs on loopback with its own databases, and stops at the end.
# The exit code is 1 where a goal is missed by more than the noise of the measurement.
# It needs the .NET SDK, wrk (Debian's package of that name) and, for PostgreSQL, an installed server (as ./test.sh does).
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' bench/read.sh; exit 0 ;;
esac
command -v wrk >/dev/null || { echo "wrk is not installed." >&2; exit 2; }
source bench/publish.sh
dotnet "$published/HangarBay.Bench.dll" read "$@"
