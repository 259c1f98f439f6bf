[assembly: AssemblyFixture(typeof(Common.Lifecycle.EndToEnd.Life))]

namespace Common.Lifecycle.EndToEnd;

/// <summary>The whole life of a small library: 1.0, 1.1 (deprecates), 2.0, 3.0 (removes), each released once, when first asked for.</summary>
public sealed class Life : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("common-life-");
    private readonly Lazy<Task<Library>> _first;
    private readonly Lazy<Task<Library>> _deprecates;
    private readonly Lazy<Task<Library>> _supports;
    private readonly Lazy<Task<Library>> _removes;

    /// <summary>Prepares a folder; builds nothing yet.</summary>
    public Life()
    {
        _first = new(FirstAsync);
        _deprecates = new(() => NextAsync(_first, LibrarySource.Deprecate, "2.0.0"));
        _supports = new(() => NextAsync(_deprecates, LibrarySource.Support, "3.0.0"));
        _removes = new(() => NextAsync(_supports, LibrarySource.Remove, "3.1.0"));
    }

    /// <summary>A copy of the library's repository as it was right after a release.</summary>
    internal async Task<Library> AfterAsync(string version) =>
        (await ReleasedAsync(version)).Copy(_root.FullName);

    /// <summary>A consumer with code of its own, on a release of the library.</summary>
    internal async Task<Consumer> ConsumerAsync(string version)
    {
        await ReleasedAsync(version);
        return await Consumer.CreateAsync(_root.FullName, version);
    }

    /// <summary>Removes everything that was built.</summary>
    public void Dispose()
    {
        // git makes its objects read-only, which keeps some systems from deleting them.
        foreach (var file in _root.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _root.Delete(recursive: true);
    }

    private Task<Library> ReleasedAsync(string version) =>
        version switch
        {
            "1.0.0" => _first.Value,
            "1.1.0" => _deprecates.Value,
            "2.0.0" => _supports.Value,
            "3.0.0" => _removes.Value,
            _ => throw new ArgumentOutOfRangeException(
                nameof(version),
                version,
                "No such release."
            ),
        };

    private async Task<Library> FirstAsync()
    {
        await Feed.PackAsync(_root.FullName);
        var library = await Library.CreateAsync(_root.FullName);
        await library.ReleaseAsync("1.1.0");
        return library;
    }

    private async Task<Library> NextAsync(
        Lazy<Task<Library>> before,
        Action<Library> change,
        string next
    )
    {
        var library = (await before.Value).Copy(_root.FullName);
        change(library);
        await library.RestoreAsync();
        await library.ReleaseAsync(next);
        return library;
    }
}
