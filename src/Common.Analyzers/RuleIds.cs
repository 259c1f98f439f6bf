namespace Common.Analyzers;

/// <summary>The IDs of all rules. They are literal, and one is never used again for anything else.</summary>
internal static class RuleIds
{
    /// <summary>Where the rules' pages are. Whoever publishes the library under a name of their own changes this line.</summary>
    private const string Pages = "https://common.example/docs/rules/";

    // Life cycle, for the author of a library.
    public const string UndeclaredApi = "CMN0001";
    public const string GoneApi = "CMN0002";
    public const string DuplicateApi = "CMN0003";
    public const string InvalidApiFile = "CMN0004";
    public const string ApiNullability = "CMN0005";

    // Life cycle, for who uses a library.
    public const string DeprecatedUse = "CMN1001";

    // Time.
    public const string AmbientClock = "CMN4001";

    /// <summary>The address of a rule's page.</summary>
    public static string HelpLink(string id) => Pages + id + ".md";
}
