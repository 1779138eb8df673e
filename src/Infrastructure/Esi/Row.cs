using System.Text.Json;

namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// A row of an answer: its value, or the reason why it cannot be read, with the row itself. The reason quotes nothing of the row except
/// names of keys.
/// </summary>
internal readonly record struct Row<T>(T? Value, string? Flaw, JsonElement Element);
