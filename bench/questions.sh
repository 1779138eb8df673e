#!/usr/bin/env bash
# Measures how long questions of all kinds take and prints Markdown to standard output. The questions are 300 random ones, with
# values that are in the market, every filter alone and every sort alone.
#
# Usage: bench/questions.sh [--contracts N] [--engine Sqlite|Postgres] [--beside COMMIT]
#
# --contracts: live contracts, 34,116 by default; from 100,000 on they have more lines each. At least 1,000.
# --engine: both by default.
# --beside: also ask the build of that commit over HTTP, in turns and on an equal market of its own. Parameters that the commit
# does not know, such as facets, are left out for it.
#
# First the questions are asked over HTTP, one after another and without kept answers. Then they are asked in process, where the
# loading of the market and the reading of a change are measured too. Goals are shown next to the results, but they do not decide
# the exit code. The run fails only where a measurement fails.
# It takes about five minutes an engine on two cores. Everything runs on loopback with its own databases, and stops at the end.
# It needs git, the .NET SDK and, for PostgreSQL, an installed server (as ./test.sh does).
set -euo pipefail
cd "$(dirname "$0")/.."

script=bench/questions.sh
source bench/measure.sh
while [[ $# -gt 0 ]]; do
  case $1 in
    -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$script"; exit 0 ;;
    *) take "$1" "${2:-}" ;;
  esac
  shift 2
done

measure questions
