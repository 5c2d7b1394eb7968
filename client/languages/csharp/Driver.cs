// Makes the calls that come as lines of JSON, and tells what came of each in a line of JSON.
using System;
using System.IO;
using System.Net.Http;
using System.Text;
using ErpSync.Client.Client;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

/// <summary>What came of a call.</summary>
internal sealed class Answer
{
    internal static readonly HttpClient Http = new HttpClient();

    private static readonly JsonSerializerSettings Settings = new JsonSerializerSettings
    {
        ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor,
        DateParseHandling = DateParseHandling.None
    };

    internal int Status { get; private set; }

    internal string Body { get; private set; }

    internal static Answer Of<T>(ApiResponse<T> response)
    {
        return new Answer { Status = (int)response.StatusCode, Body = JsonConvert.SerializeObject(response.Data) };
    }

    internal static T Read<T>(string json)
    {
        return JsonConvert.DeserializeObject<T>(json, Settings);
    }

    internal static JObject Line(string json)
    {
        return Read<JObject>(json);
    }
}

internal static class Driver
{
    private static Configuration Reach(JObject asked)
    {
        var configuration = new Configuration { BasePath = (string)asked["baseUrl"] };
        var auth = asked["auth"];
        switch ((string)auth?["scheme"])
        {
            case null:
                break;
            case "Basic":
                configuration.Username = (string)auth["user"];
                configuration.Password = (string)auth["password"];
                break;
            case "SoTicket":
                configuration.ApiKey["Authorization"] = (string)auth["ticket"];
                configuration.ApiKeyPrefix["Authorization"] = "SoTicket";
                break;
            case "Bearer":
                configuration.AccessToken = (string)auth["token"];
                break;
            default:
                throw new ArgumentException("unknown scheme " + auth["scheme"]);
        }
        return configuration;
    }

    private static string Call(JObject asked)
    {
        try
        {
            var operation = Dispatch.Operations[(string)asked["operation"]];
            var answer = operation(Reach(asked), (JObject)asked["query"] ?? new JObject(), (JObject)asked["headers"] ?? new JObject(),
                asked["body"]?.ToString(Formatting.None));
            return "{\"status\":" + answer.Status + ",\"body\":" + answer.Body + "}";
        }
        catch (ApiException e)
        {
            var error = (object)e.ServiceError() ?? e.MalformedRequest();
            if (error == null)
            {
                throw;
            }
            return "{\"status\":" + e.ErrorCode + ",\"error\":" + JsonConvert.SerializeObject(error) + "}";
        }
    }

    private static string Told(string line)
    {
        try
        {
            return Call(Answer.Line(line));
        }
        catch (Exception e)
        {
            return JsonConvert.SerializeObject(new { failure = e.GetType().Name + ": " + e.Message });
        }
    }

    private static void Main()
    {
        var utf8 = new UTF8Encoding(false);
        var input = new StreamReader(Console.OpenStandardInput(), utf8);
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true };
        for (var line = input.ReadLine(); line != null; line = input.ReadLine())
        {
            output.Write(Told(line) + "\n");
        }
    }
}
