#!/usr/bin/env bash
# The one test command. It installs the tools that are missing, checks the English of the documents, builds, checks format and
# migrations, and runs every test on SQLite and on PostgreSQL. It leaves no process running. Its last line is
# "N passed, N failed, N skipped".
#
# Usage: ./test.sh [--long] [--filter EXPRESSION]
#
# --long: tests of faults kill twenty times instead of four, and keep ESI or the database away for minutes instead of seconds.
# --filter: a filter of dotnet test, such as FullyQualifiedName~Sweep.
#
# It needs the .NET SDK. It installs PostgreSQL, PgBouncer and Chromium from the packages of Debian or Ubuntu, as root or with sudo.
# Where that is not possible, the tests that need them are skipped; with CI=true they fail.
# HANGARBAY_TEST_POSTGRES names a PostgreSQL server to use instead, and HANGARBAY_TEST_CHROMIUM a browser executable.
set -euo pipefail
cd "$(dirname "$0")"

filter=()
hang=5min
while [[ $# -gt 0 ]]; do
  case $1 in
    --long) export HANGARBAY_LONG_TESTS=1; hang=20min; shift ;;
    --filter) filter=(--filter "${2:?--filter needs an expression}"); shift 2 ;;
    -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' test.sh; exit 0 ;;
    *) echo "Unknown argument $1; see ./test.sh --help." >&2; exit 2 ;;
  esac
done

# Build servers would otherwise keep running after the build.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
results=$PWD/artifacts/test-results
rm -rf "$results"

step() { printf '\n== %s\n' "$1"; }

has_postgres() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

has_pgbouncer() { [[ -x /usr/sbin/pgbouncer || -x /usr/bin/pgbouncer ]]; }

has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

# The lists of packages are updated once, before the first installation.
has_lists=false

install() {
  local as_root=()
  if [[ $(id -u) -ne 0 ]]; then as_root=(sudo -n); fi
  command -v apt-get >/dev/null || return 1
  $has_lists || "${as_root[@]}" apt-get update -qq || return 1
  has_lists=true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

step "PostgreSQL"
if [[ -n ${HANGARBAY_TEST_POSTGRES:-} ]]; then echo "Using the server that HANGARBAY_TEST_POSTGRES names."
elif has_postgres; then echo "Using a throwaway cluster of the installed server."
elif install postgresql && has_postgres; then echo "Installed. Using a throwaway cluster of it."
else echo "Not installed, and it cannot be installed. The tests that need it are skipped; with CI=true they fail."
fi

step "PgBouncer"
if has_pgbouncer; then echo "Using the installed pooler."
elif install pgbouncer && has_pgbouncer; then echo "Installed."
else echo "Not installed, and it cannot be installed. The tests that need it are skipped; with CI=true they fail."
fi

# Also installs a font for Japanese, Chinese and Korean, because a test machine usually has none.
step "Chromium"
if [[ -n ${HANGARBAY_TEST_CHROMIUM:-} ]]; then echo "Using the executable that HANGARBAY_TEST_CHROMIUM names."
elif has_chromium; then echo "Using the installed browser."
elif install --no-install-recommends chromium fonts-noto-cjk && has_chromium; then echo "Installed."
else echo "Not installed, and it cannot be installed. The tests that need it are skipped; with CI=true they fail."
fi

step "Prose"
eng/check-prose.sh

step "Build"
dotnet restore HangarBay.sln --locked-mode
dotnet build HangarBay.sln --no-restore --nologo -v quiet

step "Format"
dotnet format whitespace HangarBay.sln --verify-no-changes --no-restore

step "Migrations"
eng/check-migrations.sh --no-build

step "Tests"
status=0
dotnet test HangarBay.sln --no-build --nologo -m:1 --logger trx --results-directory "$results" \
  --blame-hang-timeout "$hang" "${filter[@]}" || status=$?

# Every result file has one line with counters. Tests that were not executed count as skipped.
read -r passed failed skipped < <(cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*>' | awk '
  function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
  { total += count("total"); executed += count("executed"); passed += count("passed") }
  END { print passed + 0, executed - passed, total - executed }')
if [[ $status -eq 0 && $failed -ne 0 ]]; then status=1; fi
if [[ $status -eq 0 && $passed -eq 0 ]]; then echo "No test ran." >&2; status=1; fi
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
exit "$status"
