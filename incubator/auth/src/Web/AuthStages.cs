namespace Common.Incubator.Auth;

/// <summary>The stages of this module.</summary>
public static class AuthStages
{
    /// <summary>Verifies the token of a request and puts who it names into its context.</summary>
    public const string Auth = "auth";
}
