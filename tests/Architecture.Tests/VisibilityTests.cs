using FluentValidation;
using HangarBay.Application.Abstractions;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Architecture.Tests;

/// <summary>Which types are public and which are internal.</summary>
public sealed class VisibilityTests
{
    // The pauses of the ESI client are public, because other projects show the state of the sync.
    private static readonly string[] Shown = ["EsiGovernor", "EsiGovernorState"];

    [Theory]
    [InlineData(typeof(IRequestHandler<,>))]
    [InlineData(typeof(IPipelineBehavior<,>))]
    [InlineData(typeof(IValidator<>))]
    [InlineData(typeof(IEntityTypeConfiguration<>))]
    [InlineData(typeof(IRepository<>))]
    public void Types_that_are_registered_by_their_interface_are_internal_and_sealed(Type openInterface)
    {
        var found = House.TypesOf(House.All).Where(type => type.IsClass && type.Implements(openInterface)).ToList();

        Assert.NotEmpty(found);
        House.None(
            found.Where(type => type.IsVisible || !type.IsSealed).Select(type => type.FullName!), $"Every {openInterface.Name} is internal and sealed");
    }

    [Fact]
    public void Classes_are_sealed_static_or_meant_to_be_derived_from()
    {
        var types = House.TypesOf(House.All);
        var bases = types.Select(type => type.BaseType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : type.BaseType).ToHashSet();

        House.None(
            types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !bases.Contains(type) && !IsMarkup(type)).Select(type => type.FullName!),
            "A class from which nothing derives is sealed");
    }

    [Fact]
    public void The_infrastructure_shows_only_its_registration_settings_contexts_and_ports()
    {
        var shown = House.TypesOf(House.Infrastructure).Where(type => type.IsVisible).ToList();
        var allowed = shown.Where(IsMeantToBeSeen).ToHashSet();
        for (var known = 0; known < allowed.Count;)
        {
            known = allowed.Count;
            allowed.UnionWith(allowed.SelectMany(Mentioned).Where(shown.Contains).ToList());
        }

        House.None(shown.Except(allowed).Select(type => type.FullName!), "Infrastructure is reached through ports");
    }

    [Fact]
    public void The_application_never_returns_an_IQueryable()
    {
        var members = House.TypesOf(House.Application).Where(type => type.IsVisible).SelectMany(type => Mentioned(type).Select(mentioned => (type, mentioned)));

        House.None(
            members.Where(member => typeof(IQueryable).IsAssignableFrom(member.mentioned)).Select(member => member.type.FullName!),
            "Only the infrastructure builds and runs queries");
    }

    /// <summary>Whether the type is a component in markup, whose class the compiler declares.</summary>
    private static bool IsMarkup(Type type) => type.IsSubclassOf(typeof(ComponentBase)) || type.Name == "_Imports";

    private static bool IsMeantToBeSeen(Type type) =>
        type.IsInterface
        || typeof(DbContext).IsAssignableFrom(type)
        || typeof(Exception).IsAssignableFrom(type)
        || Shown.Contains(type.Name)
        || (type is { IsAbstract: true, IsSealed: true } && (type.Name.EndsWith("Registration", StringComparison.Ordinal) || type.Name.EndsWith("Configuration", StringComparison.Ordinal)))
        || type.Name.EndsWith("Settings", StringComparison.Ordinal)
        || type.Name.EndsWith("Options", StringComparison.Ordinal);

    /// <summary>Every type in the signatures of a type's public members, arguments of generics included.</summary>
    private static IEnumerable<Type> Mentioned(Type type) => type.GetMethods()
        .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
        .Concat(type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType))
        .Concat(type.GetFields().Select(field => field.FieldType))
        .SelectMany(Parts);

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
