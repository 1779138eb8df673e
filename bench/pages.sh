#!/usr/bin/env bash
# Measures how long the pages of the site take and prints Markdown to standard output:
# - the server's milliseconds to make a page and to repeat a kept one, asked by wrk over one connection, next to the API's list;
# - the bytes that are sent;
# - the largest paint in Chromium.
#
# Usage: bench/pages.sh [--engine Sqlite|Postgres] [--seconds N]
#
# --engine: both by default; it can be given twice.
# --seconds: how long each page is measured, 6 by default.
#
# It takes about four minutes an engine on two cores. Everything runs on loopback with its own databases, and stops at the end.
# The exit code is 1 where a goal is missed by more than the noise of the measurement.
# It needs the .NET SDK, wrk and chromium (Debian's packages of these names) and, for PostgreSQL, an installed server.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' bench/pages.sh; exit 0 ;;
esac
command -v wrk >/dev/null || { echo "wrk is not installed." >&2; exit 2; }
source bench/publish.sh
dotnet "$published/HangarBay.Bench.dll" pages "$@"
