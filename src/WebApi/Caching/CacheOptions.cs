using System.ComponentModel.DataAnnotations;

namespace HangarBay.WebApi.Caching;

/// <summary>Whether answers are kept, and how much room they may take; section <c>Cache</c>.</summary>
internal sealed class CacheOptions
{
    public const string Section = "Cache";

    private const int Mebibyte = 1024 * 1024;

    /// <summary>False: every answer is made anew, as for measuring.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The room in bytes that all answers kept in this process may take.</summary>
    [Range(Mebibyte, 4096L * Mebibyte)]
    public long MaxBytes { get; set; } = 64 * Mebibyte;

    /// <summary>
    /// A Redis that keeps answers for several processes, in the form of StackExchange.Redis; none: each process keeps its own.
    /// </summary>
    public string? Redis { get; set; }
}
