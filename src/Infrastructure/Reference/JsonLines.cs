using System.Runtime.CompilerServices;

namespace HangarBay.Infrastructure.Reference;

/// <summary>
/// A line with its number, counted from 1. <see cref="Bytes"/> are null if the line is too long. They belong to the reader and are valid until
/// the next line is read.
/// </summary>
internal readonly record struct JsonLine(int Number, ReadOnlyMemory<byte>? Bytes);

/// <summary>Reads lines in memory of a bounded size, whatever the stream contains. Blank lines are left out.</summary>
internal static class JsonLines
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    public static async IAsyncEnumerable<JsonLine> ReadAsync(
        Stream stream, int longest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(longest, 64 * 1024)];
        var (start, scanned, end, number, tooLong) = (0, 0, 0, 0, false);
        while (true)
        {
            var found = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = buffer.AsMemory(start..(scanned + found));
                start = scanned = scanned + found + 1;
                number++;
                if (Yield(line, number, tooLong) is { } whole) yield return whole;
                tooLong = false;
                continue;
            }

            (start, scanned, end) = MakeRoom(ref buffer, start, end, longest, ref tooLong);
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            end += read;
            if (read > 0) continue;

            if (Yield(buffer.AsMemory(start..end), number + 1, tooLong) is { } last) yield return last;
            yield break;
        }
    }

    private static JsonLine? Yield(ReadOnlyMemory<byte> line, int number, bool tooLong)
    {
        if (tooLong) return new JsonLine(number, null);
        if (number == 1 && line.Span.StartsWith(Mark)) line = line[Mark.Length..];
        var trimmed = line.Span.Trim(" \t\r"u8);
        return trimmed.IsEmpty ? null : new JsonLine(number, line);
    }

    /// <summary>Makes room in the buffer. A line beyond the bound is dropped while it is read; only that it was too long is kept.</summary>
    private static (int Start, int Scanned, int End) MakeRoom(ref byte[] buffer, int start, int end, int longest, ref bool tooLong)
    {
        var held = end - start;
        if (tooLong || held >= longest)
        {
            tooLong = true;
            return (0, 0, 0);
        }

        if (start > 0) buffer.AsSpan(start, held).CopyTo(buffer);
        else if (held == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(longest, buffer.Length * 2L));
        return (0, held, held);
    }
}
