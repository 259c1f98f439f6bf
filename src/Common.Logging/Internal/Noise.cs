namespace Common.Logging.Internal;

/// <summary>Categories of the platform whose Information is known to be noise beside the one record of a request.</summary>
internal static class Noise
{
    private static readonly string[] Categories =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Routing.",
        "Microsoft.AspNetCore.Mvc.",
        "Microsoft.AspNetCore.Http.Result",
        "Microsoft.AspNetCore.StaticFiles.",
        "Microsoft.AspNetCore.Cors.",
        "Microsoft.AspNetCore.Authentication.",
        "Microsoft.AspNetCore.Authorization.",
        "Microsoft.AspNetCore.HttpLogging.",
        "Microsoft.AspNetCore.Antiforgery.",
        "Microsoft.EntityFrameworkCore.Database.Command",
        "System.Net.Http.HttpClient.",
        "Polly",
    ];

    /// <summary>Whether a category's Information is written as Debug.</summary>
    public static bool Contains(string category)
    {
        foreach (var noise in Categories)
        {
            if (
                category.StartsWith(noise, StringComparison.Ordinal)
                && (
                    noise[^1] == '.'
                    || category.Length == noise.Length
                    || category[noise.Length] == '.'
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
