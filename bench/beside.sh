#!/usr/bin/env bash
# Compares the present tree with an earlier commit in one run, by processor time, and prints Markdown to standard output.
#
# Usage: bench/beside.sh COMMIT [store|first-fill|sweep]... [--rounds N] [--contracts N] [--engine Sqlite|Postgres]
#
# store, first-fill, sweep: measurements of bench/sync.sh; all three by default.
# --rounds: how often each side takes its turn, 5 by default.
# --contracts: 15,000 by default, and 34,000 for the sweep.
# --engine: both by default; it can be given twice.
#
# Both trees are published and then take turns at the measurements. The table shows the least of each side, their ratio, and all
# values, which show the noise. There is no goal: the run fails only where a measurement fails. The output of the measurements
# is in artifacts/beside.log. It takes about twenty minutes on two cores.
# Processor time is the kernel's user and system time of all processes of a measurement, from their start to their end. These
# are the benchmark, what it starts and, on PostgreSQL, a server for this measurement alone. The time includes work that both
# sides share, so the ratio is nearer to 1 than that of the sync alone. Such work is ESI in memory or the sandbox, the least
# that sync.sh measures for comparison, starting and migrating. Autovacuum is off, as it would run in one measurement and not
# in the next.
# Everything runs on loopback with its own databases, and stops at the end.
# It needs git, the .NET SDK and, for PostgreSQL, an installed server.
set -euo pipefail
cd "$(dirname "$0")/.."

refuse() { echo "$1 See bench/beside.sh --help." >&2; exit 2; }

commit= rounds=5 contracts=
what=() engines=()
while [[ $# -gt 0 ]]; do
  case $1 in
    store | first-fill | sweep) what+=("$1") ;;
    --rounds) rounds=${2:-}; shift ;;
    --contracts) contracts=${2:-none}; shift ;;
    --engine) engines+=("${2:-}"); shift ;;
    -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' bench/beside.sh; exit 0 ;;
    -*) refuse "Unknown argument $1." ;;
    *) [[ -z $commit ]] || refuse "Unknown argument $1."; commit=$1 ;;
  esac
  shift || refuse "A value is missing."
