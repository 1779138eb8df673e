using System.Buffers;
using Microsoft.Extensions.Caching.Hybrid;

namespace HangarBay.WebApi.Caching;

/// <summary>The format of bodies outside the process: one byte that says whether there is a body, then the body.</summary>
internal sealed class KeptBodyFormat : IHybridCacheSerializer<KeptBody>
{
    private const byte Body = 1;
    private const byte Nothing = 0;

    public KeptBody Deserialize(ReadOnlySequence<byte> source)
    {
        if (source.IsEmpty) throw new FormatException("This is no answer that was kept.");
        return source.FirstSpan[0] == Nothing ? KeptBody.Missing : new KeptBody(source.Slice(1).ToArray(), isMissing: false);
    }

    public void Serialize(KeptBody value, IBufferWriter<byte> target)
    {
        target.Write([value.IsMissing ? Nothing : Body]);
        target.Write(value.Bytes.Span);
    }
}
