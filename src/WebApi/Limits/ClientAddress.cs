using System.Net;
using System.Net.Sockets;

namespace HangarBay.WebApi.Limits;

/// <summary>Whom requests are counted for.</summary>
internal static class ClientAddress
{
    /// <summary>
    /// However many addresses knock, no more than this are told apart: each costs about a kilobyte, and with as many there is
    /// hardly a client who shares with another.
    /// </summary>
    public const int Most = 16_384;

    private const int NetworkBytes = 8;

    /// <summary>Of the client who sent the request; see <see cref="Of(IPAddress)"/>.</summary>
    public static int Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    /// <summary>
    /// A number from 0 to <see cref="Most"/>, the same for the same client for as long as the process lives, and impossible to
    /// aim at from outside.
    /// </summary>
    public static int Of(IPAddress? address) => (int)((uint)Network(address).GetHashCode(StringComparison.Ordinal) % Most);

    /// <summary>An IPv4 address is one client; of IPv6 a household has a whole /64.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return Convert.ToHexString(bytes[..NetworkBytes]);
    }
}
