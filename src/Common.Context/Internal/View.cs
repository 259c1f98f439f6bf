namespace Common.Context.Internal;

/// <summary>One of the objects derived from a context.</summary>
internal sealed class View(object value, View? next)
{
    public object Value { get; } = value;

    public View? Next { get; } = next;
}
