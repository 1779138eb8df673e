using System.ComponentModel;

namespace HangarBay.WebApi.Caching;

/// <summary>An answer's body as it is sent. Several requests share it, so it is only read.</summary>
[ImmutableObject(true)]
internal sealed class KeptBody(ReadOnlyMemory<byte> bytes, bool isMissing)
{
    public static readonly KeptBody Missing = new(default, isMissing: true);

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Whether what was asked for does not exist, which is kept too.</summary>
    public bool IsMissing => isMissing;
}
