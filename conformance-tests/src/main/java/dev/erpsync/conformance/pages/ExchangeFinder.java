package dev.erpsync.conformance.pages;

import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the exchanges in the lines of one page. It knows HTTP messages, not layouts: a request line
 * that is followed by a header, then the next status line. A request line without a header is the
 * route or an example of a query. Not thread-safe; one for each page.
 */
final class ExchangeFinder {
  private final Contract contract;
  private final PageText text;
  private final List<Line> lines;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<UnusablePage> unusable;
  private Optional<OpenRequest> open = Optional.empty();

  /**
   * A request that waits for its response.
   *
   * @param usable whether an exchange can come of it; why not is reported already
   */
  private record OpenRequest(Line line, RequestLine target, MessageBlock block, boolean usable) {}

  private ExchangeFinder(Contract contract, PageText text) {
    this.contract = contract;
    this.text = text;
    this.lines = text.lines();
    this.unusable = new ArrayList<>(text.unusable());
  }

  /** Finds what a page holds; a page without any exchange has at least one reason. */
  static Page find(Contract contract, PageText text) {
    var finder = new ExchangeFinder(contract, text);
    finder.scan();
    return new Page(text.page(), finder.exchanges, finder.unusable, text.includes());
  }

  private void scan() {
    int next = 0;
    while (next < lines.size()) {
      Line line = lines.get(next);
      Optional<RequestLine> target = line.request();
      Optional<Integer> status = line.status();
      if (target.isPresent() && MessageBlock.headerAt(lines, next + 1).isPresent()) {
        next = request(line, target.get(), MessageBlock.read(lines, next + 1, true));
      } else if (status.isPresent()) {
        boolean mayHaveBody = status.get() != 204 && status.get() != 304;
        next = response(line, status.get(), MessageBlock.read(lines, next + 1, mayHaveBody));
      } else {
        next++;
      }
    }
    abandon();
    if (exchanges.isEmpty() && unusable.isEmpty()) {
      unusable.add(new UnusablePage(text.page(), 0, "no request found"));
    }
  }

  private int request(Line line, RequestLine target, MessageBlock block) {
    abandon();
    Optional<String> objection = objection(target);
    objection.ifPresent(reason -> report(line, reason));
    boolean usable = objection.isEmpty() && isWhole(block);
    open = Optional.of(new OpenRequest(line, target, block, usable));
    return block.end();
  }

  private int response(Line line, int status, MessageBlock block) {
    if (open.isEmpty()) {
      report(line, "response without request");
    } else if (open.get().usable() && isWhole(block)) {
      OpenRequest request = open.get();
      exchanges.add(
          new Exchange(
              request.line(),
              request.target(),
              request.block().message(),
              status,
              block.message()));
    }
    open = Optional.empty();
    return block.end();
  }

  private void abandon() {
    open.filter(OpenRequest::usable)
        .ifPresent(request -> report(request.line(), "request without response"));
    open = Optional.empty();
  }

  private Optional<String> objection(RequestLine target) {
    Optional<Operation> operation = contract.operation(target.operation());
    if (operation.isEmpty()) {
      return Optional.of("the contract has no operation " + target.operation());
    }
    String method = operation.get().method();
    return method.equals(target.method())
        ? Optional.empty()
        : Optional.of(
            "the contract has %s with %s, not with %s"
                .formatted(target.operation(), method, target.method()));
  }

  private boolean isWhole(MessageBlock block) {
    if (block.body() instanceof Body.Broken broken) {
      report(broken.at(), "the body is not JSON: " + broken.complaint());
      return false;
    }
    return true;
  }

  private void report(Line line, String reason) {
    unusable.add(new UnusablePage(line.file(), line.number(), reason));
  }
}
