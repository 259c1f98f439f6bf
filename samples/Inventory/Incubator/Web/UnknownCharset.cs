#nullable enable
using System;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Inventory.Incubator.Web;

/// <summary>A body in an encoding that nobody knows: the platform's reader of JSON throws as for a defect of ours.</summary>
internal static class UnknownCharset
{
    /// <summary>Whether that is why an exception was thrown.</summary>
    public static bool Is(Exception thrown, HttpRequest request) =>
        thrown is InvalidOperationException { InnerException: ArgumentException }
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.Charset.HasValue
        && !IsKnown(HeaderUtilities.RemoveQuotes(type.Charset).ToString());

    private static bool IsKnown(string charset)
    {
        try
        {
            _ = Encoding.GetEncoding(charset);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
