using System.Collections.Immutable;
using Common.Context.Internal;
using Common.Time;

namespace Common.Context;

/// <summary>Who asks for what is being done, under which IDs, and until when.</summary>
/// <remarks>
/// Immutable and thread-safe; <c>with</c> makes a child that belongs to the same request. Two contexts are equal if all their
/// values are. It never holds a token or another credential.
/// </remarks>
public sealed partial record RequestContext
{
    /// <summary>The ID that this service gave the request.</summary>
    /// <value>Never <see cref="RequestId.None"/>.</value>
    /// <exception cref="ArgumentException">The value is <see cref="RequestId.None"/>.</exception>
    public RequestId RequestId
    {
        get;
        init => field = value.IsNone ? throw NoId(nameof(value)) : value;
    }

    /// <summary>The ID of the request from edge to edge.</summary>
    /// <value>Never <see cref="RequestId.None"/>.</value>
    /// <exception cref="ArgumentException">The value is <see cref="RequestId.None"/>.</exception>
    public RequestId GlobalRequestId
    {
        get;
        init => field = value.IsNone ? throw NoId(nameof(value)) : value;
    }

    /// <summary>The user on whose behalf the work is done.</summary>
    /// <value>A name of the service's choice, or <see langword="null"/>, the default. Empty is read as <see langword="null"/>. At most 512 bytes of UTF-8.</value>
    /// <exception cref="ArgumentException">The value is longer.</exception>
    public string? User
    {
        get;
        init => field = NameRules.Check(value, nameof(value));
    }

    /// <summary>The domain that the user belongs to.</summary>
    /// <value>A name, or <see langword="null"/>, the default. Empty is read as <see langword="null"/>. At most 512 bytes of UTF-8.</value>
    /// <exception cref="ArgumentException">The value is longer.</exception>
    public string? Domain
    {
        get;
        init => field = NameRules.Check(value, nameof(value));
    }

    /// <summary>The tenant for which the work is done.</summary>
    /// <value><see cref="TenantPath.None"/>, by default.</value>
    public TenantPath Tenant { get; init; }

    /// <summary>The roles of the user.</summary>
    /// <value>Empty, by default; never the default value of the array. At most 64, none empty, of 512 bytes of UTF-8 each and 4,096 together.</value>
    /// <exception cref="ArgumentException">There are more, or one is empty or longer.</exception>
    public ImmutableArray<string> Roles
    {
        get;
        init => field = NameRules.Check(value, nameof(value));
    } = [];

    /// <summary>The service on whose behalf this service acts.</summary>
    /// <value>A name, or <see langword="null"/>, the default. Empty is read as <see langword="null"/>. At most 512 bytes of UTF-8.</value>
    /// <exception cref="ArgumentException">The value is longer.</exception>
    public string? OnBehalfOf
    {
        get;
        init => field = NameRules.Check(value, nameof(value));
    }

    /// <summary>Whether the request may only read.</summary>
    /// <value><see langword="false"/>, by default.</value>
    public bool IsReadOnly { get; init; }

    /// <summary>Until when the work must be done.</summary>
    /// <value><see cref="Deadline.None"/>, by default.</value>
    public Deadline Deadline { get; init; }

    /// <summary>Whether the request asks for details in the log.</summary>
    /// <value><see langword="false"/>, by default.</value>
    public bool IsVerbose
    {
        get => _verbose is not null;
        init => _verbose = value ? _verbose ?? new VerboseMark(Verbose) : null;
    }

    /// <summary>Values that travel with the trace.</summary>
    /// <value><see cref="Baggage.Empty"/>, by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public Baggage Baggage
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = Baggage.Empty;

    /// <summary>Makes the context of a request that begins here.</summary>
    /// <remarks>Its global ID is its local one.</remarks>
    public RequestContext()
        : this(RequestId.New()) { }

    /// <summary>Makes the context of a request that begins here, under a known ID.</summary>
    /// <param name="id">The local ID, which is also the global one.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is <see cref="RequestId.None"/>.</exception>
    public RequestContext(RequestId id)
        : this(id, id) { }

    /// <summary>Makes the context of a request that came from elsewhere.</summary>
    /// <param name="id">The local ID.</param>
    /// <param name="globalId">The ID from edge to edge.</param>
    /// <exception cref="ArgumentException">An ID is <see cref="RequestId.None"/>.</exception>
    public RequestContext(RequestId id, RequestId globalId)
    {
        RequestId = id;
        GlobalRequestId = globalId;
    }

    private static ArgumentException NoId(string parameter) =>
        new("A context needs a request ID; None is not one.", parameter);
}
