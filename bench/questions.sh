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

refuse() { echo "$1 See bench/questions.sh --help." >&2; exit 2; }

commit= arguments=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --contracts) [[ ${2:-} =~ ^[1-9][0-9]{3,6}$ ]] || refuse "Contracts are a number from 1000 on."; arguments+=("$1" "$2") ;;
    --engine) [[ ${2:-} == Sqlite || ${2:-} == Postgres ]] || refuse "Unknown engine ${2:-}."; arguments+=("$1" "$2") ;;
    --beside) commit=$(git rev-parse --verify --quiet "${2:-}^{commit}") || refuse "There is no such commit." ;;
    -h | --help) sed -n '2,14s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) refuse "Unknown argument $1." ;;
  esac
  shift 2
done

# Far longer than anything takes here; it ends by itself even where this script is killed.
bound=4h
source bench/bounded.sh

# Compilers that stay behind to be quicker next time would be left running.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
mkdir "$scratch/temporary"
if [[ -n $commit ]]; then
  git worktree add --detach --quiet "$scratch/tree" "$commit"
  # Of its benchmarks only the filling is wanted, by its own application.
  mkdir -p "$scratch/tree/bench/Bench/Reading"
  cp bench/Bench/Reading/Filling.cs "$scratch/tree/bench/Bench/Reading/"
  echo 'return await new System.CommandLine.RootCommand { HangarBay.Bench.Reading.Filling.Command() }.Parse(args).InvokeAsync();' \
    >"$scratch/tree/bench/Bench/Program.cs"
  publish "$scratch/tree" >/dev/null
  arguments+=(--beside "$scratch/tree/artifacts/bench")
fi
publish "$PWD"
published=$PWD/artifacts/bench
if [[ -n $commit ]]; then
  printf '\nThis is %s%s; the other is %s.\n' "$(git log -1 --format='%h (%s)')" "$([[ -z $(git status --porcelain) ]] || echo ' with changes')" \
    "$(git log -1 --format='%h (%s)' "$commit")"
fi
# Under the executable's settings of the runtime, as its part in process would be.
bounded env TMPDIR="$scratch/temporary" dotnet exec --runtimeconfig "$published/HangarBay.WebApi.runtimeconfig.json" \
  "$published/HangarBay.Bench.dll" questions "${arguments[@]}"
