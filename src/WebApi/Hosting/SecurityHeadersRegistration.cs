using HangarBay.WebUi;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Hosting;

/// <summary>What browsers may do with our answers: with data nothing, with the reference page what its scripts need.</summary>
internal static class SecurityHeadersRegistration
{
    public const string ReferencePage = "reference-page";
    public const string Page = "page";

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies((policies, provider) => policies
            .SetDefaultPolicy(policy => policy.AddBasics().AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddFrameAncestors().None();
            }))
            .AddPolicy(Page, policy => policy.AddBasics().AddContentSecurityPolicy(csp =>
            {
                // Nothing stands in the page itself, so there are no nonces, and an answer that a browser has already stays good.
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                var pictures = csp.AddImgSrc().Self();
                if (provider.GetRequiredService<IOptions<SiteOptions>>().Value.Images is { Length: > 0 } images) pictures.From(images);
                csp.AddConnectSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddFrameAncestors().None();
            }))
            .AddPolicy(ReferencePage, policy => policy.AddBasics().AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self().WithNonce();
                // The page's script writes its own style elements, for which it knows no nonce.
                csp.AddStyleSrc().Self().UnsafeInline();
                csp.AddImgSrc().Self().Data();
                csp.AddFontSrc().Self().Data();
                csp.AddConnectSrc().Self();
                csp.AddBaseUri().None();
                csp.AddFormAction().None();
                csp.AddFrameAncestors().None();
            })));
        return services;
    }

    private static HeaderPolicyCollection AddBasics(this HeaderPolicyCollection policy) => policy
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicyNoReferrer()
        .RemoveServerHeader();
}
