using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace HangarBay.Infrastructure.Persistence.Bulk;

/// <summary>A column as the model maps it. It reads its value from an entity, in the form that the engine stores.</summary>
internal sealed class BulkColumn(IProperty property, string name)
{
    public string Name { get; } = $"\"{name}\"";

    /// <summary>The name of the entity's property.</summary>
    public string Property { get; } = property.Name;

    public bool IsKey { get; } = property.IsPrimaryKey();

    public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

    /// <summary>
    /// Builds a statement that passes the stored form of the column's value to <paramref name="write"/>, or runs
    /// <paramref name="writeNull"/> if the value is null. All steps are typed: boxing each value would take most of the time of bulk
    /// writing.
    /// </summary>
    public Expression Write(ParameterExpression row, Func<Expression, Expression> write, Expression writeNull)
    {
        var value = Expression.MakeMemberAccess(row, property.GetMemberInfo(forMaterialization: false, forSet: false));
        if (Nullable.GetUnderlyingType(value.Type) is not null)
        {
            return Expression.IfThenElse(
                Expression.Property(value, nameof(Nullable<int>.HasValue)),
                write(ToStored(Expression.Property(value, nameof(Nullable<int>.Value)))),
                writeNull);
        }

        if (value.Type.IsValueType) return write(ToStored(value));
        return Expression.IfThenElse(Expression.ReferenceNotEqual(value, Expression.Constant(null)), write(ToStored(value)), writeNull);
    }

    /// <summary>Builds an expression for the stored form, by which keys are compared.</summary>
    public Expression KeyOf(ParameterExpression row) =>
        ToStored(Expression.MakeMemberAccess(row, property.GetMemberInfo(forMaterialization: false, forSet: false)));

    private Expression ToStored(Expression value)
    {
        if (Mapping.Converter is not { } converter) return value;
        var convert = converter.ConvertToProviderExpression;
        var argument = value.Type == convert.Parameters[0].Type ? value : Expression.Convert(value, convert.Parameters[0].Type);
        return new Replace(convert.Parameters[0], argument).Visit(convert.Body)!;
    }

    private sealed class Replace(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
