<?php
// Links a company, breaks the link, reads a connection that does not exist, and handles an error.

require __DIR__ . '/autoload.php';

// begin: set up
use ErpSync\Api\ActorLinksApi;
use ErpSync\Api\ConnectionsApi;
use ErpSync\Client;
use ErpSync\Credentials;
use ErpSync\ErpSyncException;
use ErpSync\Model\BreakActorLinkRequest;
use ErpSync\Model\ConnectActorRequest;
use ErpSync\Model\CreateActorLinkRequest;
use ErpSync\Model\CrmActorType;
use ErpSync\Model\ErpActorType;
use ErpSync\Model\GetConnectionRequest;

$client = new Client(
    getenv('ERPSYNC_BASE_URL'),
    Credentials::basic(getenv('ERPSYNC_USER'), getenv('ERPSYNC_PASSWORD')),
);
// end: set up

// begin: link
$links = new ActorLinksApi($client);
$linked = $links->createActorLink(new CreateActorLinkRequest(
    erpConnectionId: 444,
    crmActorType: CrmActorType::CONTACT,
    crmRecordId: 285,
    erpActorType: ErpActorType::CUSTOMER,
    erpKey: '10042',
));
echo 'linked: ', var_export($linked, true), "\n";
// end: link

// begin: break
$broken = $links->breakActorLink(new BreakActorLinkRequest(
    erpConnectionId: 444,
    crmActorType: CrmActorType::CONTACT,
    crmRecordId: 285,
));
echo 'broken: ', var_export($broken, true), "\n";
// end: break

// begin: read
$connection = (new ConnectionsApi($client))->getConnection(
    new GetConnectionRequest(erpConnectionId: 4711),
    select: 'DisplayName,Active',
    soLanguage: 'en',
);
echo 'connection: ', $connection?->displayName ?? 'none', "\n";
// end: read

// begin: error
try {
    $links->connectActor(new ConnectActorRequest(
        erpConnectionId: 4711,
        crmActorType: CrmActorType::CONTACT,
        crmRecordId: 285,
        erpActorType: ErpActorType::CUSTOMER,
        erpKey: '10042',
    ));
} catch (ErpSyncException $e) {
    echo "refused: {$e->getMessage()}\n";
}
// end: error
