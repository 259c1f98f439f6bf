namespace Common.Exceptions;

/// <summary>Says what is wrong with one field of a request. Goes to the caller. Immutable.</summary>
/// <param name="Pointer">Where: a JSON pointer (RFC 6901) into the request's body, such as <c>/items/0/sku</c>; empty for the whole body.</param>
/// <param name="Code">Which rule: dotted lower case, such as <c>required</c>.</param>
/// <param name="Message">One sentence for the caller.</param>
public sealed record FieldError(string Pointer, string Code, string Message);