done
[[ $rounds =~ ^[1-9][0-9]*$ && ${contracts:-1} =~ ^[1-9][0-9]*$ ]] || refuse "Rounds and contracts are numbers."
if [[ ${#what[@]} -eq 0 ]]; then what=(store first-fill sweep); fi
if [[ ${#engines[@]} -eq 0 ]]; then engines=(Sqlite Postgres); fi
for engine in "${engines[@]}"; do [[ $engine == Sqlite || $engine == Postgres ]] || refuse "Unknown engine $engine."; done
[[ -n $commit ]] || refuse "COMMIT is missing."
commit=$(git rev-parse --verify --quiet "$commit^{commit}") || refuse "There is no such commit."
old=$(git rev-parse --short "$commit")
new=$(git rev-parse --short HEAD)
if [[ -n $(git status --porcelain) ]]; then new+=" with changes"; fi

# The newest server in Debian's folders, else the one on the search path. PostgreSQL refuses to run as root, so root switches to
# the user postgres, and to a directory that every user can enter.
binaries=
as_server=(env -C / LC_ALL=C)
if [[ $(id -u) -eq 0 ]]; then as_server=(setpriv --reuid=postgres --regid=postgres --init-groups --reset-env -- "${as_server[@]}"); fi
if [[ " ${engines[*]} " == *" Postgres "* ]]; then
  binaries=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1 || command -v initdb)")
  [[ -x $binaries/postgres ]] || refuse "PostgreSQL's server is not installed; --engine Sqlite does without it."
fi

# Far longer than any measurement takes. The time-out ends a measurement even where this script is killed.
bound=30m
source bench/bounded.sh
server=

stop_servers() {
  [[ -n $server ]] || return 0
  # SIGINT stops the server without waiting for sessions to end.
  kill -INT "$server" 2>/dev/null || true
  wait "$server" || true
  server=
}

make_cluster() {
  cluster=$("${as_server[@]}" mktemp -d /tmp/hangarbay-beside-XXXXXX)
  leftovers+=("$cluster")
  password=$(od -An -tx1 -N12 /dev/urandom | tr -d ' ')
  printf '%s' "$password" | "${as_server[@]}" tee "$cluster/password" >/dev/null
  # As in tests/TestSupport/PostgresCluster.cs.
  bounded "${as_server[@]}" "$binaries/initdb" -D "$cluster/new" -U hangarbay --pwfile="$cluster/password" -A scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US --no-sync >"$scratch/initdb" 2>&1 ||
    { cat "$scratch/initdb" >&2; return 1; }
}

# The server is a child of this shell. So the kernel adds the time of the server and of its children to this shell's when it stops.
start_server() {
  local attempt port
  rm -rf "$cluster/data"
  "${as_server[@]}" cp -a "$cluster/new" "$cluster/data"
  for attempt in 1 2 3; do
    # Another process may have the port.
    port=$((20000 + RANDOM % 10000))
    timeout -k 60 "$bound" "${as_server[@]}" "$binaries/postgres" -D "$cluster/data" -c listen_addresses=127.0.0.1 -c port="$port" \
      -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 \
      -c autovacuum=off </dev/null >"$scratch/server" 2>&1 &
    server=$!
    for _ in {1..600}; do
      if grep -qs '^ready' "$cluster/data/postmaster.pid"; then
        # The tests and benchmarks of every commit read this variable.
        export HANGARBAY_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=hangarbay;Password=$password;Database=postgres"
        return
      fi
      kill -0 "$server" 2>/dev/null || break
      sleep 0.1
    done
    stop_servers
  done
  cat "$scratch/server" >&2
  return 1
}

# Sets $spent to the milliseconds of all processes that this shell has waited for, and of those that they waited for. It uses only
# shell built-ins, because any other command would be counted too.
read_spent() {
  local times one
  times >"$scratch/times"
  { read -r; read -ra times; } <"$scratch/times"
  spent=0
  for one in "${times[@]}"; do
    [[ $one =~ ^([0-9]+)m([0-9]+)[.,]([0-9]{3})s$ ]]
    spent=$((spent + 60000 * BASH_REMATCH[1] + 1000 * BASH_REMATCH[2] + 10#${BASH_REMATCH[3]}))
  done
}

# Sets $took to the milliseconds of one measurement by the tree's benchmark.
measure() {
  local tree=$1 one=$2 engine=$3 size=${contracts:-15000} turns=1 before
  # Several sweeps, as otherwise most of the time would be the start and the first fill.
  if [[ $one == sweep ]]; then size=${contracts:-34000} turns=2; fi
  if [[ $engine == Postgres ]]; then start_server; fi
  read_spent
  before=$spent
  bounded env TMPDIR="$scratch/temporary" dotnet "$tree/artifacts/bench/HangarBay.Bench.dll" "$one" \
    --contracts "$size" --rounds "$turns" --engine "$engine" >"$scratch/output" 2>&1 || { cat "$scratch/output" >&2; return 1; }
  stop_servers
  read_spent
  took=$((spent - before))
  cat "$scratch/output" >>"$log"
}

seconds() { printf '%d.%02d' $((($1 + 5) / 1000)) $((($1 + 5) % 1000 / 10)); }

least() { printf '%s\n' "$@" | sort -n | head -1; }

all() { for one in "$@"; do printf '%s ' "$(seconds "$one")"; done; }

row() {
  local one=$1 engine=$2 least_old least_new ratio
  local olds=() news=() sides=() side
  for ((round = 1; round <= rounds; round++)); do
    # Each side goes first in every second round, so that a drift of the machine favours neither.
    if ((round % 2)); then sides=(old new); else sides=(new old); fi
    printf '\n## %s, %s, round %d: %s, then %s\n' "$one" "$engine" "$round" "${!sides[0]}" "${!sides[1]}" >>"$log"
    for side in "${sides[@]}"; do
      if [[ $side == old ]]; then
        measure "$scratch/tree" "$one" "$engine"
        olds+=("$took")
      else
        measure "$PWD" "$one" "$engine"
        news+=("$took")
      fi
    done
    echo "$one, $engine, round $round: $(seconds "${olds[-1]}") and $(seconds "${news[-1]}") s" >&2
  done
  least_old=$(least "${olds[@]}")
  least_new=$(least "${news[@]}")
  ratio=$(((least_new * 1000 + least_old / 2) / least_old))
  printf '| %s | %s | %s | %s | %d.%03d | %s| %s|\n' "$one" "$engine" "$(seconds "$least_old")" "$(seconds "$least_new")" \
    $((ratio / 1000)) $((ratio % 1000)) "$(all "${olds[@]}")" "$(all "${news[@]}")"
}

# Build servers would otherwise keep running after the build, and their time would not be counted.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
log=$PWD/artifacts/beside.log
mkdir -p artifacts "$scratch/temporary"
: >"$log"
git worktree add --detach --quiet "$scratch/tree" "$commit"
publish "$scratch/tree" >/dev/null
publish "$PWD"
if [[ -n $binaries ]]; then make_cluster; fi

printf '\n### %s beside %s: processor seconds, least of %d\n\n' "$new" "$old" "$rounds"
printf 'User and system time of all processes of a measurement, PostgreSQL included. What feeds the data (ESI in memory, or the '
printf 'sandbox), the least measured beside it, starting and migrating are in it, of both sides alike.\n\n'
printf '| measurement | engine | %s | %s | × | all of %s | all of %s |\n| --- | --- | --- | --- | --- | --- | --- |\n' "$old" "$new" "$old" "$new"
for one in "${what[@]}"; do
  for engine in "${engines[@]}"; do row "$one" "$engine"; done
done
printf '\nOld is %s (%s); new is %s (%s).\n' "$old" "$(git log -1 --format=%s "$commit")" "$new" "$(git log -1 --format=%s)"
