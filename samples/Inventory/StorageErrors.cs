using Common.Exceptions;
using Microsoft.Data.Sqlite;

namespace Inventory;

/// <summary>What the failures of the database file mean to a caller.</summary>
internal static class StorageErrors
{
    /// <summary>Reads SQLite's result code (sqlite.org/rescode.html); what is not listed is a defect of ours.</summary>
    public static ServiceException? Map(SqliteException exception) =>
        exception.SqliteErrorCode switch
        {
            5 or 6 => StockErrors.StorageUnavailable(exception), // busy, locked
            8 or 10 or 13 or 14 => StockErrors.StorageUnavailable(exception), // read-only, I/O error, full, cannot open
            11 or 26 => StockErrors.StorageCorrupt(exception), // corrupt, not a database
            _ => null,
        };
}
