#!/usr/bin/env bash
# Measures how many item answers a second the ESI sandbox gives, and how much memory that takes. It compares them with a constant
# body from the same server in the same run.
#
# Usage: bench/sandbox.sh [CONTRACTS]
#
# CONTRACTS: 50,000 by default. The variable SECONDS_EACH says how long one measurement lasts; 8 by default.
# It takes about half a minute after the build, and stops everything that it started.
# It needs the .NET SDK, curl and wrk (Debian's package of that name).
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' bench/sandbox.sh; exit 0 ;;
esac
contracts=${1:-50000}
each=${SECONDS_EACH:-8}
[[ $contracts =~ ^[0-9]+$ && $each =~ ^[0-9]+$ ]] || { echo "Contracts and seconds are numbers; see --help." >&2; exit 2; }
for tool in dotnet curl wrk; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed." >&2; exit 2; }
done

scratch=$(mktemp -d)
sandbox=
finish() {
  if [[ -n $sandbox ]]; then
    kill "$sandbox" 2>/dev/null || true
    wait "$sandbox" 2>/dev/null || true
  fi
  rm -rf "$scratch"
}
trap finish EXIT

# Build servers would otherwise keep running after the build.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
dotnet build tools/EsiSandbox -c Release --nologo -v quiet
# The time-out ends the sandbox even where this script is killed.
timeout 300 dotnet tools/EsiSandbox/bin/Release/net10.0/HangarBay.EsiSandbox.dll \
  --contracts "$contracts" --shape newEden --urls http://127.0.0.1:0 >"$scratch/told" 2>&1 &
sandbox=$!
address=
for _ in {1..100}; do
  address=$(sed -n 's|.* on \(http://[0-9.:]*\)/;.*|\1|p' "$scratch/told")
  [[ -n $address ]] && break
  kill -0 "$sandbox" 2>/dev/null || { cat "$scratch/told" >&2; exit 1; }
  sleep 0.1
done
[[ -n $address ]] || { echo "The sandbox does not say where it listens." >&2; exit 1; }

get() { curl -sS --fail --max-time 60 "$@"; }
started=$(date +%s%N)
for region in $(get "$address/universe/regions" | tr -d '[]' | tr ',' ' '); do
  pages=$(get -o "$scratch/page" -D - "$address/contracts/public/$region" | tr -d '\r' | awk 'tolower($1) == "x-pages:" { print $2 }')
  cat "$scratch/page"
  for ((page = 2; page <= pages; page++)); do get "$address/contracts/public/$region?page=$page"; done
done | grep -o '"contract_id":[0-9]*' | sed 's|.*:|/contracts/public/items/|' | shuf --random-source=<(yes) >"$scratch/paths"
echo "$(wc -l <"$scratch/paths") contracts listed in $((($(date +%s%N) - started) / 1000000)) ms"

# One thread and few connections, because wrk and the sandbox share the machine.
load() { timeout $((each + 20)) wrk -t1 -c16 -d"${each}s" "$@" | tee "$scratch/wrk" >&2; awk '/^Requests\/sec/ { print int($2) }' "$scratch/wrk"; }
export WALK=$scratch/paths
load -s bench/sandbox.lua "$address" >/dev/null 2>&1 # The first round only warms up.
before=$(load "$address/sandbox/constant")
items=$(load -s bench/sandbox.lua "$address")
after=$(load "$address/sandbox/constant")
awk -v items="$items" -v before="$before" -v after="$after" 'BEGIN {
  printf "items %d requests/s; constant body %d before, %d after; ratio %.2f\n", items, before, after, 2 * items / (before + after)
}'
# $sandbox is the process of timeout, and its child is the sandbox.
awk '/^VmRSS|^VmHWM/ { printf "%s %d MB\n", $1, $2 / 1024 }' "/proc/$(cat "/proc/$sandbox/task/$sandbox/children" | tr -d ' ')/status"
