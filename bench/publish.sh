# Sourced by the benchmarks, in the project's root: publishes them with all they start, and tells the machine.
# As it is deployed: compiled ahead, so that a short run does not measure the compiler.
published=$PWD/artifacts/bench
# The site's files come with the executable alone.
for project in bench/Bench src/WebApi; do
  dotnet publish "$project" -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true \
    -p:ForBench=true -o "$published" --nologo -v quiet >&2
done

printf 'On %s cores of %s, %s, .NET %s.\n' "$(nproc)" "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)" \
  "$(awk '/MemTotal/ { printf "%d GB", $2 / 1000000 }' /proc/meminfo)" "$(dotnet --version)"
