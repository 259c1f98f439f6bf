using System.Text;
using Common.Context;

namespace Common.Logging.Internal;

/// <summary>A request's context in both formats, made once for each context.</summary>
internal sealed class EncodedContext
{
    /// <summary>The longest text of one value; a longer one is cut.</summary>
    private const int LongestValue = 256;

    /// <summary>What is written without a request.</summary>
    public static readonly EncodedContext None = new();

    private static readonly Func<RequestContext, EncodedContext> Make = context => new(context);

    private EncodedContext()
    {
        Json = new Block(",\"attributes\":"u8);
        Text = new Block("[-]"u8);
        Length = Json.Length;
    }

    private EncodedContext(RequestContext context, int mostBytes = int.MaxValue)
    {
        var id = context.RequestId.ToString();
        var globalId = context.GlobalRequestId.ToString();
        var user = EscapedText.Cut(Cut(context.User), mostBytes);
        var tenant = context.Tenant.IsNone
            ? null
            : EscapedText.Cut(Cut(context.Tenant.ToString()), mostBytes);
        var json = new StringBuilder();
        json.Append(",\"request_id\":\"").Append(id);
        json.Append("\",\"global_request_id\":\"").Append(globalId).Append('"');
        if (context.TraceId != default)
        {
            json.Append(",\"trace_id\":\"").Append(context.TraceId.ToHexString()).Append('"');
        }

        if (context.SpanId != default)
        {
            json.Append(",\"span_id\":\"").Append(context.SpanId.ToHexString()).Append('"');
        }

        AppendMember(json, ",\"user\":", user);
        AppendMember(json, ",\"tenant\":", tenant);
        json.Append(",\"attributes\":");
        Json = new Block(Encoding.UTF8.GetBytes(json.ToString()));
        Text = new Block(
            Encoding.UTF8.GetBytes(
                $"[{id} {globalId} {EscapedText.Value(user)} {EscapedText.Value(tenant)}]"
            )
        );
        Length = Math.Max(Json.Length, Text.Length);
    }

    /// <summary>The members of the JSON object, each with a comma before it, and the name of the one that follows: the attributes.</summary>
    public Block Json { get; }

    /// <summary>The block of the text format, with its brackets.</summary>
    public Block Text { get; }

    /// <summary>How many bytes the longer of its forms takes.</summary>
    public int Length { get; }

    /// <summary>The encoded form of the current request's context.</summary>
    public static EncodedContext Current =>
        RequestContext.Current is { } context ? context.GetOrAddView(Make) : None;

    /// <summary>The same with its texts cut to so many bytes each. It is made anew for each record.</summary>
    public static EncodedContext CurrentCut(int mostBytes) =>
        RequestContext.Current is { } context ? new(context, mostBytes) : None;

    private static void AppendMember(StringBuilder json, string member, string? value)
    {
        if (value is not null)
        {
            json.Append(member).Append(EscapedText.Quoted(value));
        }
    }

    private static string? Cut(string? value) =>
        value is null || value.Length <= LongestValue ? value
        : char.IsHighSurrogate(value[LongestValue - 1]) ? value[..(LongestValue - 1)]
        : value[..LongestValue];
}
