using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Tests.Events;

/// <summary>A compiled service that declares two events.</summary>
internal static class CompiledCatalogue
{
    private const string Source = """
        [assembly: Common.Abstractions.CatalogueEntry("event", "{\"id\":1042,\"name\":\"order.completed\",\"kind\":\"Completed\",\"level\":\"Information\",\"summary\":\"Order completed\",\"fields\":[{\"name\":\"order_id\",\"type\":\"integer\"}],\"exception\":true}")]
        [assembly: Common.Abstractions.CatalogueEntry("event", "{\"id\":7,\"name\":\"a.b\",\"kind\":\"Audit\",\"level\":\"Information\",\"summary\":\"A | b\",\"fields\":[],\"exception\":false,\"deprecated\":{\"since\":\"1.2\",\"replacement\":\"a.c\",\"reason\":null}}")]
        [assembly: Common.Abstractions.CatalogueEntry("event", "{\"id\":9,\"name\":\"a.d\",\"kind\":\"Audit\",\"level\":\"Information\",\"summary\":\"A \\\\| <b>\",\"fields\":[],\"exception\":false,\"deprecated\":{\"since\":\"1.2\",\"replacement\":null,\"reason\":\"Never seen\"}}")]
        [assembly: Common.Abstractions.CatalogueEntry("config", "{}")]
        """;

    public static TemporaryFolder Write()
    {
        var folder = new TemporaryFolder();
        const string attribute =
            "namespace Common.Abstractions { [System.AttributeUsage(System.AttributeTargets.Assembly, AllowMultiple = true)] public sealed class CatalogueEntryAttribute : System.Attribute { public CatalogueEntryAttribute(string surface, string json) { } } }";
        var core = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        var abstractions = CSharpCompilation.Create(
            "Common.Abstractions",
            [CSharpSyntaxTree.ParseText(attribute)],
            [core],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        var orders = CSharpCompilation.Create(
            "Orders",
            [CSharpSyntaxTree.ParseText(Source)],
            [core, abstractions.ToMetadataReference()],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        Assert.True(orders.Emit(folder.File("Orders.dll")).Success);
        return folder;
    }
}
