using System.Text.Json;

namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// A row of an answer: what it says, or why it cannot be read, with the row itself. The reason holds nothing of the row but
/// names of keys.
/// </summary>
internal readonly record struct Row<T>(T? Value, string? Flaw, JsonElement Element);
