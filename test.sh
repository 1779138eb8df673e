#!/usr/bin/env bash
# The one test command: installs what it lacks, builds, checks format and migrations, runs every test on both engines, and
# leaves nothing running. Its last line reads "N passed, N failed, N skipped".
#
# Usage: ./test.sh [--long] [--filter EXPRESSION]    the filter is dotnet test's, such as FullyQualifiedName~Sweep
# --long: tests of faults kill twenty times instead of four and keep ESI or the database away for minutes instead of seconds.
# Needs the .NET SDK. PostgreSQL, PgBouncer and Chromium come from Debian's or Ubuntu's packages, as root or by sudo. Where they cannot be
# had, the tests that need them are skipped, and fail under CI=true. HANGARBAY_TEST_POSTGRES names a server to use instead, and
# HANGARBAY_TEST_CHROMIUM an executable.
set -euo pipefail
cd "$(dirname "$0")"

filter=()
hang=5min
while [[ $# -gt 0 ]]; do
  case $1 in
    --long) export HANGARBAY_LONG_TESTS=1; hang=20min; shift ;;
    --filter) filter=(--filter "${2:?--filter wants an expression}"); shift 2 ;;
    -h | --help) sed -n '2,10s/^# \{0,1\}//p' test.sh; exit 0 ;;
    *) echo "Unknown argument $1; see ./test.sh --help." >&2; exit 2 ;;
  esac
done

# Compilers that stay behind to be quicker next time would be left running.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
results=$PWD/artifacts/test-results
rm -rf "$results"

step() { printf '\n== %s\n' "$1"; }

has_postgres() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

has_pgbouncer() { [[ -x /usr/sbin/pgbouncer || -x /usr/bin/pgbouncer ]]; }

has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

# Lists of packages are fetched once.
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
if [[ -n ${HANGARBAY_TEST_POSTGRES:-} ]]; then echo "The server that HANGARBAY_TEST_POSTGRES names."
elif has_postgres; then echo "A throwaway cluster of the installed server."
elif install postgresql && has_postgres; then echo "Installed; a throwaway cluster of it."
else echo "None, and no means to install it: the tests that need it are skipped, or fail under CI=true."
fi

step "PgBouncer"
if has_pgbouncer; then echo "The installed pooler."
elif install pgbouncer && has_pgbouncer; then echo "Installed."
else echo "None, and no means to install it: the tests that need it are skipped, or fail under CI=true."
fi

# With letters for Japanese, Chinese and Korean, as a machine for tests has none.
step "Chromium"
if [[ -n ${HANGARBAY_TEST_CHROMIUM:-} ]]; then echo "The executable that HANGARBAY_TEST_CHROMIUM names."
elif has_chromium; then echo "The installed browser."
elif install --no-install-recommends chromium fonts-noto-cjk && has_chromium; then echo "Installed."
else echo "None, and no means to install it: the tests that need it are skipped, or fail under CI=true."
fi

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

# Every result file has one line of counters; what was not executed was skipped.
read -r passed failed skipped < <(cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*>' | awk '
  function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
  { total += count("total"); executed += count("executed"); passed += count("passed") }
  END { print passed + 0, executed - passed, total - executed }')
if [[ $status -eq 0 && $failed -ne 0 ]]; then status=1; fi
if [[ $status -eq 0 && $passed -eq 0 ]]; then echo "No test ran." >&2; status=1; fi
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
exit "$status"
