using System.Text.Json;
using System.Text.Json.Serialization;

namespace HangarBay.Infrastructure.Esi;

/// <summary>ESI's JSON: snake_case; null counts as absent; unknown keys are ignored, as ESI adds keys within a compatibility date.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    Converters = [typeof(ExactInt64Converter), typeof(FiniteDoubleConverter), typeof(InstantConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(EsiContractRow))]
[JsonSerializable(typeof(EsiLineRow))]
[JsonSerializable(typeof(EsiBidRow))]
[JsonSerializable(typeof(NameRow))]
[JsonSerializable(typeof(TypeBody))]
[JsonSerializable(typeof(GroupBody))]
[JsonSerializable(typeof(CategoryBody))]
[JsonSerializable(typeof(RegionBody))]
[JsonSerializable(typeof(SystemBody))]
[JsonSerializable(typeof(StationBody))]
[JsonSerializable(typeof(SandboxBody))]
internal sealed partial class EsiJson : JsonSerializerContext;
