using System;
using System.Collections.Generic;
using Common.Abstractions;
using Common.Context;
using Common.Exceptions;
using Common.Testing;
using Xunit;

namespace Common.Incubator.Auth.Tests;

public sealed class PolicyEnforcerTests
{
    private static readonly RequestContext Alice = TestRequest.Numbered(
        1,
        "alice",
        "/acme/eu",
        "reader",
        "clerk"
    );

    private static readonly PolicyTarget Order = new()
    {
        Tenant = TenantPath.Parse("/acme/eu/sales"),
        Owner = "alice",
        Values = new Dictionary<string, string> { ["state"] = "open" },
    };

    public static TheoryData<string, bool> Policies =>
        new()
        {
            { "@", true },
            { "!", false },
            { "not !", true },
            { "not @", false },
            { "role:reader", true },
            { "role:admin", false },
            { "role:Reader", false },
            { "owner", true },
            { "tenant:within", true },
            { "tenant:same", false },
            { "tenant:/acme", true },
            { "tenant:/acme/eu", true },
            { "tenant:/acme/eu/sales", false },
            { "tenant:/ac", false },
            { "target.state:open", true },
            { "target.state:closed", false },
            { "role:admin or role:clerk", true },
            { "role:reader and role:admin", false },
            { "role:admin and role:admin or @", true },
            { "@ or role:admin and role:admin", true },
            { "(@ or role:admin) and role:admin", false },
            { "not role:admin and owner", true },
            { "not (role:admin or owner)", false },
            { "not not owner", true },
            { "rule:base", true },
            { "(((owner)))", true },
        };

    public static TheoryData<string> Untold =>
        [
            "target.colour:red",
            "not target.colour:red",
            "not (target.colour:red or role:admin)",
            "target.colour:red and @",
            "role:admin or not target.colour:red",
        ];

    public static TheoryData<string, string> IllFormed =>
        new()
        {
            { "", "at the end: a check is expected" },
            { "role:", "column 1: no such check" },
            { "nonsense", "column 1: no such check" },
            { "role:a role:b", "column 8: 'and', 'or' or the end is expected" },
            { "role:a and", "at the end: a check is expected" },
            { "or role:a", "column 1: a check is expected" },
            { "(role:a", "at the end: ')' is expected" },
            { "role:a)", "column 7: 'and', 'or' or the end is expected" },
            { "tenant:acme", "column 1: no such check" },
            { "@:x", "column 1: no such check" },
            { "target.:x", "column 1: no such check" },
            { new string('(', 33) + "@", "column 33: at most 32 levels are allowed" },
            { new string(' ', 2001), "a policy has at most 2000 characters, this has 2001" },
        };

    [Theory]
    [MemberData(nameof(Policies))]
    public void Allows_follows_the_policy(string policy, bool allowed) =>
        Assert.Equal(allowed, Enforcer(policy).Allows("orders.read", Alice, Order));

    [Theory]
    [MemberData(nameof(Untold))]
    public void Allows_denies_what_cannot_be_told(string policy) =>
        Assert.False(Enforcer(policy).Allows("orders.read", Alice, Order));

    [Theory]
    [InlineData("owner")]
    [InlineData("not owner")]
    [InlineData("tenant:same")]
    [InlineData("not tenant:within")]
    [InlineData("not tenant:/acme")]
    public void Allows_denies_who_is_nobody(string policy) =>
        Assert.False(
            Enforcer(policy).Allows("orders.read", TestRequest.Numbered(2), PolicyTarget.Nothing)
        );

    [Fact]
    public void Allows_denies_a_rule_that_there_is_not() =>
        Assert.False(Enforcer("@").Allows("orders.write", Alice, Order));

    [Theory]
    [MemberData(nameof(IllFormed))]
    public void PolicyEnforcer_refuses_ill_formed_policies(string policy, string reason)
    {
        var exception = Assert.Throws<FormatException>(() => Enforcer(policy));

        Assert.Equal($"The rule 'orders.read' is ill-formed: {reason}.", exception.Message);
    }

    [Fact]
    public void PolicyEnforcer_reports_all_faults_together()
    {
        var exception = Assert.Throws<FormatException>(() =>
            new PolicyEnforcer(
                [
                    new PolicyRule("a", "rule:b", "A."),
                    new PolicyRule("b", "not rule:a", "B."),
                    new PolicyRule("c", "rule:gone", "C."),
                    new PolicyRule("c", "@", "C again."),
                    new PolicyRule("d", "oops", "D."),
                ],
                new PolicyOptions { Rules = new Dictionary<string, string> { ["misspelt"] = "@" } }
            )
        );

        Assert.Equal(
            [
                "The rule 'c' is declared twice.",
                "The rule 'd' is ill-formed: column 1: no such check.",
                "The rule 'misspelt' is not declared, and no other rule refers to it.",
                "The rule 'a' refers to itself.",
                "The rule 'b' refers to itself.",
                "The rule 'c' refers to 'gone', which there is not.",
            ],
            exception.Message.Split('\n')
        );
    }

    [Fact]
    public void PolicyEnforcer_lets_operators_replace_and_add_rules()
    {
        var enforcer = new PolicyEnforcer(
            [new PolicyRule("orders.read", "!", "Reading orders.")],
            new PolicyOptions
            {
                Rules = new Dictionary<string, string>
                {
                    ["orders.read"] = "role:boss or\r\nrule:staff\r\nor !",
                    ["staff"] = "role:clerk",
                },
            }
        );

        Assert.True(enforcer.Allows("orders.read", Alice, Order));
    }

    [Fact]
    public void Demand_tells_the_caller_nothing_about_rules()
    {
        var enforcer = Enforcer("role:admin");
        enforcer.Demand("base", Alice, Order);

        var exception = Assert.Throws<ServiceException>(() =>
            enforcer.Demand("orders.read", Alice, Order)
        );

        Assert.Equal(
            (ErrorKind.PermissionDenied, "auth.denied", "You may not do this."),
            (exception.Kind, exception.Code, exception.PublicMessage)
        );
        Assert.DoesNotContain(exception.Fields, field => field.Name == "rule");
    }

    private static PolicyEnforcer Enforcer(string policy) =>
        new(
            [
                new PolicyRule("base", "role:reader", "Reading anything."),
                new PolicyRule("orders.read", policy, "Reading orders."),
            ],
            new PolicyOptions()
        );
}
