using System.Collections.Immutable;

namespace Common.Context.Internal;

/// <summary>Roles as one header value.</summary>
internal static class RoleList
{
    private const int MaxRoles = 64;
    private const int MaxLength = 4096;

    public static ImmutableArray<string> None => [];

    public static string? Encode(ImmutableArray<string> roles) =>
        roles.IsEmpty ? null : string.Join(',', roles.Select(HeaderText.Encode));

    public static bool TryDecode(string text, out ImmutableArray<string> roles)
    {
        roles = [];
        if (text.Length is 0 or > MaxLength)
        {
            return false;
        }

        var parts = text.Split(',');
        if (parts.Length > MaxRoles)
        {
            return false;
        }

        var names = ImmutableArray.CreateBuilder<string>(parts.Length);
        foreach (var part in parts)
        {
            if (!HeaderText.TryDecode(part.Trim(' '), out var name))
            {
                return false;
            }

            names.Add(name);
        }

        roles = names.MoveToImmutable();
        return true;
    }
}
