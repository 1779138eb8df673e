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
}
