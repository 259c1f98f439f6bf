using System.Text;

namespace Common.Logging.Internal;

/// <summary>What all records of a provider have in common.</summary>
internal sealed class RecordShape
{
    private readonly bool _hasColors;
    private readonly ServiceIdentity _identity;

    public RecordShape(bool isJson, bool hasColors, ServiceIdentity identity)
    {
        IsJson = isJson;
        _hasColors = hasColors && !isJson;
        _identity = identity;
        Resource = ResourceCut(int.MaxValue);
    }

    public bool IsJson { get; }

    /// <summary>In JSON the member with the resource; in text the service and its instance.</summary>
    public string Resource { get; }

    /// <summary>The resource with its texts cut to so many bytes each.</summary>
    public string ResourceCut(int mostBytes)
    {
        var identity = new ServiceIdentity(
            EscapedText.Cut(_identity.Service, mostBytes)!,
            EscapedText.Cut(_identity.Version, mostBytes),
            EscapedText.Cut(_identity.Instance, mostBytes)!,
            EscapedText.Cut(_identity.Host, mostBytes)!,
            EscapedText.Cut(_identity.Environment, mostBytes)
        );
        return IsJson
            ? JsonResource(identity)
            : $"{EscapedText.Value(identity.Service)}[{EscapedText.Value(identity.Instance)}]";
    }

    /// <summary>A level in its colour, on a terminal.</summary>
    public string Color(Severity severity, string level) =>
        _hasColors ? $"\e[{severity.Color}m{level}\e[0m" : level;

    private static string JsonResource(ServiceIdentity identity)
    {
        var json = new StringBuilder("\"resource\":{\"service\":");
        json.Append(EscapedText.Quoted(identity.Service));
        Append("version", identity.Version);
        Append("instance", identity.Instance);
        Append("host", identity.Host);
        Append("environment", identity.Environment);
        return json.Append('}').ToString();

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                json.Append(",\"").Append(name).Append("\":").Append(EscapedText.Quoted(value));
            }
        }
    }
}
