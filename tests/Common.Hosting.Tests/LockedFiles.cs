using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Common.Hosting.Tests;

/// <summary>A folder whose files are there and may not be opened.</summary>
internal sealed class LockedFiles : IFileProvider, IFileInfo
{
    public bool Exists => true;

    public long Length => 1;

    public string? PhysicalPath => null;

    public string Name => "appsettings.json";

    public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

    public bool IsDirectory => false;

    public Stream CreateReadStream() =>
        throw new UnauthorizedAccessException(
            "Access to the path '/app/appsettings.json' is denied."
        );

    public IFileInfo GetFileInfo(string subpath) => this;

    public IDirectoryContents GetDirectoryContents(string subpath) =>
        NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
