namespace Common.Analyzers.Lifecycle.Record;

/// <summary>A reviewed exception from the policy, with its reason: a line of <c>exceptions.txt</c> beside the releases.</summary>
/// <remarks><c>revoked⇥api⇥N.C.Old() -> void⇥2.0⇥why</c> or <c>security-removal⇥…</c>.</remarks>
/// <param name="Kind"><c>revoked</c> or <c>security-removal</c>.</param>
/// <param name="Surface">The surface of the item.</param>
/// <param name="Name">Its name.</param>
/// <param name="In">The release that does it.</param>
/// <param name="Reason">Why.</param>
internal sealed record RecordException(
    string Kind,
    string Surface,
    string Name,
    Release In,
    string Reason
)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "exceptions.txt";

    /// <summary>What its copy in a package ends with; before it stands the name of the package's assembly.</summary>
    public const string CarriedEnd = "." + FileName;

    /// <summary>A deprecation that is taken back.</summary>
    public const string Revoked = "revoked";

    /// <summary>A removal that comes early, since the thing can't be made safe.</summary>
    public const string SecurityRemoval = "security-removal";

    /// <summary>Reads the file.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="error">Takes the number of a wrong line, from 0, and what is wrong with it.</param>
    public static IReadOnlyList<RecordException> Read(
        IReadOnlyList<string> lines,
        Action<int, string> error
    )
    {
        var result = new List<RecordException>();
        for (var i = 0; i < lines.Count; i++)
        {
            var parts = lines[i].Split('\t');
            if (lines[i].Length == 0 || lines[i][0] == '#')
            {
                continue;
            }

            if (
                parts is [Revoked or SecurityRemoval, _, _, _, var reason]
                && !string.IsNullOrWhiteSpace(reason)
                && Release.TryParse(parts[3]) is { } release
            )
            {
                result.Add(new RecordException(parts[0], parts[1], parts[2], release, reason));
            }
            else
            {
                error(
                    i,
                    RecordFile.IsConflict(lines[i])
                        ? "a merge conflict is not resolved"
                        : "a line must be 'revoked' or 'security-removal', surface, name, release and reason with tabs between"
                );
            }
        }

        return result;
    }
}
