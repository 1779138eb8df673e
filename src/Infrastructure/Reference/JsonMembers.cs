using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HangarBay.Infrastructure.Reference;

/// <summary>A member of an object, with its name. The value belongs to the reader and is valid until the next member is read.</summary>
internal readonly record struct JsonMember(string Name, JsonElement Value);

/// <summary>Reads the members of one huge JSON object, one at a time, in memory of a bounded size.</summary>
internal sealed class JsonMembers(Stream stream, int longest)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isLast;
    private bool _isOpen;
    private bool _isClosed;
    private JsonReaderState _state;

    /// <exception cref="JsonException">The stream is not a JSON object, or a member is larger than the bound.</exception>
    public async IAsyncEnumerable<JsonMember> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryRead(out var name, out var document))
            {
                using (document) yield return new JsonMember(name, document.RootElement);
                continue;
            }

            if (_isClosed) yield break;
            await FillAsync(cancellationToken);
        }
    }

    /// <summary>Reads a member. False if more bytes are needed, or if the object has ended.</summary>
    private bool TryRead(out string name, out JsonDocument document)
    {
        (name, document) = ("", null!);
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        if (!reader.Read()) return false;
        if (!_isOpen)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("No object.");
            _isOpen = true;
            Keep(reader);
            return TryRead(out name, out document);
        }

        if (reader.TokenType == JsonTokenType.EndObject)
        {
            _isClosed = true;
            return false;
        }

        name = reader.GetString()!;
        if (!JsonDocument.TryParseValue(ref reader, out var value)) return false;
        document = value;
        Keep(reader);
        return true;
    }

    private void Keep(in Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        if (_isLast) throw new JsonException("The object has no end.");
        var held = _end - _start;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, held).CopyTo(_buffer);
        }
        else if (held == _buffer.Length)
        {
            if (held >= longest) throw new JsonException("A member is too large.");
            Array.Resize(ref _buffer, (int)Math.Min(longest, _buffer.Length * 2L));
        }

        (_start, _end) = (0, held);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _isLast = read == 0;
    }
}
