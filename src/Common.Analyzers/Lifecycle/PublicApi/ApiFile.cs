using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>One of the two files that list a library's public API, in the format of Microsoft.CodeAnalysis.PublicApiAnalyzers.</summary>
internal sealed class ApiFile
{
    /// <summary>The name of the file of what releases shipped.</summary>
    public const string Shipped = "PublicAPI.Shipped.txt";

    /// <summary>The name of the file of what the next release will ship.</summary>
    public const string Unshipped = "PublicAPI.Unshipped.txt";

    /// <summary>The line that says that the file tells nullable reference types apart.</summary>
    public const string NullableEnable = "#nullable enable";

    /// <summary>What a line of the unshipped file begins with if it takes a shipped API away.</summary>
    public const string Removed = "*REMOVED*";

    private static readonly string[] ConflictMarkers = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

    private ApiFile(
        Location start,
        ImmutableArray<ApiLine> lines,
        ImmutableArray<ApiLine> removed,
        ImmutableArray<(Location, string)> errors,
        bool isNullable
    )
    {
        Start = start;
        Lines = lines;
        RemovedLines = removed;
        Errors = errors;
        IsNullable = isNullable;
    }

    /// <summary>The place of its first character.</summary>
    public Location Start { get; }

    /// <summary>The lines that list an API.</summary>
    public ImmutableArray<ApiLine> Lines { get; }

    /// <summary>The lines that take a shipped API away; their text is without the mark.</summary>
    public ImmutableArray<ApiLine> RemovedLines { get; }

    /// <summary>What is wrong with the file itself.</summary>
    public ImmutableArray<(Location Location, string Rule)> Errors { get; }

    /// <summary>Whether the file tells nullable reference types apart.</summary>
    public bool IsNullable { get; }

    /// <summary>Finds and reads the file, if the project has it.</summary>
    public static ApiFile? Read(
        ImmutableArray<AdditionalText> files,
        string name,
        CancellationToken cancellationToken
    )
    {
        foreach (var file in files)
        {
            if (Path.GetFileName(file.Path) == name && file.GetText(cancellationToken) is { } text)
            {
                return Parse(file.Path, text, isShipped: name == Shipped);
            }
        }

        return null;
    }

    private static ApiFile Parse(string path, SourceText text, bool isShipped)
    {
        var lines = ImmutableArray.CreateBuilder<ApiLine>(text.Lines.Count);
        var removed = ImmutableArray.CreateBuilder<ApiLine>();
        var errors = ImmutableArray.CreateBuilder<(Location, string)>();
        var isNullable = false;
        var isFirst = true;
        foreach (var line in text.Lines)
        {
            var content = line.ToString();
            if (string.IsNullOrWhiteSpace(content))
            {
                continue;
            }

            var api = new ApiLine(content, path, text, line.Span, isShipped);
            if (content == NullableEnable)
            {
                isNullable = true;
                if (!isFirst)
                {
                    errors.Add((api.Location, "'#nullable enable' must be the first line"));
                }
            }
            else if (content[0] == '\uFEFF')
            {
                errors.Add(
                    (api.Location, "a byte order mark may stand at the start of the file only")
                );
            }
            else if (ConflictMarkers.Any(m => content.StartsWith(m, StringComparison.Ordinal)))
            {
                errors.Add((api.Location, "a merge conflict is not resolved"));
            }
            else if (!content.StartsWith(Removed, StringComparison.Ordinal))
            {
                lines.Add(api);
            }
            else if (isShipped)
            {
                errors.Add((api.Location, $"'{Removed}' lines belong into {Unshipped}"));
            }
            else
            {
                removed.Add(api.Without(Removed.Length));
            }

            isFirst = false;
        }

        return new ApiFile(
            Location.Create(path, default, default),
            lines.ToImmutable(),
            removed.ToImmutable(),
            errors.ToImmutable(),
            isNullable
        );
    }
}
