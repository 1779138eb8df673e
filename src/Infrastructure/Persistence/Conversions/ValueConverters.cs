using HangarBay.Domain;
using HangarBay.Domain.Universe;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HangarBay.Infrastructure.Persistence.Conversions;

/// <summary>Stores hundredths of an ISK, which both engines keep exact, sort and index. SQLite would store a decimal as text.</summary>
internal sealed class IskConverter() : ValueConverter<Isk, long>(isk => isk.Hundredths, value => Isk.FromHundredths(value));

internal sealed class SecurityStatusConverter()
    : ValueConverter<SecurityStatus, double>(security => security.Value, value => SecurityStatus.Of(value));

/// <summary>Instants on SQLite: Unix milliseconds, UTC.</summary>
internal sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    value => DateTimeOffset.FromUnixTimeMilliseconds(value));

/// <summary>Instants on PostgreSQL: cut to milliseconds, so that both engines store the same value.</summary>
internal sealed class MillisecondsConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()),
    value => value);
