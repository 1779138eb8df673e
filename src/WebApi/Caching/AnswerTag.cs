using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain;
using HangarBay.WebUi;
using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// What an answer is known by: its question, the market's stamp and the build that words it. Two answers with the same tag
/// say the same, so one of them will do.
/// </summary>
internal sealed class AnswerTag
{
    private const int ETagBytes = 15;

    // Another build may word the same market otherwise, whichever part of it is another.
    private static readonly string Build = string.Concat(
        new[] { typeof(AnswerTag), typeof(PageContext), typeof(MarketStamp), typeof(Language) }.Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString("N")));

    private AnswerTag(byte[] hash)
    {
        Key = Base64Url.EncodeToString(hash);
        // Weak: compressed or not, and by whichever method, the bytes differ and the meaning does not.
        ETag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(hash.AsSpan(0, ETagBytes))}\"", isWeak: true);
        ETagText = ETag.ToString();
    }

    /// <summary>Short and plain, whatever the question holds.</summary>
    public string Key { get; }

    public EntityTagHeaderValue ETag { get; }

    /// <summary>As it stands in the header.</summary>
    public string ETagText { get; }

    public static AnswerTag Of(string question, MarketStamp stamp)
    {
        var text = $"{Build}\n{stamp.Text}\n{question}";
        // As it stands in memory: an encoding would take what it cannot write for something else.
        return new AnswerTag(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
    }

    /// <summary>By what it says alone.</summary>
    public static AnswerTag OfContent(ReadOnlySpan<byte> content) => new(SHA256.HashData(content));

    /// <summary>Whether the asker has any answer of this address, and wants no other: to be asked only where there is one.</summary>
    public static bool IsAnyKnownTo(HttpRequest request) => request.Headers.IfNoneMatch is ["*"];

    /// <summary>Whether the asker has it already, and names it.</summary>
    public bool IsKnownTo(HttpRequest request)
    {
        var header = request.Headers.IfNoneMatch;
        if (header.Count == 0) return false;
        return EntityTagHeaderValue.TryParseList([.. header.OfType<string>()], out var known)
            && known.Any(tag => tag.Compare(ETag, useStrongComparison: false));
    }
}
