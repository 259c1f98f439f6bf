namespace Common.Logging.Internal;

/// <summary>The types of foreign values whose text is known to need neither escapes nor masks, and that run no code but the platform's.</summary>
internal enum ValueKind
{
    /// <summary>Any other type.</summary>
    Other,

    /// <summary>The platform's <see cref="int"/>.</summary>
    Int32,

    /// <summary>The platform's <see cref="long"/>.</summary>
    Int64,

    /// <summary>Numbers without a sign.</summary>
    Unsigned,

    /// <summary>The platform's <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary>The platform's <see cref="double"/>.</summary>
    Double,

    /// <summary>Truth values.</summary>
    Boolean,

    /// <summary>Strings, each of which is looked at before it is written.</summary>
    Text,
}
