using Common.Context.Internal;

namespace Common.Context;

public sealed partial record RequestContext
{
    /// <summary>Makes the context of a unit of work that no request began: a scheduled job, a round of a background service.</summary>
    /// <param name="deadline">Until when the work must be done; none, by default.</param>
    /// <returns>A context with a fresh ID and a trace; the trace is that of the platform's current activity if there is one.</returns>
    /// <example><code>using (RequestContext.StartNew().Enter()) { await CleanUpAsync(); }</code></example>
    public static RequestContext StartNew(Time.Deadline deadline = default)
    {
        return new RequestContext
        {
            Trace = NewTrace.Begin(default, NewTrace.CurrentActivity),
            Deadline = deadline,
        };
    }

    /// <summary>Gives the values that a policy of authorisation decides on.</summary>
    /// <returns>
    /// <c>user</c>, <c>domain</c>, <c>tenant</c>, <c>on_behalf_of</c> (empty where there is none), <c>roles</c> (with commas
    /// between them, percent-encoded) and <c>read_only</c> (<c>true</c> or <c>false</c>).
    /// </returns>
    public IReadOnlyDictionary<string, string> ToPolicyValues() =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["user"] = User ?? "",
            ["domain"] = Domain ?? "",
            ["tenant"] = Tenant.IsNone ? "" : Tenant.ToString(),
            ["on_behalf_of"] = OnBehalfOf ?? "",
            ["roles"] = RoleList.Encode(Roles) ?? "",
            ["read_only"] = IsReadOnly ? "true" : "false",
        };

    /// <summary>Gives all values as texts, for a job record or a message. It never holds a credential.</summary>
    /// <returns>Only what there is. The deadline is the remaining time at the moment of the call.</returns>
    public IReadOnlyDictionary<string, string> ToDictionary() => ContextDictionary.Write(this);

    /// <summary>Makes a context of the texts that <see cref="ToDictionary"/> gave. Whoever calls this trusts where they come from.</summary>
    /// <param name="values">The texts. Unknown keys are skipped, so that a newer version may write more.</param>
    /// <param name="timeProvider">Whose counter the deadline runs on; it begins to run at once.</param>
    /// <returns>The context; the request is the same, with storage of its own.</returns>
    /// <exception cref="FormatException">A value is ill-formed or an ID is missing; the message names every such key.</exception>
    public static RequestContext FromDictionary(
        IReadOnlyDictionary<string, string> values,
        TimeProvider timeProvider
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(timeProvider);
        return ContextDictionary.Read(values, timeProvider);
    }

    /// <summary>Gives the form for logs and debuggers, in which user, domain and roles are left out.</summary>
    /// <returns>Such as <c>req-… (global req-…, tenant /acme/eu)</c>.</returns>
    public override string ToString() => $"{RequestId} (global {GlobalRequestId}, tenant {Tenant})";
}
