using System.Text.Json.Serialization;
using HangarBay.Infrastructure.Esi;

namespace HangarBay.Infrastructure.Reference.StaticData;

/// <summary>The export's JSON: camelCase, with <c>ID</c> in capitals; null counts as absent; unknown keys are ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(BuildLine))]
[JsonSerializable(typeof(CategoryLine))]
[JsonSerializable(typeof(GroupLine))]
[JsonSerializable(typeof(MarketGroupLine))]
[JsonSerializable(typeof(TypeLine))]
[JsonSerializable(typeof(RegionLine))]
[JsonSerializable(typeof(ConstellationLine))]
[JsonSerializable(typeof(SystemLine))]
[JsonSerializable(typeof(StargateLine))]
internal sealed partial class StaticDataJson : JsonSerializerContext;
