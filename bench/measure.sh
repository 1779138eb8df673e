# Sourced, in the project's root, by the benchmarks that read a market: publishes the present tree, and the commit that is to stand
# beside it, and measures. They set $commit, empty where none stands beside, and the $arguments of the measurement.

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
measure() {
  bounded env TMPDIR="$scratch/temporary" dotnet exec --runtimeconfig "$published/HangarBay.WebApi.runtimeconfig.json" \
    "$published/HangarBay.Bench.dll" "$1" "${arguments[@]}"
}
