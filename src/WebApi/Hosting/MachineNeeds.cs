using System.Globalization;
using HangarBay.Domain;
using HangarBay.WebApi.Cli;

namespace HangarBay.WebApi.Hosting;

/// <summary>What serving needs of the machine, refused at the start in one sentence: a page that fails would tell it too late.</summary>
internal static class MachineNeeds
{
    /// <exception cref="CommandFailedException">Something is missing.</exception>
    public static void Require()
    {
        try
        {
            foreach (var language in Enum.GetNames<Language>()) CultureInfo.GetCultureInfo(language.ToLowerInvariant());
        }
        catch (CultureNotFoundException)
        {
            throw new CommandFailedException(
                "The site speaks eight languages and needs ICU for it: install it (Debian's package is libicu72 or newer), and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
        }
    }
}
