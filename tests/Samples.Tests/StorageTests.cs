using System.Net;
using System.Net.Http.Json;

namespace Samples.Tests;

/// <summary>A data folder that cannot be used is a problem document and one record for each request, and the service goes on.</summary>
public sealed class StorageTests
{
    [Fact]
    public async Task A_folder_that_cannot_be_written_is_503_until_it_can()
    {
        await using var service = new Service();
        var blocker = service.Write("data", "a file where the folder should be");
        service.Inventory();
        using var http = await service.ClientAsync();

        await IsUnavailableAsync(service, http);
        File.Delete(blocker);
        using var answer = await http.GetAsync(
            new Uri("/stock/lamp", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_read_only_folder_is_503()
    {
        await using var service = new Service().Inventory(
            "--Inventory:Storage:Folder",
            "/proc/common"
        );
        using var http = await service.ClientAsync();

        await IsUnavailableAsync(service, http);
    }

    [Fact]
    public async Task A_disk_that_takes_no_more_is_503_until_there_is_room()
    {
        FileSizeSignal.Ignore();
        await using var service = new Service().Inventory();
        using var http = await service.ClientAsync();
        using var before = await ReserveAsync(http);

        await service.LimitFilesAsync("1");
        using var full = await ReserveAsync(http);
        await IsUnavailableAsync(service, full);
        await service.LimitFilesAsync("unlimited");
        using var after = await ReserveAsync(http);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static Task<HttpResponseMessage> ReserveAsync(HttpClient http) =>
        http.PutAsJsonAsync(
            new Uri($"/reservations/{Guid.NewGuid():D}", UriKind.Relative),
            new { sku = "lamp", quantity = 1 },
            TestContext.Current.CancellationToken
        );

    private static async Task IsUnavailableAsync(Service service, HttpClient http)
    {
        using var answer = await http.GetAsync(
            new Uri("/stock/lamp", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        await IsUnavailableAsync(service, answer);
    }

    private static async Task IsUnavailableAsync(Service service, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"storage.unavailable\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Folder, body, StringComparison.Ordinal);
        Assert.DoesNotContain("/proc", body, StringComparison.Ordinal);
        var id = answer.Headers.GetValues("X-Request-ID").Single();
        await service.Process.WaitForAsync(
            l =>
                l.Contains(id, StringComparison.Ordinal)
                && l.Contains(" http.failed", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        Assert.Single(
            service.Lines,
            l =>
                l.Contains(" http.failed:", StringComparison.Ordinal)
                && l.Contains(id, StringComparison.Ordinal)
        );
        Assert.True(service.Process.IsRunning);
    }
}
