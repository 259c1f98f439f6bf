using System.Text;
using Common.Exceptions;
using Xunit;

namespace Common.Incubator.Web.Tests;

/// <summary>Asserts on answers that tell an error.</summary>
internal static class Problem
{
    /// <summary>The answer is a problem document, it names the request, and nothing else tells of the failure.</summary>
    public static ProblemDocument Is(RawAnswer answer, int status, string code)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal(ProblemDocument.MediaType, answer.Headers["Content-Type"]);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.True(
            ProblemDocument.TryRead(Encoding.UTF8.GetBytes(answer.Body), out var document),
            answer.Body
        );
        Assert.Equal(code, document.Code);
        Assert.Equal(status, document.Status);
        Assert.Equal(answer.Headers["X-Request-ID"], document.RequestId.ToString());
        return document;
    }
}
