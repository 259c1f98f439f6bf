using Common.Benchmarks.Logging;
using Common.Benchmarks.Runner;

return args is [FirstRecord.Argument, var logging, var path]
    ? FirstRecord.Run(logging, path)
    : Session.Run(args, Console.Out, Console.Error);
