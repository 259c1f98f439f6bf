using System.Buffers;

namespace Common.Exceptions;

/// <summary>The form of an error's code: dotted lower case, such as <c>order.not_found</c>.</summary>
/// <remarks>
/// At least two parts, divided by dots; each begins with a letter and goes on with lower-case ASCII letters, digits and underscores.
/// All members are thread-safe.
/// </remarks>
public static class ErrorCode
{
    /// <summary>The greatest length of a code, in characters.</summary>
    public const int MaxLength = 100;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789_."
    );

    /// <summary>Says whether a text has the form of a code. Never throws.</summary>
    /// <param name="code">Any text.</param>
    /// <returns><see langword="true"/> if <paramref name="code"/> has the form of the type's remarks and at most <see cref="MaxLength"/> characters.</returns>
    public static bool IsValid(ReadOnlySpan<char> code)
    {
        if (code.Length > MaxLength || code.ContainsAnyExcept(Allowed))
        {
            return false;
        }

        var parts = 0;
        foreach (var part in code.Split('.'))
        {
            if (code[part] is not [>= 'a' and <= 'z', ..])
            {
                return false;
            }

            parts++;
        }

        return parts > 1;
    }
}
