namespace Common.Context.Internal;

/// <summary>The header values of a context that are the same for every call; made once for each context.</summary>
internal sealed class WireForm(RequestContext context)
{
    public string RequestId { get; } = context.RequestId.ToString();

    public string GlobalRequestId { get; } = context.GlobalRequestId.ToString();

    public string? User { get; } = Encode(context.User);

    public string? Domain { get; } = Encode(context.Domain);

    public string? Tenant { get; } = context.Tenant.IsNone ? null : context.Tenant.ToString();

    public string? Roles { get; } = RoleList.Encode(context.Roles);

    public string? OnBehalfOf { get; } = Encode(context.OnBehalfOf);

    public string? Baggage { get; } = context.Baggage.IsEmpty ? null : context.Baggage.ToString();

    public static WireForm Of(RequestContext context) =>
        context.GetOrAddView(static c => new WireForm(c));

    private static string? Encode(string? name) => name is null ? null : HeaderText.Encode(name);
}
