namespace HangarBay.Application.Abstractions;

/// <summary>A setting is missing or cannot be used; the message is one sentence that names it.</summary>
public sealed class SettingException(string message) : Exception(message);
