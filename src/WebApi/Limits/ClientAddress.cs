using System.Net;
using System.Net.Sockets;

namespace HangarBay.WebApi.Limits;

/// <summary>The number under which a client's requests are counted.</summary>
internal static class ClientAddress
{
    /// <summary>
    /// The number of clients that are told apart, however many addresses send requests. Each costs about a kilobyte. With so many numbers,
    /// hardly a client shares one with another.
    /// </summary>
    public const int Most = 16_384;

    private const int NetworkBytes = 8;

    /// <summary>The number of the client that sent the request; see <see cref="Of(IPAddress)"/>.</summary>
    public static int Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    /// <summary>
    /// A number from 0 to below <see cref="Most"/>. It is the same for the same client as long as the process lives, and nobody outside can
    /// aim at a certain one.
    /// </summary>
    public static int Of(IPAddress? address) => (int)((uint)Network(address).GetHashCode(StringComparison.Ordinal) % Most);

    /// <summary>
    /// The network that counts as one client: an IPv4 address alone, but an IPv6 /64, because a household has a whole one.
    /// </summary>
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
