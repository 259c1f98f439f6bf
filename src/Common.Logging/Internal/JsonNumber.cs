namespace Common.Logging.Internal;

/// <summary>The grammar of numbers of RFC 8259, section 6.</summary>
internal static class JsonNumber
{
    public static bool Is(ReadOnlySpan<char> text)
    {
        var i = text is ['-', ..] ? 1 : 0;
        var whole = Digits(text, i);
        if (whole == 0 || (whole > 1 && text[i] == '0'))
        {
            return false;
        }

        i += whole;
        if (i < text.Length && text[i] == '.')
        {
            var fraction = Digits(text, i + 1);
            if (fraction == 0)
            {
                return false;
            }

            i += fraction + 1;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
            {
                i++;
            }

            var exponent = Digits(text, i);
            if (exponent == 0)
            {
                return false;
            }

            i += exponent;
        }

        return i == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        var i = from;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i - from;
    }
}
