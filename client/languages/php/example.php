<?php
// Links a company, breaks the link, and meets an error.

require __DIR__ . '/autoload.php';

// begin: set up
use Erpsync\Api\ActorLinksApi;
use Erpsync\Api\ConnectionsApi;
use Erpsync\ApiException;
use Erpsync\Configuration;
use Erpsync\Model\BreakActorLinkRequest;
use Erpsync\Model\CreateActorLinkRequest;
use Erpsync\Model\CrmActorType;
use Erpsync\Model\ErpActorType;
use Erpsync\Model\GetConnectionRequest;
use Erpsync\Model\MalformedRequest;

$configuration = (new Configuration())
    ->setHost(getenv('ERPSYNC_BASE_URL'))
    ->setUsername(getenv('ERPSYNC_USER'))
    ->setPassword(getenv('ERPSYNC_PASSWORD'));
// end: set up

// begin: link
$links = new ActorLinksApi(config: $configuration);
$linked = $links->createActorLink(new CreateActorLinkRequest([
    'erpConnectionId' => 444,
    'crmActorType' => CrmActorType::CONTACT,
    'crmRecordId' => 285,
    'erpActorType' => ErpActorType::CUSTOMER,
    'erpKey' => '10042',
]));
echo 'linked: ', var_export($linked, true), "\n";
// end: link

// begin: break
$broken = $links->breakActorLink(new BreakActorLinkRequest([
    'erpConnectionId' => 444,
    'crmActorType' => CrmActorType::CONTACT,
    'crmRecordId' => 285,
]));
echo 'broken: ', var_export($broken, true), "\n";
// end: break

// begin: error
try {
    (new ConnectionsApi(config: $configuration))->getConnection(
        new GetConnectionRequest(['erpConnectionId' => 4711]),
        select: 'DisplayName,Active',
        soLanguage: 'en',
    );
} catch (ApiException $e) {
    $problem = $e->getResponseObject();
    $text = $problem instanceof MalformedRequest ? $problem->getMessageDetail() : $problem?->getErrorMessage();
    echo "refused: {$e->getCode()} $text\n";
}
// end: error
