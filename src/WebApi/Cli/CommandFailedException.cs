namespace HangarBay.WebApi.Cli;

/// <summary>A command could not do its work; the message is for the person who typed it.</summary>
internal sealed class CommandFailedException(string message) : Exception(message);
