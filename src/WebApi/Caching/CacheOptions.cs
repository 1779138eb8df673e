using System.ComponentModel.DataAnnotations;

namespace HangarBay.WebApi.Caching;

/// <summary>Whether answers are kept and how many of them; section <c>Cache</c>.</summary>
internal sealed class CacheOptions
{
    public const string Section = "Cache";

    private const int Mebibyte = 1024 * 1024;

    /// <summary>False: every question is asked anew, as for measuring.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What all answers kept in this process take at most.</summary>
    [Range(Mebibyte, 4096L * Mebibyte)]
    public long MaxBytes { get; set; } = 64 * Mebibyte;

    /// <summary>A Redis that keeps answers for several processes, as StackExchange.Redis writes it; none: each keeps its own.</summary>
    public string? Redis { get; set; }
}
