namespace HangarBay.Infrastructure.Esi;

/// <summary>The body of <c>GET /universe/types/{type_id}</c>.</summary>
internal sealed record TypeBody
{
    public required int TypeId { get; init; }

    public string? Name { get; init; }

    public required int GroupId { get; init; }

    public required bool Published { get; init; }

    public int? MarketGroupId { get; init; }

    public double? Volume { get; init; }
}

/// <summary>The body of <c>GET /universe/groups/{group_id}</c>.</summary>
internal sealed record GroupBody
{
    public required int GroupId { get; init; }

    public required int CategoryId { get; init; }

    public string? Name { get; init; }

    public required bool Published { get; init; }
}

/// <summary>The body of <c>GET /universe/categories/{category_id}</c>.</summary>
internal sealed record CategoryBody
{
    public required int CategoryId { get; init; }

    public string? Name { get; init; }

    public required bool Published { get; init; }
}

/// <summary>The body of <c>GET /universe/regions/{region_id}</c>.</summary>
internal sealed record RegionBody
{
    public required int RegionId { get; init; }

    public required string Name { get; init; }
}

/// <summary>The body of <c>GET /universe/systems/{system_id}</c>.</summary>
internal sealed record SystemBody
{
    public required int SystemId { get; init; }

    public required string Name { get; init; }

    public required double SecurityStatus { get; init; }
}

/// <summary>The body of <c>GET /universe/stations/{station_id}</c>.</summary>
internal sealed record StationBody
{
    public required long StationId { get; init; }

    public required string Name { get; init; }

    public required int SystemId { get; init; }
}

/// <summary>A row of <c>POST /universe/names</c>.</summary>
internal sealed record NameRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }
}

/// <summary>The body of <c>GET /sandbox</c>, by which a sandbox describes itself. ESI has no such route.</summary>
internal sealed record SandboxBody
{
    public required string Identity { get; init; }
}
