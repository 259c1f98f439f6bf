namespace Common.Config.Internal.Sources;

/// <summary>Reads files that hold one value each.</summary>
internal static class SecretFile
{
    /// <summary>Gives the text of a file without one newline at its end, which editors and <c>echo</c> put there.</summary>
    public static string Read(string path)
    {
        var text = File.ReadAllText(path);
        return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2]
            : text.EndsWith('\n') ? text[..^1]
            : text;
    }
}
