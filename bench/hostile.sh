#!/usr/bin/env bash
# Measures how much slower a reader is served while other addresses attack the site within their limits, and prints Markdown to
# standard output. First one address attacks, then five. Each asks the most expensive questions 20 times a second, never the same
# one twice, and reads two exports at 512 bytes a second.
#
# Usage: bench/hostile.sh [--contracts N] [--engine Sqlite|Postgres] [--seconds N]
#
# --contracts: live contracts, 34,116 by default; from 100,000 on they have more lines each. At least 1,000.
# --engine: both by default; it can be given twice.
# --seconds: how long each measurement takes, 6 by default.
#
# It takes about two minutes an engine on two cores. Everything runs on loopback with its own databases, and stops at the end.
# It needs the .NET SDK and, for PostgreSQL, an installed server (as ./test.sh does).
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ ${1:-} == -h || ${1:-} == --help ]]; then sed -n '2,/^[^#]/s/^# \{0,1\}//p' bench/hostile.sh; exit 0; fi
source bench/publish.sh
exec dotnet "$published/HangarBay.Bench.dll" hostile "$@"
