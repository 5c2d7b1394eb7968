<?php
// Makes the calls that it reads, a line each, with the generated client, and writes what it got from it, a line each.

require __DIR__ . '/autoload.php';
require __DIR__ . '/Arguments.php';

use ErpSync\Client;
use ErpSync\Credentials;
use ErpSync\ErpSyncException;
use ErpSync\Json;
use Psr\Http\Message\ResponseInterface;

function credentials(?object $auth): ?Credentials
{
    return match ($auth->scheme ?? null) {
        null => null,
        'Basic' => Credentials::basic($auth->user, $auth->password),
        'SoTicket' => Credentials::soTicket($auth->ticket),
        'Bearer' => Credentials::bearer($auth->token),
    };
}

function answerTo(array $operations, string $line): array
{
    $status = 0;
    $told = function (ResponseInterface $answer) use (&$status) {
        $status = $answer->getStatusCode();
    };
    try {
        $asked = json_decode($line, flags: JSON_THROW_ON_ERROR);
        $operation = $operations[$asked->operation] ?? throw new InvalidArgumentException("no operation $asked->operation");
        $client = new Client($asked->baseUrl, credentials($asked->auth ?? null), new GuzzleHttp\Client(['on_headers' => $told]));
        $given = new Arguments((array) ($asked->headers ?? []), (array) ($asked->query ?? []), $asked->body ?? null);
        $result = $operation($client, $given);
        return ['status' => $status, 'body' => $result];
    } catch (Throwable $e) {
        return $e instanceof ErpSyncException && $e->problem !== null
            ? ['status' => $e->status, 'error' => Json::plain($e->problem)]
            : ['failure' => preg_replace('/\s+/', ' ', $e::class . ': ' . $e->getMessage())];
    }
}

error_reporting(E_ALL);
set_error_handler(fn ($level, $message) => throw new ErrorException($message));
$operations = require __DIR__ . '/dispatch.php';
while (($line = fgets(STDIN)) !== false) {
    echo json_encode(answerTo($operations, $line), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
}
