#!/usr/bin/env bash
# The present tree beside an earlier commit, in one run, by processor time, as Markdown on standard output. Both are published,
# then take turns at measurements of bench/sync.sh: storing alone, a first fill, sweeps of a region that is known. Told are the
# least of either side, their ratio, and all values, by which noise can be judged. Nothing is judged here: the run fails only
# where a measurement does. Everything runs on loopback, on databases of its own, and stops by itself; some twenty minutes on
# two cores. What the measurements say themselves is in artifacts/beside.log.
#
# The kernel's count is taken, user and system, of all processes of a measurement from their start to their end: the benchmark,
# what it starts and, on PostgreSQL, a server for this one measurement. So it holds what both sides have alike: an ESI that
# answers from memory, or the sandbox; the least that sync.sh measures beside; starting and migrating. It brings the ratio
# nearer to 1 than that of the sync alone. The server's autovacuum is off, as it would come to one run and not to the next.
#
# Usage: bench/beside.sh COMMIT [store|first-fill|sweep]... [--rounds N] [--contracts N] [--engine Sqlite|Postgres]
# All of them on both engines by default; --engine may be given twice.
# --rounds: how often either side takes its turn; 5 by default.
# --contracts: 15,000 by default, and 34,000 for the sweep.
# Needs git, the .NET SDK and, for PostgreSQL, its installed server.
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
    -h | --help) sed -n '2,17s/^# \{0,1\}//p' bench/beside.sh; exit 0 ;;
    -*) refuse "Unknown argument $1." ;;
    *) [[ -z $commit ]] || refuse "Unknown argument $1."; commit=$1 ;;
  esac
  shift || refuse "A value is missing."
done
[[ $rounds =~ ^[1-9][0-9]*$ && ${contracts:-1} =~ ^[1-9][0-9]*$ ]] || refuse "Rounds and contracts are numbers."
if [[ ${#what[@]} -eq 0 ]]; then what=(store first-fill sweep); fi
if [[ ${#engines[@]} -eq 0 ]]; then engines=(Sqlite Postgres); fi
for engine in "${engines[@]}"; do [[ $engine == Sqlite || $engine == Postgres ]] || refuse "Unknown engine $engine."; done
[[ -n $commit ]] || refuse "Beside which commit?"
commit=$(git rev-parse --verify --quiet "$commit^{commit}") || refuse "There is no such commit."
old=$(git rev-parse --short "$commit")
new=$(git rev-parse --short HEAD)
if [[ -n $(git status --porcelain) ]]; then new+=" with changes"; fi

# The newest server that Debian keeps, else what the search path has. As root never, which it refuses, and in a directory that
# every user can enter.
binaries=
as_server=(env -C / LC_ALL=C)
if [[ $(id -u) -eq 0 ]]; then as_server=(setpriv --reuid=postgres --regid=postgres --init-groups --reset-env -- "${as_server[@]}"); fi
if [[ " ${engines[*]} " == *" Postgres "* ]]; then
  binaries=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1 || command -v initdb)")
  [[ -x $binaries/postgres ]] || refuse "PostgreSQL's server is not installed; --engine Sqlite does without it."
fi

# Far longer than anything takes here; it ends by itself even where this script is killed.
bound=30m
source bench/bounded.sh
server=

stop_servers() {
  [[ -n $server ]] || return 0
  # Without waiting for sessions to end.
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

# A child of this shell, so that the kernel adds its time, and that of its own children, to this shell's once it has stopped.
start_server() {
  local attempt port
  rm -rf "$cluster/data"
  "${as_server[@]}" cp -a "$cluster/new" "$cluster/data"
  for attempt in 1 2 3; do
    # Somebody else may have it.
    port=$((20000 + RANDOM % 10000))
    timeout -k 60 "$bound" "${as_server[@]}" "$binaries/postgres" -D "$cluster/data" -c listen_addresses=127.0.0.1 -c port="$port" \
      -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 \
      -c autovacuum=off </dev/null >"$scratch/server" 2>&1 &
    server=$!
    for _ in {1..600}; do
      if grep -qs '^ready' "$cluster/data/postmaster.pid"; then
        # The variable that the tests and the benchmarks look at, in any commit.
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

# Into $spent: the milliseconds of all processes that this shell has waited for, and of those that they have. By what is built
# in alone, as any other command would be counted.
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

# Into $took: the milliseconds of one measurement by the tree's benchmark.
measure() {
  local tree=$1 one=$2 engine=$3 size=${contracts:-15000} turns=1 before
  # Of the sweep's several are wanted, as starting and the first fill would be most of it.
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
    # Each side goes first in every other round, so that a drift of the machine favours neither.
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

# Compilers that stay behind to be quicker next time would be left running, and would be in nobody's count.
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
