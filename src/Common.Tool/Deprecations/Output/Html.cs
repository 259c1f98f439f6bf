using System.Text.Encodings.Web;
using Common.Tool.Shell;

namespace Common.Tool.Deprecations.Output;

/// <summary>Makes text safe in a page.</summary>
internal static class Html
{
    /// <summary>The text as character data or as the value of an attribute in quotes; what could reorder or hide text is shown as an escape.</summary>
    public static string Encode(string text) => HtmlEncoder.Default.Encode(SafeText.Of(text));
}
