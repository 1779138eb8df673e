#!/usr/bin/env bash
# What the API answers a second, request by request, as Markdown on standard output: the executable on PostgreSQL and on
# SQLite, asked by wrk over eight connections. Everything runs on loopback, on databases of its own, and stops by itself;
# some four minutes on two cores, and some ten more with --full.
#
# Usage: bench/read.sh [--full] [--engine Sqlite|Postgres] [--seconds N]
# --full: 250,000 live contracts and 1.5 million lines as well as 34,116 and 106,000.
# Needs the .NET SDK, wrk (Debian's package of that name) and, for PostgreSQL, its installed server (as for ./test.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  -h | --help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
esac
command -v wrk >/dev/null || { echo "wrk is not installed." >&2; exit 2; }
source bench/publish.sh
dotnet "$published/HangarBay.Bench.dll" read "$@"
