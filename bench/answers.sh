#!/usr/bin/env bash
# Compares what answers cost with an earlier commit in one run, by processor time, and prints Markdown to standard output.
#
# Usage: bench/answers.sh COMMIT [--rounds N] [--seconds N] [--contracts N]
#
# --rounds: how often each side takes its turn, 5 by default.
# --seconds: how long a turn lasts, 4 by default.
# --contracts: 34,116 by default.
#
# Both trees are published. Each serves a market of its own from SQLite, keeps no answer and refuses no client. wrk asks both the
# same 400 random questions over four connections: first as lists of the API, a fifth of them with facets, then as pages. A turn's
# figure is the server's user and system time divided by its answers. The table shows the least of each side and their ratio.
# There is no goal: the run fails only where a server does. It takes about eight minutes on two cores.
# Everything runs on loopback with its own databases, and stops at the end. It needs git, the .NET SDK, wrk, curl and pgrep.
set -euo pipefail
cd "$(dirname "$0")/.."

refuse() { echo "$1 See bench/answers.sh --help." >&2; exit 2; }

commit= rounds=5 seconds=4 contracts=34116
while [[ $# -gt 0 ]]; do
  case $1 in
    --rounds) rounds=${2:-}; shift ;;
    --seconds) seconds=${2:-}; shift ;;
    --contracts) contracts=${2:-}; shift ;;
    -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' bench/answers.sh; exit 0 ;;
    -*) refuse "Unknown argument $1." ;;
    *) [[ -z $commit ]] || refuse "Unknown argument $1."; commit=$1 ;;
  esac
  shift || refuse "A value is missing."
done
for number in "$rounds" "$seconds" "$contracts"; do [[ $number =~ ^[1-9][0-9]{0,6}$ ]] || refuse "Rounds, seconds and contracts are numbers."; done
[[ -n $commit ]] || refuse "COMMIT is missing."
commit=$(git rev-parse --verify --quiet "$commit^{commit}") || refuse "There is no such commit."
for program in wrk curl; do command -v "$program" >/dev/null || { echo "$program is not installed." >&2; exit 2; }; done

bound=30m
source bench/bounded.sh
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
declare -A folder=() address=() process=() least=()

# The same questions in every run: a generator of its own, because awk's own differ.
write_questions() {
  awk 'BEGIN {
    for (i = 0; i < 400; i++) {
      q = "page_size=" pick("20 50 100")
      if (chance(40)) q = q "&contract_type=" pick("item_exchange auction courier")
      if (chance(30)) q = q "&category_id=" pick("6 7 8 9 16 18 22")
      if (chance(20)) q = q "&group_id=" pick("25 26 27 28 31 358 419 420 463")
      if (chance(30)) q = q "&min_price=" 10 ^ (3 + next_number(7))
      if (chance(30)) q = q "&max_price=" 10 ^ (6 + next_number(6))
      if (chance(20)) q = q "&search=" pick("ship rokh sale vexor pilot")
      if (chance(30)) q = q "&sort=" pick("price -price date_issued -date_issued")
      if (chance(20)) q = q "&facets=regions&facets=categories"
      if (chance(30)) q = q "&page=" 1 + next_number(5)
      print q
    }
  }
  function next_number(below) { state = (state * 1103 + 12345) % 65536; return int(state * below / 65536) }
  function chance(percent) { return next_number(100) < percent }
  function pick(list,  parts) { return parts[1 + next_number(split(list, parts, " "))] }' >"$scratch/questions"
  for kind in lists pages; do
    [[ $kind == lists ]] && path=/api/v1/contracts || path=/contracts
    cat >"$scratch/$kind.lua" <<LUA
local questions, at = {}, 0
for line in io.lines("$scratch/questions") do questions[#questions + 1] = "$path?" .. line end
request = function()
  at = at % #questions + 1
  return wrk.format("GET", questions[at])
end
LUA
  done
}

# A server of the side on a database of its own; it is up when it is ready.
start_server() {
  local database settings
  mkdir -p "$scratch/$1"
  settings="${folder[$1]}/HangarBay.WebApi.runtimeconfig.json"
  database=$(TMPDIR="$scratch/$1" timeout "$bound" dotnet exec --runtimeconfig "$settings" "${folder[$1]}/HangarBay.Bench.dll" \
    fill --live "$contracts" --closed "$((contracts + 8367))" --lines 3.9 --engine Sqlite)
  address[$1]=http://127.0.0.1:$((20000 + RANDOM % 10000))
  env ASPNETCORE_ENVIRONMENT=Production Market__Source=Live Database__Provider=Sqlite ConnectionStrings__HangarBay="$database" \
    Cache__Enabled=false Api__RateLimit__PermitLimit=0 Api__Answers__TimeAMinute=00:00:00 Api__RequestTimeout=00:10:00 \
    timeout "$bound" dotnet "${folder[$1]}/HangarBay.WebApi.dll" serve --urls "${address[$1]}" </dev/null >"$scratch/$1.log" 2>&1 &
  for _ in {1..600}; do
    if curl -sf "${address[$1]}/ready" >/dev/null; then
      # The child of timeout is the server.
      process[$1]=$(pgrep -P "$!")
      return
    fi
    kill -0 "$!" 2>/dev/null || break
    sleep 0.2
  done
  cat "$scratch/$1.log" >&2
  return 1
}

# Ticks of a hundredth of a second.
read_time() { awk '{ print $14 + $15 }' "/proc/${process[$1]}/stat"; }

# Microseconds of the processor for an answer, at the side, of the kind.
take_turn() {
  local before after answers
  before=$(read_time "$1")
  answers=$(wrk -t1 -c4 -d"${seconds}s" -s "$scratch/$2.lua" "${address[$1]}" | awk '/requests in/ { print $1 }')
  after=$(read_time "$1")
  awk -v ticks=$((after - before)) -v answers="$answers" 'BEGIN { printf "%d", ticks * 10000 / answers }'
}

git worktree add --detach --quiet "$scratch/tree" "$commit"
publish "$scratch/tree" >/dev/null
publish "$PWD"
folder=([before]=$scratch/tree/artifacts/bench [now]=$PWD/artifacts/bench)
write_questions
for side in before now; do start_server "$side"; done

printf '\nBefore: %s. Now: %s%s.\n\n| answers | before, µs | now, µs | × |\n| --- | --- | --- | --- |\n' "$(git log -1 --format='%h' "$commit")" \
  "$(git log -1 --format='%h')" "$([[ -z $(git status --porcelain) ]] || echo ' with changes')"
for kind in lists pages; do
  # The first turn warms the server up.
  for side in before now; do take_turn "$side" "$kind" >/dev/null; least[$side]=; done
  for ((round = 1; round <= rounds; round++)); do
    order=(before now)
    if ((round % 2 == 0)); then order=(now before); fi
    for side in "${order[@]}"; do
      figure=$(take_turn "$side" "$kind")
      if [[ -z ${least[$side]} || $figure -lt ${least[$side]} ]]; then least[$side]=$figure; fi
    done
  done
  awk -v kind="$kind" -v before="${least[before]}" -v now="${least[now]}" 'BEGIN { printf "| %s | %d | %d | %.2f |\n", kind, before, now, now / before }'
done
