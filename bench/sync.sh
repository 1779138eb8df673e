#!/usr/bin/env bash
# Runs the benchmarks of the sync and prints Markdown to standard output.
#
# Usage: bench/sync.sh [first-fill|store|sweep|hold|memory|wait]... [-- OPTIONS]
#
# Without a name all of them run, which takes about twenty minutes on two cores.
# first-fill: a first fill, compared with reading the same and storing nothing.
# store: storing alone, compared with the least that an engine needs for the same rows.
# sweep: a sweep of a known region, by how much of it changed.
# hold: how long one change holds the market's row, for which every other writer waits.
# memory: the peak memory of a first fill, by the number of contracts.
# wait: how well a first fill uses its calls while ESI is slow.
# OPTIONS go to each of the benchmarks, such as --engine Sqlite.
#
# Everything runs on loopback with its own databases, and stops at the end.
# It needs the .NET SDK and, for PostgreSQL, an installed server (as ./test.sh does).
set -euo pipefail
cd "$(dirname "$0")/.."

what=()
while [[ $# -gt 0 && $1 != -- ]]; do
  case $1 in
    first-fill | store | sweep | hold | memory | wait) what+=("$1") ;;
    -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' bench/sync.sh; exit 0 ;;
    *) echo "Unknown argument $1; see bench/sync.sh --help." >&2; exit 2 ;;
  esac
  shift
done
if [[ $# -gt 0 ]]; then shift; fi
if [[ ${#what[@]} -eq 0 ]]; then what=(first-fill store sweep hold memory wait); fi

source bench/publish.sh
for one in "${what[@]}"; do dotnet "$published/HangarBay.Bench.dll" "$one" "$@"; done
