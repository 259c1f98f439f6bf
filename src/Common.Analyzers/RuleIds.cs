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
    public const string RemovedTooEarly = "CMN0006";
    public const string RemovalOverdue = "CMN0007";
    public const string WrongSince = "CMN0008";
    public const string Replacement = "CMN0009";
    public const string ChangelogEntry = "CMN0010";
    public const string ObsoleteAttribute = "CMN0011";
    public const string InvalidRecord = "CMN0012";

    // Life cycle, for who uses a library.
    public const string DeprecatedUse = "CMN1001";
    public const string LastReleaseUse = "CMN1002";
    public const string TargetReleaseUse = "CMN1003";
    public const string RemovedUse = "CMN1004";
    public const string CompiledUse = "CMN1005";
    public const string MixedVersions = "CMN1006";
    public const string OldCompiler = "CMN1007"; // reported by the build: no analyzer would be loaded

    // Configuration.
    public const string ConfigSectionClass = "CMN2001";
    public const string ConfigOptionType = "CMN2002";
    public const string ConfigDefault = "CMN2003";
    public const string DuplicateConfigKey = "CMN2004";
    public const string ConfigOptionRule = "CMN2005";
    public const string UnknownConfigKey = "CMN2011";
    public const string DeprecatedConfigKey = "CMN2012";
    public const string ConfigValueType = "CMN2013";
    public const string ConfigValueRule = "CMN2014";

    // Logging.
    public const string DirectLogCall = "CMN3001";
    public const string RawLoggerMessage = "CMN3002";
    public const string InterpolatedMessage = "CMN3003";
    public const string EventMethod = "CMN3010";
    public const string DuplicateEventId = "CMN3011";
    public const string DuplicateEventName = "CMN3012";
    public const string EventIdRange = "CMN3013";
    public const string EventName = "CMN3014";
    public const string EventSummary = "CMN3015";
    public const string SecondEventException = "CMN3016";
    public const string SecretInEvent = "CMN3017";
    public const string SecretNameInEvent = "CMN3018";
    public const string RequestIdAsText = "CMN3019";
    public const string EventFieldType = "CMN3020";
    public const string EventFieldName = "CMN3021";
    public const string EventKind = "CMN3022";
    public const string ServiceEventClash = "CMN3023";

    // Time.
    public const string AmbientClock = "CMN4001";
    public const string LocalTime = "CMN4002";
    public const string ThreadSleep = "CMN4003";
    public const string StopwatchTimeout = "CMN4004";
    public const string DateTimeInApi = "CMN4005";
    public const string BareDuration = "CMN4006";

    // Context.
    public const string SuppressedFlow = "CMN5001";
    public const string AsyncVoid = "CMN5002";
    public const string ForgottenTask = "CMN5003";
    public const string OwnHttpClient = "CMN5004";

    // Errors.
    public const string BareException = "CMN6001";
    public const string SwallowedException = "CMN6002";
    public const string ThrowCaught = "CMN6003";
    public const string MessageToCaller = "CMN6004";
    public const string UndeclaredErrorCode = "CMN6005";
    public const string LoggedAndRethrown = "CMN6006";
    public const string ErrorMethod = "CMN6010";
    public const string DuplicateErrorCode = "CMN6011";
    public const string ErrorCodeForm = "CMN6012";
    public const string ErrorMessage = "CMN6013";
    public const string ErrorMessageField = "CMN6014";
    public const string ErrorKind = "CMN6015";
    public const string SecondErrorPart = "CMN6016";
    public const string SecretInError = "CMN6017";
    public const string ErrorField = "CMN6018";

    // Incubator.
    public const string EditedCopy = "CMN7001";
    public const string BehindCopy = "CMN7002";
    public const string IncompleteCopy = "CMN7003";
    public const string ApiAhead = "CMN7004";
    public const string GraduatedModule = "CMN7005";
    public const string CopyBesidePackage = "CMN7006";

    /// <summary>The address of a rule's page.</summary>
    public static string HelpLink(string id) => Pages + id + ".md";
}
