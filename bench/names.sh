#!/usr/bin/env bash
# Measures how long the look-up of names takes against the default list and prints Markdown to standard output. There are 26,000 types in
# eight languages. Random questions of ten sorts are asked: parts of names, phrases, misspellings, and the commonest letters of each
# language. Question and list are answered by their handlers in one process, in turns, so that each ratio is of one run. Both count with
# the least of seven times, which is near their processor time.
#
# Usage: bench/names.sh [--contracts N] [--engine Sqlite|Postgres]
#
# --contracts: live contracts, 34,116 by default; from 100,000 on they have more lines each. At least 1,000.
# --engine: both by default.
#
# HANGARBAY_RECORDED_DATA: a folder with sde/types.jsonl.gz, whose English names are used; without it names are made up. The names in the
# other languages are always made up.
#
# A completion may take three times as long as the default list. That is shown next to the results, but it does not decide the exit code.
# The run fails only where a measurement fails.
# It takes about a minute an engine on two cores, and needs the .NET SDK and, for PostgreSQL, an installed server (as ./test.sh does).
set -euo pipefail
cd "$(dirname "$0")/.."

script=bench/names.sh
source bench/measure.sh
while [[ $# -gt 0 ]]; do
  case $1 in
    -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$script"; exit 0 ;;
    --beside) refuse "Unknown argument $1." ;;
    *) take "$1" "${2:-}" ;;
  esac
  shift 2
done

measure names
