namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>
/// A setting of the database is wrong or contradicts another: one sentence that names the key, what it holds with every
/// secret masked, and what is allowed.
/// </summary>
public sealed class DatabaseSettingsException(string message) : Exception(message);
