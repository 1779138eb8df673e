using HangarBay.EsiSandbox.Engine;

await using var server = await SandboxServer.StartAsync(new(), TimeProvider.System, "http://127.0.0.1:5090");
Console.WriteLine(server.BaseAddress);
await server.WaitForShutdownAsync();
