#!/usr/bin/env bash
# How long questions of all sorts take, as Markdown on standard output: 300 random ones, of values that are in the market, and
# every filter and every sort alone. Asked over HTTP, one after another and with no answer kept, with --beside of that commit too,
# in turns and on a market of its own filled alike; then in process, where also the loading of the market and the reading
# of a change are measured. What is wanted stands beside; nothing is judged here, the run fails only where a measurement does.
# Everything runs on loopback, on databases of its own, and stops by itself; some five minutes an engine on two cores.
#
# Usage: bench/questions.sh [--contracts N] [--engine Sqlite|Postgres] [--beside COMMIT]
# --contracts: live ones, 34,116 by default; from 100,000 on with more lines each. At least 1,000.
# --engine: both by default.
# --beside: parameters that this commit does not know, as facets, it leaves out.
# Needs git, the .NET SDK and, for PostgreSQL, its installed server (as for ./test.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

script=bench/questions.sh
source bench/measure.sh
while [[ $# -gt 0 ]]; do
  case $1 in
    -h | --help) sed -n '2,14s/^# \{0,1\}//p' "$script"; exit 0 ;;
    *) take "$1" "${2:-}" ;;
  esac
  shift 2
done

measure questions
