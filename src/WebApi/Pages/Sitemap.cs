using System.Text;
using System.Xml;
using HangarBay.WebUi.Figures;

namespace HangarBay.WebApi.Pages;

/// <summary>A full address, and since when its content has not changed; null: unknown.</summary>
internal readonly record struct SitemapEntry(string Address, DateTimeOffset? ChangedAt = null);

/// <summary>Lists of addresses in the form that search engines read (sitemaps.org, 0.9).</summary>
internal static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XmlWriterSettings Form = new() { Encoding = new UTF8Encoding(false) };

    /// <param name="sitemaps">The full addresses of the sitemaps.</param>
    public static byte[] IndexOf(IEnumerable<string> sitemaps) => Write("sitemapindex", "sitemap", sitemaps.Select(address => new SitemapEntry(address)));

    public static byte[] Of(IEnumerable<SitemapEntry> pages) => Write("urlset", "url", pages);

    private static byte[] Write(string root, string element, IEnumerable<SitemapEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Form))
        {
            xml.WriteStartElement(root, Namespace);
            foreach (var (address, changedAt) in entries)
            {
                xml.WriteStartElement(element, Namespace);
                xml.WriteElementString("loc", Namespace, address);
                if (changedAt is { } instant)
                    xml.WriteElementString("lastmod", Namespace, Figure.Iso(instant));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
