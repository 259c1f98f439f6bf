using Common.Logging.Internal;

namespace Common.Logging.Tests;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("password=hunter2", "password=***")]
    [InlineData("password = hunter2, user = bob", "password = ***, user = bob")]
    [InlineData("password: hunter2", "password: ***")]
    [InlineData("password => hunter2", "password => ***")]
    [InlineData("Password='hunter 2' x", "Password='***' x")]
    [InlineData("\"password\": \"hun\\\"ter2\", \"a\": 1", "\"password\": \"***\", \"a\": 1")]
    [InlineData("\"password\":12345,\"a\":1", "\"password\":***,\"a\":1")]
    [InlineData(
        "{\\\"password\\\":\\\"hunter2\\\",\\\"a\\\":1}",
        "{\\\"password\\\":\\\"***\\\",\\\"a\\\":1}"
    )]
    [InlineData("{'adminPass': u'hunter2', 'a': 1}", "{'adminPass': u'***', 'a': 1}")]
    [InlineData("'auth_token' : 'abc'", "'auth_token' : '***'")]
    [InlineData("\"credentials\": {\"a\": [1, 2]}, \"b\": 1", "\"credentials\": ***, \"b\": 1")]
    [InlineData("userPassword=hunter2&x=1", "userPassword=***&x=1")]
    [InlineData("https://bob:hunter2@host/path", "https://bob:***@host/path")]
    [InlineData("amqp://bob:hun@ter2@host", "amqp://bob:***@host")]
    [InlineData("Server=db;Password=hunter2;Port=1", "Server=db;Password=***;Port=1")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: ***")]
    [InlineData("got Bearer abc.def back", "got Bearer *** back")]
    [InlineData("Cookie: a=1; b=2\nHost: x", "Cookie: ***\nHost: x")]
    [InlineData("X-Auth-Token: abc", "X-Auth-Token: ***")]
    [InlineData("run --password hunter2 --verbose", "run --password *** --verbose")]
    [InlineData("run --api-key=abc x", "run --api-key=*** x")]
    [InlineData("<password>hunter2</password>", "<password>***</password>")]
    [InlineData("<adminPass>hunter 2</adminPass><a>1</a>", "<adminPass>***</adminPass><a>1</a>")]
    [InlineData("password=\"never closed", "password=\"***")]
    [InlineData("API_KEY=abc", "API_KEY=***")]
    [InlineData("token=abc", "token=***")]
    [InlineData("password1=a", "password1=***")]
    [InlineData("mypassword=a", "mypassword=***")]
    [InlineData("KeystoneFernetKey1: a", "KeystoneFernetKey1: ***")]
    [InlineData("{ 'SslKey' : 'a' }", "{ 'SslKey' : '***' }")]
    [InlineData("OctaviaCaKeyPassphrase=a", "OctaviaCaKeyPassphrase=***")]
    [InlineData("CephClusterFSID=a", "CephClusterFSID=***")]
    [InlineData("BarbicanSimpleCryptoKek=a", "BarbicanSimpleCryptoKek=***")]
    [InlineData("SwiftHashSuffix=a", "SwiftHashSuffix=***")]
    [InlineData("RabbitCookie: a", "RabbitCookie: ***")]
    [InlineData("sys_pswd = a", "sys_pswd = ***")]
    [InlineData("CHAPPASSWORD=a", "CHAPPASSWORD=***")]
    [InlineData("secret_uuid='a'", "secret_uuid='***'")]
    [InlineData("csrf_token=a", "csrf_token=***")]
    [InlineData("mysqld --password \"a b\" -v", "mysqld --password \"***\" -v")]
    [InlineData("mysqld --password = a", "mysqld --password = ***")]
    [InlineData("mysqld --password1 a", "mysqld --password1 ***")]
    [InlineData("set password 'a' now", "set password '***' now")]
    [InlineData("test = 'password'  :   'a'", "test = 'password'  :   '***'")]
    [InlineData(
        "-n node.session.auth.password -v a -o update",
        "-n node.session.auth.password -v *** -o update"
    )]
    [InlineData("'node.auth.password', '-v', 'a', 'b'", "'node.auth.password', '-v', '***', 'b'")]
    [InlineData("['mysqld', '--password', 'a', '-x']", "['mysqld', '--password', '***', '-x']")]
    [InlineData(
        "Namespace(passcode='', password='my\"word', token='t')",
        "Namespace(passcode='', password='***', token='***')"
    )]
    [InlineData("<adminPass>\n  a\n</adminPass>", "<adminPass>***</adminPass>")]
    [InlineData("<Password1>a</Password1>", "<Password1>***</Password1>")]
    [InlineData("<password type=\"text\">a</password>", "<password type=\"text\">***</password>")]
    [InlineData("<rebuild adminPass=\"a\"><x/>", "<rebuild adminPass=\"***\"><x/>")]
    [InlineData("<ns:password>a</ns:password>", "<ns:password>***</ns:password>")]
    [InlineData(
        "body: {\"changePassword\": {\"adminPass\": \"a\"}}",
        "body: {\"changePassword\": ***}"
    )]
    [InlineData("password=a,b;c&d end", "password=*** end")] // no separators, as no name follows
    [InlineData("password=a,user=bob", "password=***,user=bob")]
    [InlineData("Password=a;User Id=bob", "Password=***;User Id=bob")]
    [InlineData("(password=a)", "(password=***)")]
    [InlineData("{password=a}", "{password=***}")]
    [InlineData("password=a,b c=d", "password=*** c=d")] // only a connection string has names with spaces
    [InlineData("password =\n a", "password =\n ***")]
    [InlineData("\"password\":\n  \"a\"", "\"password\":\n  \"***\"")]
    [InlineData("run --password\na", "run --password\n***")]
    [InlineData("password=\u00a0a", "password=\u00a0***")]
    [InlineData("Password='a''b';Port=1", "Password='***';Port=1")]
    [InlineData("Password=\"a\"\"b\";Port=1", "Password=\"***\";Port=1")]
    [InlineData("Server=db; Password=a b c;Port=1", "Server=db; Password=***;Port=1")]
    [InlineData("x; password=a b, c=d;", "x; password=*** b, c=d;")] // no connection string
    [InlineData(
        "\"credentials\": {\"a\": \"}\", \"b\": 1}, \"c\": 2",
        "\"credentials\": ***, \"c\": 2"
    )]
    [InlineData(
        "{\\\"secret\\\": [\\\"]\\\", 1], \\\"c\\\": 2}",
        "{\\\"secret\\\": ***, \\\"c\\\": 2}"
    )]
    [InlineData(
        "{\\u0022pwd\\u0022:\\u0022a\\\\\\u0022b\\u0022,1}",
        "{\\u0022pwd\\u0022:\\u0022***\\u0022,1}"
    )]
    [InlineData("&quot;password&quot;:&quot;a&quot;, x", "&quot;password&quot;:&quot;***&quot;, x")]
    [InlineData("/in?back=%2Fx%3Ftoken%3Da%26y%3D1", "/in?back=%2Fx%3Ftoken%3D***%26y%3D1")]
    [InlineData("%7B%22pwd%22%3A%22a%22%7D", "%7B%22pwd%22%3A%22***%22%7D")]
    [InlineData("<password><![CDATA[a</b>]]></password>", "<password>***</password>")]
    [InlineData("<add key=\"Password\" value=\"a\"/>", "<add key=\"Password\" value=\"***\"/>")]
    [InlineData(
        "{\"name\":\"API_KEY\",\"value\":\"a\"}",
        "{\"name\":\"API_KEY\",\"value\":\"***\"}"
    )]
    [InlineData("[Cookie, a=1], [Host, x]", "[Cookie, ***], [Host, x]")]
    [InlineData("Cookie: a=\"b\"; sid=c\nHost: x", "Cookie: ***\nHost: x")]
    [InlineData("Cookie: a=it's; sid=c", "Cookie: ***")]
    [InlineData("{'rabbitcookie': u'a', 'b': 1}", "{'rabbitcookie': u'***', 'b': 1}")]
    [InlineData("Authorization: Digest username=\"a\", response=\"b\"", "Authorization: ***")]
    [InlineData("Authorization: Basic a\r\n b\r\nHost: x", "Authorization: ***\r\nHost: x")]
    [InlineData("'Authorization: Basic a\\r\\nHost: x'", "'Authorization: ***\\r\\nHost: x'")]
    [InlineData("curl -H 'Cookie: a=\"b\"; c=d' x", "curl -H 'Cookie: ***' x")]
    [InlineData("Bearer \"a\"", "Bearer \"***\"")]
    [InlineData("postgres://bob:a/b#c@host/db", "postgres://bob:***@host/db")]
    [InlineData("redis://:a,b@host", "redis://:***@host")]
    public void Apply_masks(string text, string masked) =>
        Assert.Equal(masked, SecretMask.Apply(text));

    [Theory]
    [InlineData("key=value")]
    [InlineData("token_count=5")]
    [InlineData("the password is wrong")]
    [InlineData("passwordless login")]
    [InlineData("https://host:80/a@b")]
    [InlineData("mailto://bob@host")]
    [InlineData("secretary: Ann")]
    [InlineData("the password - as ever - is wrong")]
    [InlineData("<password/> is empty")]
    [InlineData("tokens: 5")]
    [InlineData("monkey=5")]
    [InlineData("Authorization:\nHost: x")]
    [InlineData("the password\n- as ever - is wrong")]
    [InlineData("%22password%22 is missing")]
    [InlineData("http://[::1]:80/a@b")]
    [InlineData("http://host:8080?mail=a@b")]
    [InlineData("")]
    public void Apply_leaves_alone(string text) => Assert.Same(text, SecretMask.Apply(text));

    [Fact]
    public void Apply_takes_linear_work()
    {
        foreach (
            var part in (string[])
                [
                    "password",
                    "password=",
                    "\"password\":\"",
                    "://a:",
                    "<password>",
                    "Bearer ",
                    "password={",
                    "password='a', '-b', ",
                    "password -v",
                    "<password ",
                    "password=a,b",
                    ":password a",
                    "://a:b/",
                    "Cookie: a=\"",
                    "Cookie: a='",
                    "\\u0022password\\u0022:",
                    "%22password%22",
                    "[password, ",
                    ";password=a b",
                    "\"secret\":{\"",
                    "<password><![CDATA[",
                ]
        )
        {
            var text = string.Concat(Enumerable.Repeat(part, 200_000));
            var masked = SecretMask.Apply(text);
            Assert.True(masked.Length <= 4 * text.Length); // "a" is "***"
        }
    }
}
