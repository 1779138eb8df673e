namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>
/// A setting of the database is wrong or contradicts another. The message is one sentence: the key, its value with every secret masked, and
/// what is allowed.
/// </summary>
public sealed class DatabaseSettingsException(string message) : Exception(message);
