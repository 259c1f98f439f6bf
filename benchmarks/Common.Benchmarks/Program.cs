using Common.Benchmarks.Runner;

return Session.Run(args, Console.Out, Console.Error);
