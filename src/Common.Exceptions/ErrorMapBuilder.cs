namespace Common.Exceptions;

/// <summary>Collects a service's own entries of the <see cref="ErrorMap"/>. Not thread-safe.</summary>
public sealed class ErrorMapBuilder
{
    private readonly Dictionary<Type, Func<Exception, MapScope, ServiceException?>> _entries = [];

    /// <summary>Adds an entry; a later one for the same type replaces the earlier.</summary>
    /// <typeparam name="TException">The type, and all types derived from it that have no entry of their own.</typeparam>
    /// <param name="map">Gives the error to tell, best with the exception as its cause, or <see langword="null"/> to leave the exception to the next entry.</param>
    /// <returns>This builder.</returns>
    public ErrorMapBuilder Add<TException>(Func<TException, ServiceException?> map)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(map);
        return Add<TException>((exception, _) => map(exception));
    }

    /// <summary>Adds an entry that looks at the unit of work too; a later one for the same type replaces the earlier.</summary>
    /// <typeparam name="TException">The type, and all types derived from it that have no entry of their own.</typeparam>
    /// <param name="map">Gives the error to tell, or <see langword="null"/> to leave the exception to the next entry.</param>
    /// <returns>This builder.</returns>
    public ErrorMapBuilder Add<TException>(Func<TException, MapScope, ServiceException?> map)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(map);
        _entries[typeof(TException)] = (exception, scope) => map((TException)exception, scope);
        return this;
    }

    /// <summary>Makes the table.</summary>
    /// <returns>A table that later changes to this builder don't reach.</returns>
    public ErrorMap Build() => new(_entries);
}
