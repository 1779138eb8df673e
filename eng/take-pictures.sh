#!/usr/bin/env bash
# Takes the two pictures in README.md again: docs/pictures/contracts.png and docs/pictures/contract.png. They show the sample market.
#
# Usage: eng/take-pictures.sh [PORT]
#
# PORT: where the server listens on 127.0.0.1 meanwhile; 5189 by default.
# It needs the .NET SDK, curl and Chromium. HANGARBAY_TEST_CHROMIUM names another browser executable.
# The script builds src/WebApi, starts a server with a new database and stops it at the end.
set -euo pipefail
cd "$(dirname "$0")/.."

case ${1:-} in
  -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' eng/take-pictures.sh; exit 0 ;;
  *[!0-9]*) echo "PORT is a number; see eng/take-pictures.sh --help." >&2; exit 2 ;;
esac

site=http://127.0.0.1:${1:-5189}
chromium=${HANGARBAY_TEST_CHROMIUM:-chromium}
scratch=$(mktemp -d)
server=

finish() {
  [[ -z $server ]] || { kill "$server" 2>/dev/null && wait "$server" || true; }
  rm -rf "$scratch"
}
trap finish EXIT

dotnet build src/WebApi --nologo -v quiet
# Without pictures of items, as those belong to CCP.
ASPNETCORE_ENVIRONMENT=Development DATABASE_URL=sqlite:///$scratch/sample.db Site__Images='' \
  dotnet src/WebApi/bin/Debug/net10.0/HangarBay.WebApi.dll --urls "$site" >"$scratch/log" 2>&1 &
server=$!

# The market is complete once fewer than ten contracts wait for their lines. The sandbox never gives the lines of a few.
listed="$site/api/v1/contracts/?is_ship_contract=true&size=1&sort_by=price"
for ((second = 0; ; second++)); do
  answer=$(curl -s "$listed" || true)
  if [[ $answer =~ \"pending\":[0-9], && $answer =~ \"contract_id\":([0-9]+) ]]; then break; fi
  if ((second == 120)); then tail "$scratch/log" >&2; exit 1; fi
  sleep 1
done
contract=${BASH_REMATCH[1]}

picture() {
  "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --blink-settings=preferredColorScheme=0 --lang=en-GB \
    --user-data-dir="$scratch/profile" --window-size=1280,"$3" --screenshot="$PWD/docs/pictures/$1" "$site$2" 2>/dev/null
}

mkdir -p docs/pictures
picture contracts.png /contracts 800
picture contract.png "/contracts/$contract" 720
ls -l docs/pictures
