using System.Data.Common;

namespace Relay;

/// <summary>What a driver throws: its text names the server and the statement.</summary>
internal sealed class DatabaseException(string message)
    : DbException($"{message}: SELECT secret FROM orders")
{
    public override string SqlState => "42P01";
}
