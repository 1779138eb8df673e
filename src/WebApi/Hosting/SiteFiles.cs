using Microsoft.AspNetCore.StaticAssets;

namespace HangarBay.WebApi.Hosting;

/// <summary>Finds the site's own files wherever the process is started from.</summary>
internal static class SiteFiles
{
    /// <summary>
    /// Published, the files are beside the executable, while the content root is the folder that it was called from. Built, a manifest
    /// lists them.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(string[] settings)
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Options are read once, at the start, so watching their files would only cost.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. settings],
            WebRootPath = Directory.Exists(published) ? published : null,
        });
        // By default the framework reads that manifest in Development only.
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    /// <summary>
    /// Sends the files whole, even where a part is asked for. They are small, and where the framework reads them from the sources, it sends
    /// the headers of the part with the body of the whole.
    /// </summary>
    public static void UseWholeFiles(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null) return next(http);
        http.Request.Headers.Range = default;
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.AcceptRanges = "none";
            return Task.CompletedTask;
        });
        return next(http);
    });
}
