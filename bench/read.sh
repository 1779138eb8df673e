#!/usr/bin/env bash
# What the API answers a second, request by request, as Markdown on standard output: the executable on SQLite and on
# PostgreSQL, asked by wrk over eight connections. Everything runs on loopback, on databases of its own, and stops by itself;
# some eleven minutes an engine on two cores.
# Measured are a request of each kind, and every sort and every filter alone, with no answer kept, then the kinds with answers
# kept: each beside a constant body of the same size from the same process.
# Also: how long the process takes from its start to its first list, and its memory. Ends with 1 where a floor is missed by
# more than the noise of the measurement.
#
# Usage: bench/read.sh [--contracts N] [--engine Sqlite|Postgres] [--seconds N] [--kept]
# --contracts: live ones, 34,116 by default; from 100,000 on with more lines each.
# --kept: only answers that are kept.
# Needs the .NET SDK, wrk (Debian's package of that name) and, for PostgreSQL, its installed server (as for ./test.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  -h | --help) sed -n '2,14s/^# \{0,1\}//p' bench/read.sh; exit 0 ;;
esac
command -v wrk >/dev/null || { echo "wrk is not installed." >&2; exit 2; }
source bench/publish.sh
dotnet "$published/HangarBay.Bench.dll" read "$@"
