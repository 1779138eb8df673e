#!/usr/bin/env bash
# Adds a migration of the same name for both engines. Needs neither a database nor a start-up project.
# Usage: eng/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ $# -ne 1 || ! $1 =~ ^[A-Z][A-Za-z0-9]*$ ]]; then
  echo "Usage: eng/add-migration.sh NAME   (PascalCase, such as AddWatchlist)" >&2
  exit 2
fi

dotnet tool restore >/dev/null
dotnet build src/Infrastructure --nologo -v quiet
for engine in Sqlite Postgres; do
  dotnet ef migrations add "$1" --no-build --project src/Infrastructure \
    --context "${engine}HangarBayDbContext" --output-dir "Persistence/$engine/Migrations"
done
# The two sets move in lockstep: the same time stamp, the same name.
sqlite=$(basename "$(ls src/Infrastructure/Persistence/Sqlite/Migrations/*_"$1".cs)" .cs)
postgres=$(basename "$(ls src/Infrastructure/Persistence/Postgres/Migrations/*_"$1".cs)" .cs)
if [[ $sqlite != "$postgres" ]]; then
  for file in src/Infrastructure/Persistence/Postgres/Migrations/"$postgres"*.cs; do
    sed -i "s/$postgres/$sqlite/g" "$file"
    mv "$file" "${file/$postgres/$sqlite}"
  done
fi
echo "Added $sqlite for both engines."
