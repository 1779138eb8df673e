using System.Text.Encodings.Web;
using System.Text.Unicode;
using HangarBay.WebUi;

namespace HangarBay.WebApi.Pages;

/// <summary>The site for people, beside the API.</summary>
internal static class PageRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // Names in eight languages stay readable; what matters in HTML is still escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services.AddSingleton<AssetNames>().AddSingleton<PageAnswers>().AddSingleton<ErrorAnswers>().AddScoped<PageRenderer>();
    }
}
