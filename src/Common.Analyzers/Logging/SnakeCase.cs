using System.Text;

namespace Common.Analyzers.Logging;

/// <summary>Turns the names of parameters into the names of fields.</summary>
internal static class SnakeCase
{
    /// <summary><c>orderId</c> is <c>order_id</c>; <c>HTTPStatus</c> is <c>http_status</c>.</summary>
    public static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && i > 0 && name[i - 1] != '_')
            {
                var afterWord = !char.IsUpper(name[i - 1]);
                var beforeWord = i + 1 < name.Length && char.IsLower(name[i + 1]);
                if (afterWord || beforeWord)
                {
                    result.Append('_');
                }
            }

            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString().Trim('_');
    }

    /// <summary>Whether a text is a field's name: lower-case letters, digits and single underscores, from a letter.</summary>
    public static bool Is(string name)
    {
        if (name.Length == 0 || name[0] is < 'a' or > 'z' || name[name.Length - 1] == '_')
        {
            return false;
        }

        for (var i = 1; i < name.Length; i++)
        {
            if (
                name[i] is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
                || (name[i] == '_' && name[i - 1] == '_')
            )
            {
                return false;
            }
        }

        return true;
    }
}
