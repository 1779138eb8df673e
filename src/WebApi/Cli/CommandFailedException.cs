namespace HangarBay.WebApi.Cli;

/// <summary>A command could not do what it was asked; the message is for whoever typed it.</summary>
internal sealed class CommandFailedException(string message) : Exception(message);
