using System.Buffers.Binary;
using Common.Context;

namespace Common.Testing;

/// <summary>Makes request contexts whose IDs a test knows beforehand.</summary>
/// <remarks>
/// The same number gives the same IDs in every run. The local and the global ID of one request differ, so that a test sees when code
/// takes one for the other.
/// </remarks>
/// <example><code>using (TestRequest.Numbered(1, user: "alice", tenant: "/acme/eu").Enter()) { await service.PlaceAsync(order); }</code></example>
public static class TestRequest
{
    private const ulong Local = 0x10CA1;
    private const ulong Global = 0x610BA1;

    /// <summary>The context of a request.</summary>
    /// <param name="number">Tells the requests of one test apart. At least 1.</param>
    /// <param name="user">The user, or <see langword="null"/>, the default.</param>
    /// <param name="tenant">The tenant's path, such as <c>/acme/eu</c>, or <see langword="null"/>, the default.</param>
    /// <param name="roles">The user's roles; none by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is less than 1.</exception>
    /// <exception cref="FormatException"><paramref name="tenant"/> is not a tenant's path.</exception>
    public static RequestContext Numbered(
        int number,
        string? user = null,
        string? tenant = null,
        params ReadOnlySpan<string> roles
    ) =>
        new(LocalId(number), GlobalId(number))
        {
            User = user,
            Tenant = tenant is null ? TenantPath.None : TenantPath.Parse(tenant),
            Roles = [.. roles],
        };

    /// <summary>The local ID of a numbered request.</summary>
    /// <param name="number">The request's number. At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is less than 1.</exception>
    public static RequestId LocalId(int number) => Id(Local, number);

    /// <summary>The global ID of a numbered request.</summary>
    /// <param name="number">The request's number. At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is less than 1.</exception>
    public static RequestId GlobalId(int number) => Id(Global, number);

    private static RequestId Id(ulong kind, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, kind);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (ulong)number);
        return RequestId.FromBytes(bytes);
    }
}
