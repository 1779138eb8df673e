using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain;
using HangarBay.WebUi;
using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// Identifies an answer by its question, the market's stamp and the build that words it. Two answers with the same tag say the same, so
/// that one can replace the other.
/// </summary>
internal sealed class AnswerTag
{
    private const int ETagBytes = 15;

    // Another build may word the same market differently, whichever of these assemblies changed.
    private static readonly string Build = string.Concat(
        new[] { typeof(AnswerTag), typeof(PageContext), typeof(MarketStamp), typeof(Language) }.Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString("N")));

    private AnswerTag(byte[] hash)
    {
        Key = Base64Url.EncodeToString(hash);
        // Weak, because compression changes the bytes and not the meaning.
        ETag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(hash.AsSpan(0, ETagBytes))}\"", isWeak: true);
        ETagText = ETag.ToString();
    }

    /// <summary>A short plain text, whatever the question holds.</summary>
    public string Key { get; }

    public EntityTagHeaderValue ETag { get; }

    /// <summary>The tag as the header has it.</summary>
    public string ETagText { get; }

    public static AnswerTag Of(string question, MarketStamp stamp)
    {
        var text = $"{Build}\n{stamp.Text}\n{question}";
        // Hashed as it is in memory: an encoding would replace what it cannot write, and two questions could look the same.
        return new AnswerTag(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
    }

    /// <summary>A tag of the content alone.</summary>
    public static AnswerTag OfContent(ReadOnlySpan<byte> content) => new(SHA256.HashData(content));

    /// <summary>
    /// Whether the client accepts any answer of this address that it has (<c>*</c>). To be called only where there is an answer.
    /// </summary>
    public static bool IsAnyKnownTo(HttpRequest request) => request.Headers.IfNoneMatch is ["*"];

    /// <summary>Whether the client has the answer already and names its tag.</summary>
    public bool IsKnownTo(HttpRequest request)
    {
        var header = request.Headers.IfNoneMatch;
        if (header.Count == 0) return false;
        return EntityTagHeaderValue.TryParseList([.. header.OfType<string>()], out var known)
            && known.Any(tag => tag.Compare(ETag, useStrongComparison: false));
    }
}
