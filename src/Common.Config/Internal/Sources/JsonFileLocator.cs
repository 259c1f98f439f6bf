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
            using var stream = file.CreateReadStream();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return JsonPositions.Locate(file.PhysicalPath ?? path, memory.ToArray(), key);
        }
        catch (IOException)
        {
            return file.PhysicalPath ?? path;
        }
    }
}
