#!/usr/bin/env bash
# The benchmarks of the sync, as Markdown on standard output: a first fill against reading the same and storing nothing,
# storing alone against the least an engine can do, sweeps by churn, how long one change holds the market's row, memory by size,
# and how busy a slow ESI is kept.
# Everything runs on loopback, on databases of its own, and stops by itself; some twenty minutes on two cores.
#
# Usage: bench/sync.sh [first-fill|store|sweep|hold|memory|wait]... [-- OPTIONS]     all of them by default
# Needs the .NET SDK and, for PostgreSQL, its installed server (as for ./test.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

what=()
while [[ $# -gt 0 && $1 != -- ]]; do
  case $1 in
    first-fill | store | sweep | hold | memory | wait) what+=("$1") ;;
    -h | --help) sed -n '2,9s/^# \{0,1\}//p' bench/sync.sh; exit 0 ;;
    *) echo "Unknown argument $1; see bench/sync.sh --help." >&2; exit 2 ;;
  esac
  shift
done
if [[ $# -gt 0 ]]; then shift; fi
if [[ ${#what[@]} -eq 0 ]]; then what=(first-fill store sweep hold memory wait); fi

source bench/publish.sh
for one in "${what[@]}"; do dotnet "$published/HangarBay.Bench.dll" "$one" "$@"; done
