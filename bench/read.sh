#!/usr/bin/env bash
# What the API answers a second, request by request, as Markdown on standard output: the executable on PostgreSQL and on
# SQLite, asked by wrk over eight connections. Everything runs on loopback, on databases of its own, and stops by itself;
# some seven minutes on two cores, and some eighteen more with --full.
# On PostgreSQL each request is measured with no answer kept, beside the same answers from a bare endpoint (Kestrel, the
# driver, the best SQL we know and nothing else; the run fails where they differ) and beside that SQL alone under pgbench.
# On SQLite two of them are also asked by one connection. Then, answers kept, beside a constant body of the same size.
# Also: how long the process takes from its start to its first list, and its memory. Ends with 1 where a floor is missed by
# more than the noise of the measurement.
#
# Usage: bench/read.sh [--full] [--engine Sqlite|Postgres] [--seconds N] | bench/read.sh --plans [--full]
# --full: 250,000 live contracts and 1.5 million lines as well as 34,116 and 106,000.
# --plans: instead, every statement that the requests send to PostgreSQL, with EXPLAIN (ANALYZE, BUFFERS) of it.
# Needs the .NET SDK, wrk (Debian's package of that name) and, for PostgreSQL, its installed server (as for ./test.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  -h | --help) sed -n '2,16s/^# \{0,1\}//p' "$0"; exit 0 ;;
esac
[[ " $* " == *" --plans "* ]] || command -v wrk >/dev/null || { echo "wrk is not installed." >&2; exit 2; }
source bench/publish.sh
dotnet "$published/HangarBay.Bench.dll" read "$@"
