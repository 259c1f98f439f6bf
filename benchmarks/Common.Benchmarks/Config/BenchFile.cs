using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Common.Benchmarks.Config;

/// <summary>A folder with an appsettings.json that holds groups of a hundred options each.</summary>
internal sealed class BenchFile : IDisposable
{
    private readonly string _section;
    private readonly int _groups;
    private readonly SafeFileHandle _handle;
    private readonly int _place;
    private byte _first = (byte)'1';

    /// <summary>Writes the file.</summary>
    /// <param name="section">The section that the groups lie in.</param>
    /// <param name="groups">How many groups there are; 0 for the hundred options of one group in the section itself.</param>
    public BenchFile(string section, int groups)
    {
        _section = section;
        _groups = groups;
        Folder = Directory.CreateTempSubdirectory("common-bench-").FullName;
        File = System.IO.Path.Combine(Folder, "appsettings.json");
        var content = Content();
        System.IO.File.WriteAllBytes(File, content);
        _place = content.AsSpan().IndexOf("\"PoolSize\": 1"u8) + "\"PoolSize\": ".Length;
        _handle = System.IO.File.OpenHandle(
            File,
            FileMode.Open,
            FileAccess.Write,
            FileShare.ReadWrite
        );
    }

    public string Folder { get; }

    public string File { get; }

    /// <summary>The value of the first option.</summary>
    public int First => _first - '0';

    /// <summary>Changes the first option between 1 and 2, in place: one byte is written, so that next to nothing of it is measured.</summary>
    public void Change()
    {
        _first = _first == (byte)'1' ? (byte)'2' : (byte)'1';
        RandomAccess.Write(_handle, [_first], _place);
    }

    public void Dispose()
    {
        _handle.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private byte[] Content()
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions { Indented = true, NewLine = "\n" }
            )
        )
        {
            json.WriteStartObject();
            json.WriteStartObject(_section);
            for (var group = 0; group < _groups; group++)
            {
                json.WriteStartObject($"G{group}");
                Group(json);
                json.WriteEndObject();
            }

            if (_groups == 0)
            {
                Group(json);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Group(Utf8JsonWriter json)
    {
        for (var section = 0; section < 10; section++)
        {
            json.WriteStartObject($"S{section}");
            json.WriteNumber("PoolSize", section + 1);
            json.WriteBoolean("Enabled", value: true);
            json.WriteString("Name", "orders-and-inventory");
            json.WriteNumber("Ratio", 0.25);
            json.WriteNumber("Limit", 10_000_000_000);
            json.WriteNumber("Retries", 3);
            json.WriteString("Region", "eu-central-1");
            json.WriteBoolean("Verbose", value: false);
            json.WriteNumber("Depth", 7);
            json.WriteString("Mode", "fast");
            json.WriteEndObject();
        }
    }
}
