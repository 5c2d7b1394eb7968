<?php
// What Composer would write: Guzzle, as Debian packs it, and the classes of the package.

require 'GuzzleHttp/autoload.php';

spl_autoload_register(function (string $class): void {
    $file = dirname(__DIR__) . '/lib/' . str_replace(['ErpSync\\', '\\'], ['', '/'], $class) . '.php';
    if (str_starts_with($class, 'ErpSync\\') && is_file($file)) {
        require $file;
    }
});
