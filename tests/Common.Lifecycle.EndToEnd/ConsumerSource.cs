namespace Common.Lifecycle.EndToEnd;

/// <summary>The consumer's own code, as it was written for 1.0.</summary>
internal static class ConsumerSource
{
    public const string Settings = "appsettings.json";
    public const string Checkout = "Checkout.cs";
    public const string Notes = "Notes.cs";

    /// <summary>The files on a release of the library.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files(string version) =>
        [
            (
                "Shop.csproj",
                $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <WarningsNotAsErrors>CMN1002;CMN1003;CMN2011;CMN2012</WarningsNotAsErrors>
                    <NuGetAudit>false</NuGetAudit>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Acme.Orders" Version="{version}" />
                    <Compile Remove="Notes.cs" Condition="'$(WithoutNotes)' == 'true'" />
                  </ItemGroup>
                </Project>
                """
            ),
            (Settings, """{ "Orders": { "Size": 5 } }"""),
            (
                Checkout,
                """
                using Acme.Orders;
                using Microsoft.Extensions.Logging;

                namespace Shop;

                public static class Checkout
                {
                    public static string Receipt(long id) => OrderText.Write(id);

                    public static void Done(ILogger logger, long id) => logger.OrderCompleted(id);

                    public static Exception Unknown(long id) => OrderErrors.OrderUnknown(id);

                    public static string Header => OrderHeaders.Order;
                }

                """
            ),
            (
                Notes,
                """
                using Acme.Orders;

                namespace Shop;

                public sealed class Notes
                {
                    private readonly List<OrderNote> _all = [];

                    public OrderNote Add(string text)
                    {
                        var note = new OrderNote { Text = text };
                        _all.Add(note);
                        return note;
                    }
                }

                """
            ),
        ];
}
