using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Common.Incubator.Web.Tests;

public sealed class StagePlanTests
{
    public static TheoryData<string, string> Faults =>
        new()
        {
            {
                "health compression",
                "the stage 'boundary' is left out, and no service can do without it"
            },
            { "boundary boundary", "the stage 'boundary' is named twice" },
            {
                "boundary bondary",
                "'bondary' is none of the stages health, boundary, compression, concurrency, tenants"
            },
            {
                "boundary b\u00f6ndary",
                "a name of 7 characters is none of the stages health, boundary, compression, concurrency, tenants"
            },
            {
                "compression boundary",
                "'compression' is named before 'boundary', and must come after it"
            },
            {
                "boundary concurrency health",
                "'concurrency' is named before 'health', and must come after it"
            },
            {
                "boundary tenants concurrency",
                "'tenants' is named before 'concurrency', and must come after it"
            },
        };

    private static WebStage Tenants => new("tenants", _ => { }) { After = [WebStages.Concurrency] };

    [Fact]
    public void Stages_are_those_that_are_on_in_an_order_that_each_allows()
    {
        WebStage[] own = [new("last", _ => { }) { Before = ["tenants"] }, Tenants];

        Assert.Equal(
            ["health", "boundary", "concurrency", "last", "tenants"],
            Names(new StagePlan([.. WebStages.All, .. own], []))
        );
        Assert.Equal(
            ["health", "boundary", "last", "concurrency", "tenants"],
            Names(
                new StagePlan([own[1], .. WebStages.All.Take(3), own[0], WebStages.All.Last()], [])
            )
        );
    }

    [Theory]
    [InlineData("boundary")]
    [InlineData("boundary health compression concurrency tenants")]
    [InlineData("boundary compression tenants")] // what is left out asks for nothing
    public void Stages_can_be_added_left_out_and_moved(string wanted)
    {
        var plan = Plan(wanted);

        Assert.Empty(plan.Faults);
        Assert.Equal(wanted.Split(' '), Names(plan));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void An_order_that_a_stage_does_not_allow_is_a_fault(string wanted, string fault) =>
        Assert.Equal([fault], Plan(wanted).Faults);

    [Fact]
    public void All_faults_are_said_together() =>
        Assert.Equal(
            [
                "the stage 'health' is named twice",
                "'x' is none of the stages health, boundary, compression, concurrency, tenants",
                "'concurrency' is named before 'health', and must come after it",
                "the stage 'boundary' is left out, and no service can do without it",
            ],
            Plan("concurrency health health x").Faults
        );

    [Fact]
    public void Stages_of_the_code_that_cannot_be_put_in_order_are_a_fault() =>
        Assert.Equal(
            [
                "the code has two stages 'a'",
                "the code has stages that must come before one another: a, b",
            ],
            new StagePlan(
                [
                    new("a", _ => { }) { Before = ["b"] },
                    new("b", _ => { }) { Before = ["a"] },
                    new("a", _ => { }),
                ],
                []
            ).Faults
        );

    [Theory]
    [InlineData("")]
    [InlineData("Tenants")]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")] // 41 characters
    public void A_stage_has_a_plain_name(string name) =>
        Assert.Throws<System.ArgumentException>(() => new WebStage(name, _ => { }));

    private static StagePlan Plan(string wanted) =>
        new([.. WebStages.All, Tenants], wanted.Split(' '));

    private static IEnumerable<string> Names(StagePlan plan) =>
        plan.Stages.Select(stage => stage.Name);
}
