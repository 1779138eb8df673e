#!/usr/bin/env bash
# What a server that follows its market costs its readers and in memory, as Markdown on standard output: how long random questions
# take with a change of 1,000 contracts a second and without, and how much memory is resident after many changes and a reload.
# Everything runs on loopback, on databases of its own, and stops by itself; some ten minutes an engine on two cores.
#
# Usage: bench/following.sh [--contracts N] [--engine Sqlite|Postgres] [--seconds N] [--changes N] [--beside COMMIT]
# --contracts: live ones, 34,116 by default; from 100,000 on with more lines each. At least 1,000.
# --engine: both by default.
# --seconds: how long readers are measured, 6 by default.
# --changes: how many are followed one by one, 1,000 by default.
# --beside: also what memory that commit's build takes on the same market after the same questions.
# Needs git, the .NET SDK and, for PostgreSQL, its installed server (as for ./test.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

script=bench/following.sh
source bench/measure.sh
while [[ $# -gt 0 ]]; do
  case $1 in
    -h | --help) sed -n '2,13s/^# \{0,1\}//p' "$script"; exit 0 ;;
    --seconds | --changes) [[ ${2:-} =~ ^[1-9][0-9]{0,3}$ ]] || refuse "${1#--} are a number from 1 to 9999."; arguments+=("$1" "$2") ;;
    *) take "$1" "${2:-}" ;;
  esac
  shift 2
done

measure follow
