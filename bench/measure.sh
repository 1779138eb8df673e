# Sourced, in the project's root, by the benchmarks that read a market: takes what they have in common of their arguments, publishes
# the present tree and the commit that is to stand beside it, and measures. They set $script, their own path, first.
commit= arguments=()

refuse() { echo "$1 See $script --help." >&2; exit 2; }

# An argument and its value.
take() {
  case $1 in
    --contracts) [[ $2 =~ ^[1-9][0-9]{3,6}$ ]] || refuse "Contracts are a number from 1000 on."; arguments+=("$1" "$2") ;;
    --engine) [[ $2 == Sqlite || $2 == Postgres ]] || refuse "Unknown engine $2."; arguments+=("$1" "$2") ;;
    --beside) commit=$(git rev-parse --verify --quiet "$2^{commit}") || refuse "There is no such commit." ;;
    *) refuse "Unknown argument $1." ;;
  esac
}

# One of the benchmarks, by its name.
measure() {
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
    "$published/HangarBay.Bench.dll" "$1" "${arguments[@]}"
}
