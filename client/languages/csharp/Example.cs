using System;
// begin: set up
using ErpSync.Client.Api;
using ErpSync.Client.Client;
using ErpSync.Client.Model;

// end: set up
internal static class Example
{
    private static void Main()
    {
        // begin: sign in
        var configuration = new Configuration
        {
            BasePath = Environment.GetEnvironmentVariable("ERPSYNC_BASE_URL"),
            Username = Environment.GetEnvironmentVariable("ERPSYNC_USER"),
            Password = Environment.GetEnvironmentVariable("ERPSYNC_PASSWORD")
        };
        // end: sign in

        // begin: link
        var links = new ActorLinksApi(configuration);
        bool linked = links.CreateActorLink(new CreateActorLinkRequest(
            erpConnectionId: 444,
            crmActorType: CrmActorType.Contact,
            crmRecordId: 285,
            erpActorType: ErpActorType.Customer,
            erpKey: "10042"));
        Console.WriteLine("linked: " + linked);
        // end: link

        // begin: break
        bool broken = links.BreakActorLink(new BreakActorLinkRequest(
            erpConnectionId: 444, crmActorType: CrmActorType.Contact, crmRecordId: 285));
        Console.WriteLine("broken: " + broken);
        // end: break

        // begin: read
        ErpConnection connection = new ConnectionsApi(configuration).GetConnection(
            new GetConnectionRequest(erpConnectionId: 4711), select: "DisplayName,Active", soLanguage: "en");
        Console.WriteLine("connection: " + (connection?.DisplayName ?? "none"));
        // end: read

        // begin: error
        try
        {
            links.ConnectActor(new ConnectActorRequest(
                erpConnectionId: 4711,
                crmActorType: CrmActorType.Contact,
                crmRecordId: 285,
                erpActorType: ErpActorType.Customer,
                erpKey: "10042"));
        }
        catch (ApiException e) when (e.ServiceError() != null)
        {
            Console.WriteLine("refused: " + e.ErrorCode + " " + e.ServiceError().ErrorMessage);
        }
        // end: error
    }
}
