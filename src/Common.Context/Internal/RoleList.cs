using System.Collections.Immutable;

namespace Common.Context.Internal;

/// <summary>Roles as one header value.</summary>
internal static class RoleList
{
    private const int MaxLength = (3 * NameRules.MaxRoleBytes) + NameRules.MaxRoles;

    public static ImmutableArray<string> None => [];

    public static string? Encode(ImmutableArray<string> roles) =>
        roles.IsEmpty ? null : string.Join(',', roles.Select(HeaderText.Encode));

    public static bool TryDecode(string text, out ImmutableArray<string> roles)
    {
        roles = [];
        if (text.Length is 0 or > MaxLength || text.AsSpan().Count(',') >= NameRules.MaxRoles)
        {
            return false;
        }

        var parts = text.Split(',');

        var names = ImmutableArray.CreateBuilder<string>(parts.Length);
        foreach (var part in parts)
        {
            if (!HeaderText.TryDecode(part.Trim(' '), out var name))
            {
                return false;
            }

            names.Add(name);
        }

        var read = names.MoveToImmutable();
        if (!NameRules.AreRoles(read))
        {
            return false;
        }

        roles = read;
        return true;
    }
}
