namespace HangarBay.WebApi.Problems;

internal static class ProblemRegistration
{
    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        // Stands before the framework's own writer, which is asked only where this one declines.
        .AddSingleton<IProblemDetailsWriter, ProblemWriter>()
        .AddSingleton<DatabaseTrouble>()
        .AddProblemDetails()
        .AddExceptionHandler<ProblemExceptionHandler>();
}
