package dev.erpsync.server.http;

import dev.erpsync.spec.Contract;

/**
 * The contracts that are served.
 *
 * @param agent that of the agent
 * @param emulator that of the emulator control
 * @param discovery that of the descriptions of both
 */
public record Contracts(Contract agent, Contract emulator, Contract discovery) {}
