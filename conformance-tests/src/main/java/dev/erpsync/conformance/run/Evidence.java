package dev.erpsync.conformance.run;

import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.RawSender;
import dev.erpsync.conformance.http.RecordingSender;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.report.Trace;
import java.util.ArrayList;
import java.util.List;

/** The ways to a target, and what was sent and received on them. For one unit at a time. */
public final class Evidence {
  private final RecordingSender sender;
  private final RawSender raw;
  private final List<Trace> rawTraces = new ArrayList<>();

  /** Of the target of a plan. */
  public Evidence(Plan plan) {
    this.sender = new RecordingSender(plan.secrets().sender(new HttpSender(plan.baseUrl())));
    this.raw = new RawSender(plan.baseUrl(), exchange -> rawTraces.add(Trace.of(exchange)));
  }

  /** Sends what HTTP allows. */
  public Sender sender() {
    return sender;
  }

  /** Sends what it does not. */
  public RawSender raw() {
    return raw;
  }

  /** What passed since the last call of this. */
  public List<Trace> take() {
    List<Trace> traces = new ArrayList<>(sender.take().stream().map(Trace::of).toList());
    traces.addAll(rawTraces);
    rawTraces.clear();
    return traces;
  }
}
