using System.Text;

namespace Common.Exceptions.Tests;

/// <summary>Documents that are written to cost as much as they can.</summary>
public sealed class HostileDocumentTests
{
    // Memory grows with the length of a document and with nothing else.
    private const int MostBytesForEach = 32;
    private const int MostBytesForAll = 64 * 1024;

    public static TheoryData<string, string> Documents
    {
        get
        {
            var table = new TheoryData<string, string>
            {
                { "deep arrays", "{\"a\":" + new string('[', 30_000) },
                { "deep objects", Repeat("{\"a\":", 12_000) },
                { "deep errors", "{\"errors\":" + new string('[', 15) + new string(']', 15) + "}" },
                { "a huge text", "{\"detail\":\"" + new string('x', 65_000) + "\"}" },
                { "escaped texts", "{\"detail\":\"" + Repeat("\\u0041", 10_000) + "\"}" },
                { "a huge name", "{\"" + new string('x', 65_000) + "\":1}" },
                { "a huge field", "{\"fields\":{\"" + new string('x', 65_000) + "\":1}}" },
                { "a huge number", "{\"fields\":{\"a\":" + new string('9', 65_000) + "}}" },
                { "a huge exponent", "{\"fields\":{\"a\":1e" + new string('9', 65_000) + "}}" },
                { "many members", "{" + Join(6_000, i => $"\"m{i}\":0") + "}" },
                { "many fields", "{\"fields\":{" + Join(6_000, i => $"\"f{i}\":0") + "}}" },
                { "many lists of fields", "{" + Join(3_500, _ => "\"fields\":{\"a\":1}") + "}" },
                { "one field often", "{\"fields\":{" + Join(10_000, _ => "\"a\":1") + "}}" },
                { "one member often", "{" + Join(5_000, i => $"\"title\":\"{i % 10}\"") + "}" },
                { "many errors", "{\"errors\":[" + Join(20_000, _ => "{}") + "]}" },
                { "many lists of errors", "{" + Join(4_500, _ => "\"errors\":[{}]") + "}" },
                {
                    "equal beginnings",
                    "{\"fields\":{" + Join(99, i => $"\"{new string('x', 600)}{i}\":0") + "}}"
                },
                { "wrong types", "{" + Join(400, _ => WrongTypes) + "}" },
            };
            return table;
        }
    }

    private const string WrongTypes =
        "\"type\":{},\"title\":[],\"status\":\"x\",\"detail\":1,\"instance\":true,\"kind\":{},\"code\":[1],\"request_id\":0,\"fields\":[],\"errors\":\"x\",\"retry_after\":{}";

    [Theory]
    [MemberData(nameof(Documents))]
    public void TryRead_costs_no_more_than_the_length_of_the_document(string what, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        Assert.True(body.Length <= ProblemDocument.MaxLength, $"{what}: {body.Length}");
        _ = ProblemDocument.TryRead(body, out _); // what is made once is made now

        var before = GC.GetAllocatedBytesForCurrentThread();
        var isRead = ProblemDocument.TryRead(body, out var document);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, MostBytesForAll + (MostBytesForEach * body.Length));
        if (isRead)
        {
            Assert.All(
                new[] { document!.Type, document.Title, document.Detail, document.Instance },
                part => Assert.InRange(part?.Length ?? 0, 0, ProblemDocument.MaxTextLength)
            );
            Assert.InRange(document.Fields.Count, 0, ProblemDocument.MaxItems);
            Assert.InRange(document.Errors.Count, 0, ProblemDocument.MaxItems);
            Assert.All(
                document.Fields,
                field => Assert.InRange(field.Name.Length, 0, ProblemDocument.MaxTextLength)
            );
            Assert.NotNull(document.ToException(404, isIdempotent: true));
        }
    }

    private static string Repeat(string text, int times) =>
        new StringBuilder().Insert(0, text, times).ToString();

    private static string Join(int count, Func<int, string> part) =>
        string.Join(',', Enumerable.Range(0, count).Select(part));
}
