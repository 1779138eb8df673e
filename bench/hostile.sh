#!/usr/bin/env bash
# What a reader notices while other addresses attack the site within their limits, as Markdown on standard output: one address, then
# five, each asks 20 times a second for what costs most, in ever different words, and reads two exports at 512 bytes a second.
# Everything runs on loopback, on databases of its own, and stops by itself; some three minutes an engine on two cores.
#
# Usage: bench/hostile.sh [--contracts N] [--engine Sqlite|Postgres] [--seconds N]
# --contracts: live ones, 34,116 by default; from 100,000 on with more lines each. At least 1,000.
# --engine: both by default.
# --seconds: how long each is measured, 6 by default.
# Needs the .NET SDK and, for PostgreSQL, its installed server (as for ./test.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ ${1:-} == -h || ${1:-} == --help ]]; then sed -n '2,10s/^# \{0,1\}//p' bench/hostile.sh; exit 0; fi
source bench/publish.sh
exec dotnet "$published/HangarBay.Bench.dll" hostile "$@"
