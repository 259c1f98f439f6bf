namespace Common.Analyzers.Logging;

/// <summary>How a parameter of a log event is written.</summary>
internal enum FieldShape
{
    Unsupported,
    Signed,
    Unsigned,
    Single,
    Double,
    Decimal,
    Boolean,
    Text,
    Enumeration,
    Formatted,
    List,
}
