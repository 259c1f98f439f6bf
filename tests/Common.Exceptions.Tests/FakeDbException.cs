using System.Data.Common;

namespace Common.Exceptions.Tests;

internal sealed class FakeDbException(
    string? sqlState,
    bool isTransient = false,
    Exception? inner = null
) : DbException("no text of the database may reach a caller", inner)
{
    public override string? SqlState { get; } = sqlState;

    public override bool IsTransient { get; } = isTransient;
}
