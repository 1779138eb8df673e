#!/usr/bin/env bash
# Lists the files of src/ that one list request runs: GET /api/v1/contracts?search=…, on SQLite, with an answer that is not kept yet.
#
# Usage: eng/request-files.sh [--no-build]     needs the .NET SDK
#
# The coverage collector counts how often each line runs, once without a request and once with many. A file is listed where one of its
# lines ran at least once more for every request, so start-up and background work do not count. Files without code, such as interfaces,
# and what the process does once for all requests are not listed. The list is by name, as coverage knows no order.
set -euo pipefail
cd "$(dirname "$0")/.."

requests=500
test=ManySearchesTests
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

[[ ${1:-} == --no-build ]] || dotnet build tests/WebApi.Tests --nologo -v quiet >&2

# Writes one row for each line of code: how often it ran, its file, its number.
count() {
  HANGARBAY_SEARCHES=$1 dotnet test tests/WebApi.Tests --no-build --nologo -v quiet --filter "FullyQualifiedName~$test" \
    --collect "XPlat Code Coverage;Format=lcov" --results-directory "$scratch/$1" >"$scratch/log" || { cat "$scratch/log" >&2; exit 1; }
  awk -F '[:,]' -v root="$PWD/" '
    /^SF:/ { file = substr($0, 4); if (index(file, root) == 1) file = substr(file, length(root) + 1) }
    /^DA:/ { print $3, file, $2 }' "$scratch/$1"/*/coverage.info >"$scratch/$1.rows"
  [[ -s $scratch/$1.rows ]] || { echo "The collector counted nothing." >&2; exit 1; }
}

count 0
count "$requests"
awk -v requests="$requests" '
  FNR == NR { before[$2, $3] = $1; next }
  $2 ~ /^src\// && $2 !~ /\/obj\// && $1 - before[$2, $3] >= requests { print $2 }' "$scratch/0.rows" "$scratch/$requests.rows" | sort -u
