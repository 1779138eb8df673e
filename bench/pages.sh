#!/usr/bin/env bash
# What the site's pages take, as Markdown on standard output: milliseconds of the server to make one and to answer a kept
# one again, asked by wrk over one connection beside the API's list; bytes over the wire; and the largest paint in Chromium.
# Everything runs on loopback, on databases of its own, and stops by itself; some four minutes on two cores. Ends with 1 where
# a goal is missed by more than the noise of the measurement.
#
# Usage: bench/pages.sh [--engine Sqlite|Postgres] [--seconds N]
# Needs the .NET SDK, wrk and chromium (Debian's packages of these names) and, for PostgreSQL, its installed server.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  -h | --help) sed -n '2,9s/^# \{0,1\}//p' bench/pages.sh; exit 0 ;;
esac
command -v wrk >/dev/null || { echo "wrk is not installed." >&2; exit 2; }
source bench/publish.sh
dotnet "$published/HangarBay.Bench.dll" pages "$@"
