using System.Reflection;

namespace Common.Abstractions.Tests;

public sealed class AttributesTests
{
    private static readonly Type[] Attributes =
    [
        .. typeof(ErrorAttribute)
            .Assembly.GetExportedTypes()
            .Where(type => typeof(Attribute).IsAssignableFrom(type)),
    ];

    public static TheoryData<string, AttributeTargets, bool> Usages =>
        new()
        {
            { nameof(AdvancedAttribute), AttributeTargets.Property, false },
            { nameof(CatalogueEntryAttribute), AttributeTargets.Assembly, true },
            { nameof(ConfigSectionAttribute), AttributeTargets.Class, false },
            { nameof(DeprecatedAttribute), AttributeTargets.All, false },
            { nameof(DeprecatedKeyAttribute), AttributeTargets.Property, true },
            { nameof(ErrorAttribute), AttributeTargets.Method, false },
            {
                nameof(FieldAttribute),
                AttributeTargets.Parameter | AttributeTargets.Property,
                false
            },
            { nameof(InternalAttribute), AttributeTargets.Parameter, false },
            { nameof(LogEventAttribute), AttributeTargets.Method, false },
            {
                nameof(NotSecretAttribute),
                AttributeTargets.Parameter | AttributeTargets.Property,
                false
            },
            {
                nameof(ReloadableAttribute),
                AttributeTargets.Property | AttributeTargets.Class,
                false
            },
            { nameof(WireHeaderAttribute), AttributeTargets.Field, false },
        };

    [Theory]
    [MemberData(nameof(Usages))]
    public void Attribute_goes_where_its_declaration_belongs(
        string name,
        AttributeTargets targets,
        bool allowMultiple
    )
    {
        var usage = Attributes
            .Single(type => type.Name == name)
            .GetCustomAttribute<AttributeUsageAttribute>()!;

        Assert.Equal(targets, usage.ValidOn);
        Assert.Equal(allowMultiple, usage.AllowMultiple);
    }

    [Fact]
    public void Attributes_are_sealed_and_cannot_be_changed()
    {
        Assert.All(Attributes, type => Assert.True(type.IsSealed, type.Name));
        Assert.All(
            Attributes.SelectMany(type =>
                type.GetProperties(
                    BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Public
                )
            ),
            property =>
                Assert.True(
                    property.SetMethod is null
                        || property
                            .SetMethod.ReturnParameter.GetRequiredCustomModifiers()
                            .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)),
                    $"{property.DeclaringType!.Name}.{property.Name}"
                )
        );
    }

    [Fact]
    public void Attributes_keep_what_they_are_given()
    {
        var error = new ErrorAttribute("a.b", ErrorKind.NotFound, "None.");
        var logged = new LogEventAttribute(1042, "a.b", EventKind.Completed, "Done");
        var deprecated = new DeprecatedAttribute("1.2", "New()") { Reason = "why" };
        var key = new DeprecatedKeyAttribute("A:B", "1.3");
        var entry = new CatalogueEntryAttribute("error", "{}");

        Assert.Equal(("a.b", ErrorKind.NotFound, "None."), (error.Code, error.Kind, error.Message));
        Assert.Equal(
            (1042, "a.b", EventKind.Completed, "Done"),
            (logged.Id, logged.Name, logged.Kind, logged.Summary)
        );
        Assert.Equal(
            ("1.2", "New()", "why"),
            (deprecated.Since, deprecated.Replacement, deprecated.Reason)
        );
        Assert.Null(new DeprecatedAttribute("1.2").Replacement);
        Assert.Equal(("A:B", "1.3"), (key.Path, key.Since));
        Assert.Equal(("error", "{}"), (entry.Surface, entry.Json));
        Assert.Equal("order_id", new FieldAttribute("order_id").Name);
        Assert.Equal("Orders:Database", new ConfigSectionAttribute("Orders:Database").Path);
        Assert.Equal("It is public.", new NotSecretAttribute("It is public.").Why);
        Assert.Equal("Carries the ID.", new WireHeaderAttribute("Carries the ID.").Summary);
    }
}
