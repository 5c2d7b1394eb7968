package dev.erpsync.conformance.bench;

import dev.erpsync.conformance.bench.load.Setting;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What checking a request costs; takes about two minutes on an idle machine. */
@Command(name = "check", description = "what checking a request costs")
final class CheckBench implements Callable<Integer> {
  private static final int FORKS = 1;
  private static final int WARM_UPS = 3;
  private static final int ITERATIONS = 7;

  @Mixin private Setting setting;

  @Override
  public Integer call() throws Exception {
    var options =
        new OptionsBuilder()
            .include(RequestCheckBenchmark.class.getSimpleName())
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(FORKS)
            .warmupIterations(WARM_UPS)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(ITERATIONS)
            .measurementTime(TimeValue.seconds(1))
            .build();
    Map<String, Double> medians = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      String method = result.getParams().getBenchmark().replaceFirst(".*\\.", "");
      medians.put(result.getParams().getParam("operation") + " " + method, median(result));
    }
    try (WholeCall call = WholeCall.on(setting.jar())) {
      for (String operation : new String[] {"CreateActorLink", "SaveConnection"}) {
        print(operation, medians, call.processorMicros(operation));
      }
    }
    return 0;
  }

  private static double median(RunResult result) {
    double[] scores =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(IterationResult::getPrimaryResult)
            .mapToDouble(primary -> primary.getScore())
            .sorted()
            .toArray();
    return (scores[scores.length / 2] + scores[(scores.length - 1) / 2]) / 2;
  }

  private static void print(String operation, Map<String, Double> medians, double whole) {
    double parse = medians.get(operation + " parse");
    System.out.printf("%n%s: microseconds (median), times our check, share of a call%n", operation);
    for (String way : Arrays.asList("parse", "ours", "library", "validator")) {
      double micros = medians.get(operation + " " + way);
      double ours = medians.get(operation + " ours");
      System.out.printf(
          "  %-10s %8.2f %8.2f %7.1f %%%n", way, micros, micros / ours, 100 * micros / whole);
    }
    double check = medians.get(operation + " ours") - parse;
    System.out.printf("  whole call %8.2f of the server's processor%n", whole);
    System.out.printf("  the check without parsing: %.1f %% of the call%n", 100 * check / whole);
  }
}
