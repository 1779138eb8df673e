#!/usr/bin/env bash
# Publishes the benchmarks with all executables that they start, and prints a line about the machine. Other benchmarks source this
# file in the project's root; it does nothing when it is run alone.
if [[ ${BASH_SOURCE[0]} == "$0" ]]; then sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; [[ ${1:-} == -h || ${1:-} == --help ]]; exit; fi
published=$PWD/artifacts/bench
# Compiled ahead of time as in deployment, so that a short run does not measure the compiler. WebApi is published on its own, because
# the files of the site come only with the executable.
for project in bench/Bench src/WebApi; do
  dotnet publish "$project" -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true \
    -p:ForBench=true -o "$published" --nologo -v quiet >&2
done

printf 'On %s cores of %s, %s, .NET %s.\n' "$(nproc)" "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)" \
  "$(awk '/MemTotal/ { printf "%d GB", $2 / 1000000 }' /proc/meminfo)" "$(dotnet --version)"
