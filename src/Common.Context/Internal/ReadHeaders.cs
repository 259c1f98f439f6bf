using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Common.Context.Internal;

/// <summary>The names of the headers that are read.</summary>
internal static class ReadHeaders
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)ReadHeader.OriginalFor + 1;

    private const int None = -1;

    private static readonly string[] Names =
    [
        ContextHeaders.GlobalRequestId,
        ContextHeaders.RequestId,
        ContextHeaders.TraceParent,
        ContextHeaders.Deadline,
        ContextHeaders.TraceState,
        ContextHeaders.Verbose,
        ContextHeaders.Baggage,
        ContextHeaders.User,
        ContextHeaders.Domain,
        ContextHeaders.Tenant,
        ContextHeaders.Roles,
        ContextHeaders.OnBehalfOf,
        ContextHeaders.ReadOnly,
        "Forwarded",
        "X-Forwarded-For",
        "X-Original-For", // what a middleware makes of X-Forwarded-For
    ];

    /// <summary>The header of each hash, or <see cref="None"/>.</summary>
    private static readonly int[] ByHash = ArrangeByHash();

    /// <summary>The headers that say that somebody passed the request on.</summary>
    public static ReadOnlySpan<ReadHeader> OfForwarding =>
        [ReadHeader.Forwarded, ReadHeader.ForwardedFor, ReadHeader.OriginalFor];

    /// <summary>How many headers, from the first, are read of a peer.</summary>
    public static int CountOf(PeerTrust trust) =>
        trust >= PeerTrust.Identity ? (int)ReadHeader.ReadOnly + 1
        : trust >= PeerTrust.Ids ? (int)ReadHeader.Baggage + 1
        : (int)ReadHeader.Deadline + 1;

    /// <summary>Gives the name of a header.</summary>
    public static string NameOf(ReadHeader header) => Names[(int)header];

    /// <summary>Finds the header of a name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <param name="header">The header, if it is one of those that are read.</param>
    /// <returns>Whether it is.</returns>
    public static bool TryFind(string name, out ReadHeader header)
    {
        var index = ByHash[Hash(name)];
        header = (ReadHeader)index;
        return index != None && Is(name, Names[index]);
    }

    // Most names come in the case in which we write them, and that is the cheaper comparison.
    private static bool Is(string name, string known) =>
        IsSame(name, known) || string.Equals(name, known, StringComparison.OrdinalIgnoreCase);

    /// <summary>Compares the first and the last eight characters, which is all that the names of usual length have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSame(string name, string known)
    {
        const int Half = 8;
        if (name.Length != known.Length || name.Length is < Half or > 2 * Half)
        {
            return string.Equals(name, known, StringComparison.Ordinal);
        }

        ref var left = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(name.AsSpan()));
        ref var right = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(known.AsSpan()));
        var last = (nuint)(name.Length - Half);
        var difference =
            (Vector128.LoadUnsafe(ref left) ^ Vector128.LoadUnsafe(ref right))
            | (Vector128.LoadUnsafe(ref left, last) ^ Vector128.LoadUnsafe(ref right, last));
        return difference == Vector128<ushort>.Zero;
    }

    /// <summary>A number below 64 that is the same in any case, and another one for each of our names.</summary>
    private static int Hash(string name) =>
        name.Length < 4 ? 0 : ((name.Length * 5) ^ (name[3] & 0x1F)) & 63;

    private static int[] ArrangeByHash()
    {
        var indices = new int[64];
        Array.Fill(indices, None);
        for (var i = 0; i < Count; i++)
        {
            ref var index = ref indices[Hash(Names[i])];
            Debug.Assert(index == None, "two names have one hash");
            index = i;
        }

        return indices;
    }
}
