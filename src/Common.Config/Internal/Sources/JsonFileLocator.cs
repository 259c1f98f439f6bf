using Microsoft.Extensions.Configuration.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Finds the line of a key in a file that the platform's own provider reads.</summary>
internal sealed class JsonFileLocator(JsonConfigurationProvider provider)
{
    public string Locate(string key)
    {
        var path = provider.Source.Path ?? "";
        if (provider.Source.FileProvider?.GetFileInfo(path) is not { Exists: true } file)
        {
            return path;
        }

        try
        {
            return JsonPositions.Locate(file.PhysicalPath ?? path, FileContent.Of(file), key);
        }
        catch (IOException)
        {
            return file.PhysicalPath ?? path;
        }
    }
}
