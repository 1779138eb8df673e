#!/usr/bin/env bash
# Reads the common arguments of the benchmarks that read a market, publishes the present tree and the commit to compare it with,
# and measures. These benchmarks source this file in the project's root and set $script, their own path, first; it does nothing
# when it is run alone.
if [[ ${BASH_SOURCE[0]} == "$0" ]]; then sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; [[ ${1:-} == -h || ${1:-} == --help ]]; exit; fi
commit= arguments=()

refuse() { echo "$1 See $script --help." >&2; exit 2; }

# Takes one argument and its value.
take() {
  case $1 in
    --contracts) [[ $2 =~ ^[1-9][0-9]{3,6}$ ]] || refuse "Contracts are a number from 1000 on."; arguments+=("$1" "$2") ;;
    --engine) [[ $2 == Sqlite || $2 == Postgres ]] || refuse "Unknown engine $2."; arguments+=("$1" "$2") ;;
    --beside) commit=$(git rev-parse --verify --quiet "$2^{commit}") || refuse "There is no such commit." ;;
    *) refuse "Unknown argument $1." ;;
  esac
}

# Runs the benchmark of this name.
measure() {
  # Far longer than any benchmark takes. The time-out ends it even where this script is killed.
  bound=4h
  source bench/bounded.sh

  # Build servers would otherwise keep running after the build.
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
  mkdir "$scratch/temporary"
  if [[ -n $commit ]]; then
    git worktree add --detach --quiet "$scratch/tree" "$commit"
    # Only the filling is needed of the commit's benchmarks, and it uses the commit's own application.
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
  # With the runtime settings of the executable, so that questions in process run as they do in the server.
  bounded env TMPDIR="$scratch/temporary" dotnet exec --runtimeconfig "$published/HangarBay.WebApi.runtimeconfig.json" \
    "$published/HangarBay.Bench.dll" "$1" "${arguments[@]}"
}
