using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>
/// JSON as ESI writes it: doubles always with a fraction or an exponent, instants to the second, text unescaped where JSON allows it.
/// </summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic] private static ArrayBufferWriter<byte>? _buffer;
    [ThreadStatic] private static Utf8JsonWriter? _writer;

    /// <summary>
    /// Runs <paramref name="write"/> on a writer that the thread keeps, because tens of thousands of item bodies are made.
    /// </summary>
    public static byte[] Bytes<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        var writer = _writer ??= new Utf8JsonWriter(buffer, Options);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        write(writer, state);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static void Double(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, double value)
    {
        Span<byte> text = stackalloc byte[40];
        var format = Math.Abs(value) is >= 1e15 and < 1e16 ? "F0" : "R";
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        if (text[..length].IndexOfAny("."u8[0], "E"u8[0]) < 0)
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        writer.WritePropertyName(name);
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }

    public static void Instant(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[20];
        value.UtcDateTime.TryFormat(text, out _, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        writer.WriteString(name, text);
    }

    public static void Numbers(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<int> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteNumberValue(value);
        writer.WriteEndArray();
    }
}
