# Sourced, in the project's root, by the benchmarks that also build another commit: what they start ends with them, and after
# $bound at the latest. They set $bound first.
scratch=$(mktemp -d)
# What is removed besides, after everything has ended.
leftovers=()

# What is to be stopped in a way of its own; a benchmark that has any defines it anew.
stop_servers() { :; }

finish() {
  local status=$?
  trap '' INT TERM HUP
  stop_servers
  local job
  for job in $(jobs -p); do kill "$job" 2>/dev/null || true; done
  wait
  git worktree remove -f -f "$scratch/tree" 2>/dev/null || true
  rm -rf "$scratch" "${leftovers[@]}"
  exit "$status"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# In the background, as a shell heeds signals while it waits, and not while a command runs.
bounded() {
  timeout -k 60 "$bound" "$@" </dev/null &
  wait "$!"
}

# By the tree's own script, into its artifacts/bench.
publish() { bounded bash -euo pipefail -c 'cd "$1"; source bench/publish.sh' bash "$1"; }
