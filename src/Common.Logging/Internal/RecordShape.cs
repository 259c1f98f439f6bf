using System.Text;

namespace Common.Logging.Internal;

/// <summary>What all records of a provider have in common.</summary>
internal sealed class RecordShape
{
    private readonly bool _hasColors;

    public RecordShape(bool isJson, bool hasColors, ServiceIdentity identity)
    {
        IsJson = isJson;
        _hasColors = hasColors && !isJson;
        Resource = isJson
            ? JsonResource(identity)
            : $"{EscapedText.Value(identity.Service)}[{EscapedText.Value(identity.Instance)}]";
    }

    public bool IsJson { get; }

    /// <summary>In JSON the member with the resource; in text the service and its instance.</summary>
    public string Resource { get; }

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
