<?php
// Makes the calls that it reads, a line each, with the generated client, and writes what it got from it, a line each.

require __DIR__ . '/autoload.php';
require __DIR__ . '/Arguments.php';

use Erpsync\ApiException;
use Erpsync\Configuration;
use Erpsync\ObjectSerializer;

function configuration(object $asked): Configuration
{
    $configuration = (new Configuration())->setHost(rtrim($asked->baseUrl, '/'));
    $auth = $asked->auth ?? null;
    return match ($auth->scheme ?? null) {
        null => $configuration,
        'Basic' => $configuration->setUsername($auth->user)->setPassword($auth->password),
        'SoTicket' => $configuration->setApiKeyPrefix('Authorization', 'SoTicket')->setApiKey('Authorization', $auth->ticket),
        'Bearer' => $configuration->setAccessToken($auth->token),
    };
}

function answerTo(array $operations, string $line): array
{
    try {
        $asked = json_decode($line, flags: JSON_THROW_ON_ERROR);
        $operation = $operations[$asked->operation] ?? throw new InvalidArgumentException("no operation $asked->operation");
        $given = new Arguments((array) ($asked->headers ?? []), (array) ($asked->query ?? []), $asked->body ?? null);
        [$body, $status] = $operation(new GuzzleHttp\Client(), configuration($asked), $given);
        return ['status' => $status] + ($status === 204 ? [] : ['body' => ObjectSerializer::sanitizeForSerialization($body)]);
    } catch (ApiException $e) {
        if ($e->getResponseObject() !== null) {
            return ['status' => $e->getCode(), 'error' => ObjectSerializer::sanitizeForSerialization($e->getResponseObject())];
        }
        return ['failure' => preg_replace('/\s+/', ' ', $e->getMessage())];
    } catch (Throwable $e) {
        return ['failure' => preg_replace('/\s+/', ' ', $e::class . ': ' . $e->getMessage())];
    }
}

error_reporting(E_ALL);
set_error_handler(fn ($level, $message) => throw new ErrorException($message));
$operations = require __DIR__ . '/dispatch.php';
while (($line = fgets(STDIN)) !== false) {
    echo json_encode(answerTo($operations, $line), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
}
