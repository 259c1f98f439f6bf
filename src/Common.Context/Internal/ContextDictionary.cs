using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Common.Time;
using Microsoft.Extensions.Primitives;

namespace Common.Context.Internal;

/// <summary>A context as texts under the names that log records use.</summary>
internal static class ContextDictionary
{
    private const string RequestIdKey = "request_id";
    private const string GlobalRequestIdKey = "global_request_id";
    private const string TraceIdKey = "trace_id";
    private const string SpanIdKey = "span_id";
    private const string TraceFlagsKey = "trace_flags";
    private const string TraceStateKey = "trace_state";
    private const string OfferedTraceIdKey = "offered_trace_id";
    private const string UserKey = "user";
    private const string DomainKey = "domain";
    private const string TenantKey = "tenant";
    private const string RolesKey = "roles";
    private const string OnBehalfOfKey = "on_behalf_of";
    private const string ReadOnlyKey = "read_only";
    private const string VerboseKey = "verbose";
    private const string DeadlineKey = "deadline_remaining_ms";
    private const string BaggageKey = "baggage";
    private const string True = "true";

    public static Dictionary<string, string> Write(RequestContext context)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [RequestIdKey] = context.RequestId.ToString(),
            [GlobalRequestIdKey] = context.GlobalRequestId.ToString(),
        };
        Add(values, TraceIdKey, context.TraceId == default ? null : context.TraceId.ToHexString());
        Add(values, SpanIdKey, context.SpanId == default ? null : context.SpanId.ToHexString());
        Add(
            values,
            TraceFlagsKey,
            context.TraceFlags == default
                ? null
                : ((int)context.TraceFlags).ToString("x2", CultureInfo.InvariantCulture)
        );
        Add(values, TraceStateKey, context.TraceState);
        Add(
            values,
            OfferedTraceIdKey,
            context.OfferedTraceId == default ? null : context.OfferedTraceId.ToHexString()
        );
        Add(values, UserKey, context.User);
        Add(values, DomainKey, context.Domain);
        Add(values, TenantKey, context.Tenant.IsNone ? null : context.Tenant.ToString());
        Add(values, RolesKey, RoleList.Encode(context.Roles));
        Add(values, OnBehalfOfKey, context.OnBehalfOf);
        Add(values, ReadOnlyKey, context.IsReadOnly ? True : null);
        Add(values, VerboseKey, context.IsVerbose ? True : null);
        Add(values, BaggageKey, context.Baggage.IsEmpty ? null : context.Baggage.ToString());
        Span<char> deadline = stackalloc char[Deadline.MaxLength];
        if (context.Deadline.TryFormat(deadline, out var length))
        {
            values[DeadlineKey] = deadline[..length].ToString();
        }

        return values;
    }

    public static RequestContext Read(IReadOnlyDictionary<string, string> values, TimeProvider time)
    {
        List<string> wrong = [];
        var id = RequestId.None;
        var globalId = RequestId.None;
        Check(
            wrong,
            RequestIdKey,
            RequestId.TryParse(values.GetValueOrDefault(RequestIdKey), out id)
        );
        Check(
            wrong,
            GlobalRequestIdKey,
            RequestId.TryParse(values.GetValueOrDefault(GlobalRequestIdKey), out globalId)
        );
        var traceId = ReadId(values, wrong, TraceIdKey, 32);
        var spanId = ReadId(values, wrong, SpanIdKey, 16);
        var offered = ReadId(values, wrong, OfferedTraceIdKey, 32);
        var flags = 0;
        string? traceState = null;
        var tenant = TenantPath.None;
        var roles = RoleList.None;
        var deadline = Deadline.None;
        Baggage? baggage = null;
        if (TryFind(values, TraceFlagsKey, out var text))
        {
            Check(wrong, TraceFlagsKey, text.Length == 2 && TraceText.TryReadByte(text, out flags));
        }

        if (TryFind(values, TraceStateKey, out text))
        {
            Check(
                wrong,
                TraceStateKey,
                TraceStateText.TryRead(new StringValues(text), out traceState)
            );
        }

        if (TryFind(values, TenantKey, out text))
        {
            Check(wrong, TenantKey, TenantPath.TryParse(text, out tenant));
        }

        if (TryFind(values, RolesKey, out text))
        {
            Check(wrong, RolesKey, RoleList.TryDecode(text, out roles));
        }

        if (TryFind(values, DeadlineKey, out text))
        {
            Check(wrong, DeadlineKey, Deadline.TryParse(text, time, out deadline));
        }

        if (TryFind(values, BaggageKey, out text))
        {
            Check(wrong, BaggageKey, Baggage.TryParse(text, out baggage));
        }

        foreach (var key in (ReadOnlySpan<string>)[UserKey, DomainKey, OnBehalfOfKey])
        {
            Check(wrong, key, NameRules.IsName(values.GetValueOrDefault(key) ?? ""));
        }

        var isReadOnly = ReadSwitch(values, wrong, ReadOnlyKey);
        var isVerbose = ReadSwitch(values, wrong, VerboseKey);
        if (wrong.Count != 0)
        {
            throw new FormatException(
                $"This is not a context: missing or ill-formed are {string.Join(", ", wrong)}."
            );
        }

        return new RequestContext(id, globalId)
        {
            TraceId = traceId is null ? default : ActivityTraceId.CreateFromString(traceId),
            SpanId = spanId is null ? default : ActivitySpanId.CreateFromString(spanId),
            TraceFlags = (ActivityTraceFlags)flags,
            TraceState = traceState,
            OfferedTraceId = offered is null ? default : ActivityTraceId.CreateFromString(offered),
            User = values.GetValueOrDefault(UserKey),
            Domain = values.GetValueOrDefault(DomainKey),
            Tenant = tenant,
            Roles = roles,
            OnBehalfOf = values.GetValueOrDefault(OnBehalfOfKey),
            IsReadOnly = isReadOnly,
            IsVerbose = isVerbose,
            Deadline = deadline,
            Baggage = baggage ?? Baggage.Empty,
        };
    }

    /// <summary>Finds a text; a null, as JSON may have one, is none.</summary>
    private static bool TryFind(
        IReadOnlyDictionary<string, string> values,
        string key,
        [NotNullWhen(true)] out string? text
    ) => values.TryGetValue(key, out text) && text is not null;

    private static void Add(Dictionary<string, string> values, string key, string? value)
    {
        if (value is not null)
        {
            values[key] = value;
        }
    }

    private static void Check(List<string> wrong, string key, bool isRight)
    {
        if (!isRight)
        {
            wrong.Add(key);
        }
    }

    private static string? ReadId(
        IReadOnlyDictionary<string, string> values,
        List<string> wrong,
        string key,
        int length
    )
    {
        if (!TryFind(values, key, out var text))
        {
            return null;
        }

        Check(wrong, key, text.Length == length && TraceText.IsId(text));
        return text;
    }

    private static bool ReadSwitch(
        IReadOnlyDictionary<string, string> values,
        List<string> wrong,
        string key
    )
    {
        if (!TryFind(values, key, out var text))
        {
            return false;
        }

        Check(wrong, key, text is True or "false");
        return text == True;
    }
}
