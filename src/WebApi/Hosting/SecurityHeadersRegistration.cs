using HangarBay.WebUi;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Hosting;

/// <summary>What browsers may do with this site's answers: with data nothing, with pages what the pages need.</summary>
internal static class SecurityHeadersRegistration
{
    public const string ReferencePage = "reference-page";
    public const string Page = "page";
    public const string OpenData = "open-data";

    private const int SecondsOfAYear = 365 * 24 * 60 * 60;

    private static readonly object IsPage = new();

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services) => services.AddSecurityHeaderPolicies((policies, provider) =>
    {
        // Only production insists on TLS: elsewhere the certificate is rarely one that browsers trust.
        var isStrict = provider.GetRequiredService<IHostEnvironment>().IsProduction();
        var images = provider.GetRequiredService<IOptions<SiteOptions>>().Value.Images;
        policies.SetDefaultPolicy(policy => policy.AddBasics(isStrict).AddDataRules().AddCrossOriginResourcePolicy(resource => resource.SameOrigin()));
        policies.AddPolicy(OpenData, policy => policy.AddBasics(isStrict).AddDataRules().AddCrossOriginResourcePolicy(resource => resource.CrossOrigin()));
        policies.AddPolicy(Page, policy => policy.AddBasics(isStrict).AddPageBasics().AddPageRules(images));
        policies.AddPolicy(ReferencePage, policy => policy.AddBasics(isStrict).AddPageBasics().AddReferenceRules());
        policies.SetPolicySelector(chosen => chosen.HttpContext.Items.ContainsKey(IsPage) ? chosen.ConfiguredPolicies[Page] : chosen.SelectedPolicy);
    });

    /// <summary>Marks the answer as a page, whatever its endpoint usually answers with, or where it has no endpoint.</summary>
    public static void UsePageHeaders(this HttpContext http) => http.Items[IsPage] = true;

    private static HeaderPolicyCollection AddBasics(this HeaderPolicyCollection policy, bool isStrict)
    {
        policy.AddContentTypeOptionsNoSniff().AddFrameOptionsDeny().AddReferrerPolicyNoReferrer().RemoveServerHeader();
        return isStrict ? policy.AddStrictTransportSecurityMaxAge(SecondsOfAYear) : policy;
    }

    /// <summary>Data is neither run nor shown as a page.</summary>
    private static HeaderPolicyCollection AddDataRules(this HeaderPolicyCollection policy) => policy.AddContentSecurityPolicy(csp =>
    {
        csp.AddDefaultSrc().None();
        csp.AddFrameAncestors().None();
    });

    /// <summary>Keeps windows and pages of other sites away from the page, and denies it the device's features.</summary>
    private static HeaderPolicyCollection AddPageBasics(this HeaderPolicyCollection policy) => policy
        // Other sites get no referrer. A form of this site still names its origin: with no-referrer, browsers send "Origin: null" with it.
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
        .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
        .AddPermissionsPolicyWithDefaultSecureDirectives();

    private static HeaderPolicyCollection AddPageRules(this HeaderPolicyCollection policy, string images) => policy.AddContentSecurityPolicy(csp =>
    {
        // The page has no inline code and so no nonces, which means that a page a browser already has stays valid.
        csp.AddDefaultSrc().None();
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self();
        var pictures = csp.AddImgSrc().Self();
        if (images.Length > 0) pictures.From(images);
        csp.AddConnectSrc().Self();
        csp.AddFormAction().Self();
        csp.AddBaseUri().None();
        csp.AddFrameAncestors().None();
    });

    private static HeaderPolicyCollection AddReferenceRules(this HeaderPolicyCollection policy) => policy.AddContentSecurityPolicy(csp =>
    {
        csp.AddDefaultSrc().None();
        csp.AddScriptSrc().Self().WithNonce();
        // The page's script writes its own style elements and knows no nonce for them.
        csp.AddStyleSrc().Self().UnsafeInline();
        csp.AddImgSrc().Self().Data();
        csp.AddFontSrc().Self().Data();
        csp.AddConnectSrc().Self();
        csp.AddBaseUri().None();
        csp.AddFormAction().None();
        csp.AddFrameAncestors().None();
    });
}
