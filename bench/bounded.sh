#!/usr/bin/env bash
# Ends everything that a benchmark starts: at its end, and after $bound at the latest. The benchmarks that also build another
# commit source this file in the project's root and set $bound first; it does nothing when it is run alone.
if [[ ${BASH_SOURCE[0]} == "$0" ]]; then sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; [[ ${1:-} == -h || ${1:-} == --help ]]; exit; fi
scratch=$(mktemp -d)
# More directories to remove after everything has ended.
leftovers=()

# A benchmark with servers that need their own way to stop defines this function again.
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

# Runs the command in the background, because a shell handles signals while it waits, but not while a command runs.
bounded() {
  timeout -k 60 "$bound" "$@" </dev/null &
  wait "$!"
}

# Uses the tree's own script, which publishes into the tree's artifacts/bench.
publish() { bounded bash -euo pipefail -c 'cd "$1"; source bench/publish.sh' bash "$1"; }
