using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace HangarBay.Infrastructure.Persistence.Bulk;

/// <summary>A column as the model maps it: how to take its value from an entity, in the form the engine stores.</summary>
internal sealed class BulkColumn(IProperty property, string name)
{
    private readonly IClrPropertyGetter _getter = property.GetGetter();
    private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

    public string Name { get; } = $"\"{name}\"";

    public bool IsKey { get; } = property.IsPrimaryKey();

    public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

    /// <summary>Null where the column is to be NULL.</summary>
    public object? ValueOf(object entity)
    {
        var value = _getter.GetClrValue(entity);
        return value is null || _convert is null ? value : _convert(value);
    }
}
