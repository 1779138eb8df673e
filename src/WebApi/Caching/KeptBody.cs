using System.ComponentModel;

namespace HangarBay.WebApi.Caching;

/// <summary>An answer as it goes out. Whoever gets it shares it with others: it is only read.</summary>
[ImmutableObject(true)]
internal sealed class KeptBody(ReadOnlyMemory<byte> bytes, bool isMissing)
{
    public static readonly KeptBody Missing = new(default, isMissing: true);

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>There is nothing that was asked for, which is worth knowing too.</summary>
    public bool IsMissing => isMissing;
}
