namespace Common.Logging.Internal;

/// <summary>Makes the sink that the options name.</summary>
internal static class Sinks
{
    private const int OutputDescriptor = 1;
    private const int ErrorDescriptor = 2;

    public static LogSink Create(LoggingOptions options, LogFileOptions file, TimeProvider time) =>
        options.Output switch
        {
            LogOutput.File => new FileSink(file, time),
            LogOutput.StandardError => Standard(ErrorDescriptor),
            _ => Standard(OutputDescriptor),
        };

    /// <summary>Whether the sink is a terminal that shows colours.</summary>
    public static bool HasColors(LoggingOptions options) =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && options.Output switch
        {
            LogOutput.StandardOutput => !Console.IsOutputRedirected,
            LogOutput.StandardError => !Console.IsErrorRedirected,
            _ => false,
        };

    /// <summary>Standard error, for what cannot be said in any other way.</summary>
    public static LogSink StandardError() => Standard(ErrorDescriptor);

    private static LogSink Standard(int descriptor) =>
        OperatingSystem.IsWindows()
            ? new StreamSink(
                descriptor == ErrorDescriptor
                    ? Console.OpenStandardError
                    : Console.OpenStandardOutput
            )
            : new DescriptorSink(descriptor);
}
