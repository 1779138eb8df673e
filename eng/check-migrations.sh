#!/usr/bin/env bash
# Checks the migrations. It fails where the model has changes that are in no migration, and where the migrations of SQLite and
# PostgreSQL differ in name.
#
# Usage: eng/check-migrations.sh [--no-build]
#
# --no-build: use the existing build of src/Infrastructure. Otherwise the script builds it first.
# It needs the .NET SDK, but no database. Exit codes: 0 no difference, 2 an unknown argument, any other number: a check failed.
set -euo pipefail
cd "$(dirname "$0")/.."

case ${1:-} in
  -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' eng/check-migrations.sh; exit 0 ;;
  '' | --no-build) ;;
  *) echo "Unknown argument $1; see eng/check-migrations.sh --help." >&2; exit 2 ;;
esac

dotnet tool restore >/dev/null
[[ ${1:-} == --no-build ]] || dotnet build src/Infrastructure --nologo -v quiet
names() { ls "src/Infrastructure/Persistence/$1/Migrations" | grep -v Snapshot | grep -v Designer; }
if ! diff <(names Sqlite) <(names Postgres); then
  echo "The migrations of the two engines differ in name." >&2
  exit 1
fi
for engine in Sqlite Postgres; do
  dotnet ef migrations has-pending-model-changes --no-build --project src/Infrastructure --context "${engine}HangarBayDbContext"
done
