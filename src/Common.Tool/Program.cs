using Common.Tool.Shell;

return await ToolHost.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
