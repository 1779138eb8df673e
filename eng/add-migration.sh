#!/usr/bin/env bash
# Adds a migration with the same name and time stamp for SQLite and for PostgreSQL.
#
# Usage: eng/add-migration.sh NAME
#
# NAME is in PascalCase, such as AddWatchlist. The script builds src/Infrastructure. It needs the .NET SDK, but no database and no
# start-up project. Exit codes: 0 added, 2 wrong arguments, any other number: a command failed.
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ ${1:-} == -h || ${1:-} == --help ]]; then sed -n '2,/^[^#]/s/^# \{0,1\}//p' eng/add-migration.sh; exit 0; fi
if [[ $# -ne 1 || ! $1 =~ ^[A-Z][A-Za-z0-9]*$ ]]; then
  echo "One name in PascalCase is needed, such as AddWatchlist; see eng/add-migration.sh --help." >&2
  exit 2
fi

dotnet tool restore >/dev/null
dotnet build src/Infrastructure --nologo -v quiet
for engine in Sqlite Postgres; do
  dotnet ef migrations add "$1" --no-build --project src/Infrastructure \
    --context "${engine}HangarBayDbContext" --output-dir "Persistence/$engine/Migrations"
done
# Both engines have the same migrations, so the one of PostgreSQL gets the time stamp of SQLite's.
sqlite=$(basename "$(ls src/Infrastructure/Persistence/Sqlite/Migrations/*_"$1".cs)" .cs)
postgres=$(basename "$(ls src/Infrastructure/Persistence/Postgres/Migrations/*_"$1".cs)" .cs)
if [[ $sqlite != "$postgres" ]]; then
  for file in src/Infrastructure/Persistence/Postgres/Migrations/"$postgres"*.cs; do
    sed -i "s/$postgres/$sqlite/g" "$file"
    mv "$file" "${file/$postgres/$sqlite}"
  done
fi
echo "Added $sqlite for both engines."
