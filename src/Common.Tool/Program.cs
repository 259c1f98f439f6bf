using Common.Tool.Shell;

return await ToolHost.RunAsync(args, StandardOutput.Open(), Console.Error).ConfigureAwait(false);
