using static TraceContextChecks.Case;

namespace TraceContextChecks;

internal static partial class Cases
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789_-*/";

    /// <summary>Visible ASCII and spaces without comma and equals sign.</summary>
    private static readonly string Visible = string.Concat(
        Enumerable.Range(0x20, 0x5F).Select(c => (char)c).Where(c => c is not (',' or '='))
    );

    private static readonly string LongKey = new('z', 256);
    private static readonly string LongVendor = new string('t', 241) + '@' + new string('v', 14);

    public static IReadOnlyList<Case> TraceState { get; } =
    [
        new(
            "a tracestate without a traceparent",
            ["tracestate: foo=1,bar=2"],
            s => s.State.Length == 0 ? null : $"the state {string.Join(',', s.State)}"
        ),
        Inherited("two members", ["foo=1,bar=2"], "foo=1", "bar=2"),
        Inherited("a state with a space before it", [" foo=1"], "foo=1"),
        Inherited("a state with a tab before it", ["\tfoo=1"], "foo=1"),
        Inherited("a state with a space after it", ["foo=1 "], "foo=1"),
        Inherited("a state with a tab after it", ["foo=1\t"], "foo=1"),
        Inherited("a state with white space around it", ["\t foo=1 \t"], "foo=1"),
        Inherited(
            "white space around members",
            ["foo=1 \t , \t bar=2, \t baz=3"],
            "foo=1",
            "bar=2",
            "baz=3"
        ),
        Inherited(
            "more white space around members",
            ["foo=1\t \t,\t \tbar=2,\t \tbaz=3"],
            "foo=1",
            "bar=2",
            "baz=3"
        ),
        Named("a state's name in mixed case", "TrAcEsTaTe: foo=1", "foo=1"),
        Named("a state's name in upper case", "TRACESTATE: foo=1", "foo=1"),
        Named("a state's name with a dash", "trace-state: foo=1"),
        Named("a state's name with a dot", "trace.state: foo=1"),
        Inherited("an empty line after the state", ["foo=1", ""], "foo=1"),
        Inherited("an empty line before the state", ["", "foo=1"], "foo=1"),
        Inherited("no state but an empty line", [""]),
        Inherited(
            "three lines of members",
            ["foo=1,bar=2", "rojo=1,congo=2", "baz=3"],
            "foo=1",
            "bar=2",
            "rojo=1",
            "congo=2",
            "baz=3"
        ),
        Inherited("a member twice", ["foo=1,foo=1"], "foo=1"),
        Inherited("a key with two values", ["foo=1,foo=2"], "foo=1"),
        Inherited("a member in two lines", ["foo=1", "foo=1"], "foo=1"),
        Inherited("a key with two values in two lines", ["foo=1", "foo=2"], "foo=1"),
        Inherited("every character", [$"{Letters}={Visible}"], $"{Letters}={Visible}"),
        Inherited(
            "every character and a vendor",
            [$"{Letters}@a-z0-9_-*/={Visible}"],
            $"{Letters}@a-z0-9_-*/={Visible}"
        ),
        Discarded("a space in a key", "foo =1"),
        Discarded("a key in upper case", "FOO=1"),
        Discarded("a point in a key", "foo.bar=1"),
        Inherited("a key that ends with an at sign", ["foo@=1,bar=2"], "foo@=1", "bar=2"),
        Discarded("a key that begins with an at sign", "@foo=1,bar=2"),
        Inherited("two at signs together", ["foo@@bar=1,bar=2"], "foo@@bar=1", "bar=2"),
        Inherited("two at signs", ["foo@bar@baz=1,bar=2"], "foo@bar@baz=1", "bar=2"),
        Inherited("32 members", Lines(32), Members(32)),
        Discarded("33 members", Lines(33)),
        Inherited("a key of 256", ["foo=1", $"{LongKey}=1"], "foo=1", $"{LongKey}=1"),
        Discarded("a key of 257", "foo=1", $"z{LongKey}=1"),
        Inherited("a long vendor", ["foo=1", $"{LongVendor}=1"], "foo=1", $"{LongVendor}=1"),
        Inherited(
            "a long tenant",
            ["foo=1", $"{LongKey[..242]}@v=1"],
            "foo=1",
            $"{LongKey[..242]}@v=1"
        ),
        Inherited(
            "a vendor of fifteen",
            ["foo=1", "t@vvvvvvvvvvvvvvv=1"],
            "foo=1",
            "t@vvvvvvvvvvvvvvv=1"
        ),
        Discarded("an equals sign in a value", "foo=bar=baz"),
        Discarded("an empty value", "foo=,bar=3"),
    ];

    private static Case Named(string name, string line, params string[] members) =>
        new(
            name,
            [Unsampled, line],
            s => s.State.SequenceEqual(members) ? null : $"the state {string.Join(',', s.State)}"
        );

    private static string[] Members(int count) =>
        [.. Enumerable.Range(1, count).Select(i => $"bar{i:00}={i:00}")];

    /// <summary>The members in lines of ten.</summary>
    private static string[] Lines(int count) =>
        [.. Members(count).Chunk(10).Select(c => string.Join(',', c))];
}
