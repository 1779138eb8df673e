using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStructures;
using HangarBay.Application.Sync;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Reference.Structures;

/// <summary>One object with structures by id: <c>{"1035466617946": {"name": "…", "solar_system_id": 30000142, …}, …}</c>.</summary>
internal sealed class StructureFile(SourceFile file, int longest) : IStructureFile
{
    private const long LastThatIsNone = 1_000_000_000_000;

    private const int MaxIdLength = 30;

    public ImportSource Source => file.Source;

    public long Position => file.Stream.Position;

    public long Length => file.Stream.Length;

    public async IAsyncEnumerable<SourceRow<Structure>> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var members = new JsonMembers(file.Stream, longest).ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(members)) yield return Read(members.Current);
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private async Task<bool> MoveNextAsync(IAsyncEnumerator<JsonMember> members)
    {
        try
        {
            return await members.MoveNextAsync();
        }
        catch (Exception exception) when (exception is JsonException or IOException or InvalidOperationException)
        {
            throw new UnusableSourceException($"{file.Source.Origin} is not the expected JSON of structures.", exception);
        }
    }

    private static SourceRow<Structure> Read(JsonMember member)
    {
        SourceRow<Structure> SetAside(string reason) =>
            new(null, new Surprise($"structure {PlainText.Clean(member.Name, MaxIdLength)}", reason));
        if (!long.TryParse(member.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || id is <= LastThatIsNone or > ContractId.MaxValue)
            return SetAside("The id is no structure's.");
        if (member.Value.ValueKind != JsonValueKind.Object) return SetAside("The structure is not an object.");

        if (TextOf(member.Value, "name") is not { } name) return default;
        return member.Value.TryGetProperty("solar_system_id", out var system)
            && system.ValueKind == JsonValueKind.Number && system.TryGetInt32(out var systemId) && systemId > 0
                ? new SourceRow<Structure>(new Structure(new LocationId(id), name, new SystemId(systemId)), null)
                : SetAside("solar_system_id is missing, or out of range.");
    }

    /// <summary>The text of a key; null if it is absent, not a readable text, or blank.</summary>
    private static string? TextOf(JsonElement row, string key) =>
        row.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && IsText(value, out var text)
        && PlainText.Clean(text, LocalisedName.MaxLength) is { Length: > 0 } plain
            ? plain
            : null;

    /// <summary>Reads a text. False if it has a broken surrogate, which .NET refuses to convert to a string.</summary>
    private static bool IsText(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
