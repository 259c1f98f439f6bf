using Common.Context;

namespace Common.Testing.Tests;

public sealed class TestRequestTests
{
    [Fact]
    public void LocalId_and_GlobalId_are_the_same_in_every_run()
    {
        Assert.Equal("req-00000000-0001-0ca1-0000-000000000007", TestRequest.LocalId(7).ToString());
        Assert.Equal(
            "req-00000000-0061-0ba1-0000-000000000007",
            TestRequest.GlobalId(7).ToString()
        );
    }

    [Fact]
    public void Numbered_tells_requests_and_their_two_ids_apart()
    {
        RequestId[] ids =
        [
            TestRequest.Numbered(1).RequestId,
            TestRequest.Numbered(1).GlobalRequestId,
            TestRequest.Numbered(2).RequestId,
            TestRequest.Numbered(2).GlobalRequestId,
        ];
        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(TestRequest.Numbered(2), TestRequest.Numbered(2));
    }

    [Fact]
    public void Numbered_carries_user_tenant_and_roles()
    {
        using (TestRequest.Numbered(1, "alice", "/acme/eu", "buyer", "auditor").Enter())
        {
            var context = RequestContext.Current!;
            Assert.Equal("alice", context.User);
            Assert.Equal(TenantPath.Parse("/acme/eu"), context.Tenant);
            Assert.Equal(["buyer", "auditor"], context.Roles);
        }
        Assert.Null(RequestContext.Current);
    }

    [Fact]
    public void Numbered_without_more_belongs_to_nobody()
    {
        var context = TestRequest.Numbered(1);
        Assert.Null(context.User);
        Assert.Equal(TenantPath.None, context.Tenant);
        Assert.Empty(context.Roles);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Numbered_refuses_a_number_below_one(int number)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() =>
            TestRequest.Numbered(number)
        );
        Assert.Equal("number", exception.ParamName);
    }

    [Fact]
    public void Numbered_refuses_what_is_not_a_tenants_path() =>
        Assert.Throws<FormatException>(() => TestRequest.Numbered(1, tenant: "acme"));
}
