#!/usr/bin/env bash
# Measures what following the market costs a server, and prints Markdown to standard output:
# - how long random questions take, without changes and with a change of 1,000 contracts a second;
# - how much memory is resident after random questions, after many changes and after a reload.
#
# Usage: bench/following.sh [--contracts N] [--engine Sqlite|Postgres] [--seconds N] [--changes N] [--beside COMMIT]
#
# --contracts: live contracts, 34,116 by default; from 100,000 on they have more lines each. At least 1,000.
# --engine: both by default.
# --seconds: how long readers are measured, 6 by default.
# --changes: how many changes are followed one by one, 1,000 by default.
# --beside: also measure the memory of that commit's build on the same market after the same questions.
#
# It takes about ten minutes an engine on two cores. Everything runs on loopback with its own databases, and stops at the end.
# It needs git, the .NET SDK and, for PostgreSQL, an installed server (as ./test.sh does).
set -euo pipefail
cd "$(dirname "$0")/.."

script=bench/following.sh
source bench/measure.sh
while [[ $# -gt 0 ]]; do
  case $1 in
    -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$script"; exit 0 ;;
    --seconds | --changes) [[ ${2:-} =~ ^[1-9][0-9]{0,3}$ ]] || refuse "${1#--} are a number from 1 to 9999."; arguments+=("$1" "$2") ;;
    *) take "$1" "${2:-}" ;;
  esac
  shift 2
done

measure follow
