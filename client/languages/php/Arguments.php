<?php

use ErpSync\Json;

/** The arguments of one call; what the operation takes is removed, so that what it does not know shows. */
final class Arguments
{
    public function __construct(private array $headers, private array $query, private mixed $body)
    {
    }

    public function query(string $name, string $type): mixed
    {
        return self::take($this->query, $name, $type);
    }

    public function header(string $name, string $type): mixed
    {
        return self::take($this->headers, $name, $type);
    }

    public function body(string $type): mixed
    {
        $body = $this->body;
        $this->body = null;
        return $body === null ? null : Json::read($body, $type);
    }

    public function check(): void
    {
        foreach (array_keys($this->headers + $this->query) as $name) {
            throw new InvalidArgumentException("no parameter $name");
        }
        if ($this->body !== null) {
            throw new InvalidArgumentException('no body');
        }
    }

    private static function take(array &$from, string $name, string $type): mixed
    {
        $value = $from[$name] ?? null;
        unset($from[$name]);
        return $value === null ? null : Json::read($value, $type);
    }
}
