using Microsoft.AspNetCore.StaticAssets;

namespace HangarBay.WebApi.Hosting;

/// <summary>Finds the site's own files wherever the process is started from.</summary>
internal static class SiteFiles
{
    /// <summary>Published, they lie beside the executable, while the content root is where it was called; built, their manifest tells where.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] settings)
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Options are read once, at the start: watching their files would only cost.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. settings],
            WebRootPath = Directory.Exists(published) ? published : null,
        });
        // By itself the framework looks at that manifest in Development only.
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    /// <summary>
    /// They are sent whole, whatever part is asked for: they are small, and where they are read from the sources the framework sends
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
