#!/usr/bin/env bash
# Fails where the model has changes that no migration holds, or where the two engines' migrations differ in name.
set -euo pipefail
cd "$(dirname "$0")/.."

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
