namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>What an API that goes away is, as far as the way it is used differs.</summary>
internal enum OldApiKind
{
    /// <summary>A type.</summary>
    Type,

    /// <summary>A constructor.</summary>
    Constructor,

    /// <summary>A method.</summary>
    Method,

    /// <summary>An extension method, called either way.</summary>
    ExtensionMethod,

    /// <summary>A property, a field or an event.</summary>
    Value,

    /// <summary>An indexer.</summary>
    Indexer,

    /// <summary>An operator or a conversion.</summary>
    Operator,
}
