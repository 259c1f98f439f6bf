namespace Tour.Stage;

/// <summary>Everything that the scenes play with; disposing it leaves no process and no file behind.</summary>
internal sealed class Theatre : IAsyncDisposable
{
    private readonly List<ServiceProcess> _started = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("common-tour-");

    /// <summary>Orders, once it is started.</summary>
    public ServiceProcess Orders => Latest("orders");

    /// <summary>Inventory, once it is started.</summary>
    public ServiceProcess Inventory => Latest("inventory");

    /// <summary>The client of the scenes; it speaks to Orders.</summary>
    public Client Client =>
        _client ?? throw new InvalidOperationException("Orders is not started yet.");

    /// <summary>Where Inventory keeps its database.</summary>
    public string InventoryDatabase => Path.Combine(FolderOf("inventory"), "data", "inventory.db");

    private Client? _client;
    private Uri? _inventoryAddress;

    /// <summary>Starts Inventory on a free port, and Orders with the address of Inventory.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await StartInventoryAsync(cancellationToken);
        var folder = FolderOf("orders");
        CopySettings(BuiltServices.Orders, folder);
        var orders = Start(
            "orders",
            BuiltServices.Orders,
            folder,
            "--urls",
            "http://127.0.0.1:0",
            "--Orders:Inventory:Address",
            _inventoryAddress!.ToString()
        );
        _client = new Client(await orders.ListeningAsync(cancellationToken));
    }

    /// <summary>Starts Inventory; a second time on the port that it had before, since Orders knows that one.</summary>
    public async Task StartInventoryAsync(CancellationToken cancellationToken)
    {
        var folder = FolderOf("inventory");
        CopySettings(BuiltServices.Inventory, folder);
        var inventory = Start(
            "inventory",
            BuiltServices.Inventory,
            folder,
            "--urls",
            _inventoryAddress?.ToString() ?? "http://127.0.0.1:0"
        );
        _inventoryAddress = await inventory.ListeningAsync(cancellationToken);
    }

    /// <summary>Starts one more process of a service, whose end the theatre sees to.</summary>
    public ServiceProcess Start(
        string name,
        string assembly,
        string folder,
        params ReadOnlySpan<string> arguments
    )
    {
        var process = ServiceProcess.Start(name, assembly, folder, arguments);
        _started.Add(process);
        return process;
    }

    /// <summary>The folder that a service runs in; it is made when first asked for.</summary>
    public string FolderOf(string service) => _folder.CreateSubdirectory(service).FullName;

    /// <summary>Gives a service its settings as they were built.</summary>
    public static void CopySettings(string assembly, string folder) =>
        File.Copy(
            Path.Combine(Path.GetDirectoryName(assembly)!, "appsettings.json"),
            Path.Combine(folder, "appsettings.json"),
            overwrite: true
        );

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        foreach (var process in _started)
        {
            await process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private ServiceProcess Latest(string name) =>
        _started.FindLast(p => p.Name == name)
        ?? throw new InvalidOperationException($"{name} is not started yet.");
}
