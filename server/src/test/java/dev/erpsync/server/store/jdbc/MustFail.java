package dev.erpsync.server.store.jdbc;

import java.util.List;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Turns a property round: it passes when an example is found that breaks it, and the example is as
 * short as {@link #LONGEST} calls.
 */
final class MustFail implements AroundPropertyHook {
  private static final int LONGEST = 3;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyExecutionResult result = property.execute();
    if (result.status() != PropertyExecutionResult.Status.FAILED) {
      return result.mapToFailed("nothing was found");
    }
    List<Object> example = result.falsifiedParameters().orElse(List.of());
    boolean readable =
        example.size() == 1 && example.get(0) instanceof List<?> calls && calls.size() <= LONGEST;
    return readable
        ? result.mapToSuccessful()
        : result.mapToFailed("what was found is not short: " + example);
  }
}
