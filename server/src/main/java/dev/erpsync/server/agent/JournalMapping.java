package dev.erpsync.server.agent;

import dev.erpsync.server.emulator.Exchange;
import dev.erpsync.server.emulator.Exchange.Finding;
import dev.erpsync.server.emulator.Journal;
import dev.erpsync.server.model.EmulatorJournal;
import dev.erpsync.server.model.JournalExchange;
import dev.erpsync.server.model.JournalViolation;

/** The journal on the wire. */
final class JournalMapping {
  private static final int NANOS_PER_MICRO = 1_000;

  private JournalMapping() {}

  static EmulatorJournal toWire(Journal journal) {
    return new EmulatorJournal()
        .exchanges(journal.entries().stream().map(JournalMapping::toWire).toList());
  }

  private static JournalExchange toWire(Journal.Entry entry) {
    Exchange exchange = entry.exchange();
    return new JournalExchange()
        .number(entry.number())
        .time(exchange.time().toString())
        .requestId(exchange.requestId())
        .method(exchange.method())
        .path(exchange.path())
        .operationId(exchange.operationId().orElse(null))
        .status(exchange.status())
        .requestType(exchange.requestType().orElse(null))
        .responseType(exchange.responseType().orElse(null))
        .durationMicros(exchange.duration().toNanos() / NANOS_PER_MICRO)
        .violations(exchange.violations().stream().map(JournalMapping::toWire).toList())
        .unknownProperties(exchange.unknownProperties())
        .namesInOtherCase(exchange.namesInOtherCase());
  }

  private static JournalViolation toWire(Finding finding) {
    return new JournalViolation()
        .side(finding.side())
        .pointer(finding.pointer())
        .rule(finding.rule());
  }
}
