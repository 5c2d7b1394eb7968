package dev.erpsync.conformance.bench.hostile;

/**
 * Measurements around one attack.
 *
 * @param before the bystander's calls
 * @param during the same, while the server was attacked
 * @param memoryMebibytes resident memory afterwards
 * @param heapMebibytes live objects afterwards; -1 when the JVM did not say
 * @param logKibibytes size of the log
 * @param cpuSeconds processor time of the server during the attack
 * @param responds whether a new connection gets a response within 5 s afterwards
 */
record Measured(
    Bystander.Summary before,
    Bystander.Summary during,
    long memoryMebibytes,
    long heapMebibytes,
    long logKibibytes,
    double cpuSeconds,
    boolean responds) {}
