using CommonService;
using Microsoft.Extensions.Options;
using Service.Incubator.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddCommon("service-name");
builder.AddCommonWeb();

var app = builder.Build();
app.MapGet(
    "/greetings/{name}",
    (string name, IOptions<GreetingOptions> options, ILogger<Program> logger) =>
    {
        if (name.Length > options.Value.MaxNameLength)
        {
            throw GreetingErrors.NameTooLong(options.Value.MaxNameLength);
        }

        logger.Greeted(name.Length);
        return $"{options.Value.Salutation}, {name}!";
    }
);
app.Run();
