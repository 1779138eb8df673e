using System.Globalization;
using System.Text;
using HangarBay.WebUi;
using HangarBay.WebUi.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HangarBay.WebApi.Pages;

/// <summary>Renders a page's component to the bytes that are sent.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    private const int UsualLength = 128 * 1024;

    /// <typeparam name="TPage">The component of the page.</typeparam>
    /// <param name="context">What the page needs to know of its request.</param>
    /// <param name="parameters">The component's own parameters.</param>
    public async Task<byte[]> RenderAsync<TPage>(PageContext context, IReadOnlyList<(string Name, object? Value)> parameters)
        where TPage : Part
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = context.Tongue.Culture;
            var root = await renderer.RenderComponentAsync<CascadingValue<PageContext>>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(CascadingValue<>.Value)] = context,
                [nameof(CascadingValue<>.IsFixed)] = true,
                [nameof(CascadingValue<>.ChildContent)] = Content<TPage>(parameters),
            }));
            using var text = new StringWriter(new StringBuilder(UsualLength), CultureInfo.InvariantCulture);
            root.WriteHtmlTo(text);
            return Encode(text.GetStringBuilder());
        });
    }

    private static RenderFragment Content<TPage>(IReadOnlyList<(string Name, object? Value)> parameters)
        where TPage : Part => builder =>
    {
        builder.OpenComponent<TPage>(0);
        foreach (var (name, value) in parameters) builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    };

    private static byte[] Encode(StringBuilder text)
    {
        using var bytes = new MemoryStream(text.Length + (text.Length / 8));
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true)) writer.Write(text);
        return bytes.ToArray();
    }
}
