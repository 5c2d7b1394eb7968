package dev.erpsync.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Finds the generated method of an operation by the contract's names alone. */
record GeneratedCall(Method accessor, Method method) {

  static GeneratedCall of(String operationId) throws NoSuchMethodException {
    Operation operation = Contract.erpSync().operation(operationId).orElseThrow();
    Method accessor = ErpSyncClient.class.getMethod(decapitalized(operation.tag()));
    Method method =
        Arrays.stream(accessor.getReturnType().getMethods())
            .filter(candidate -> candidate.getName().equals(decapitalized(operationId)))
            .filter(candidate -> !takesOptions(candidate))
            .findFirst()
            .orElseThrow(() -> new NoSuchMethodException("a method for " + operationId));
    return new GeneratedCall(accessor, method);
  }

  private static boolean takesOptions(Method method) {
    return List.of(method.getParameterTypes()).contains(RequestOptions.class);
  }

  /** The same method with options of one call. */
  Method withOptions() throws NoSuchMethodException {
    List<Class<?>> parameters = new ArrayList<>(List.of(method.getParameterTypes()));
    parameters.add(RequestOptions.class);
    return method
        .getDeclaringClass()
        .getMethod(method.getName(), parameters.toArray(new Class<?>[0]));
  }

  /** The same method for those who do not wait, with options or without. */
  Method later(Method waiting) throws NoSuchMethodException {
    return waiting
        .getDeclaringClass()
        .getMethod(waiting.getName() + "Async", waiting.getParameterTypes());
  }

  /** What is sent as the body; that of an operation with one. */
  Type requestType() {
    return method.getGenericParameterTypes()[method.getParameterCount() - 1];
  }

  Type answerType() {
    return method.getGenericReturnType();
  }

  boolean answers() {
    return answerType() != void.class;
  }

  /** Whether there may be nothing: then the type of the answer is an Optional. */
  boolean isOptional() {
    return method.getReturnType() == Optional.class;
  }

  /** The type of what is there. */
  Type valueType() {
    return isOptional()
        ? ((ParameterizedType) answerType()).getActualTypeArguments()[0]
        : answerType();
  }

  /** Makes the documented call; the answer as JSON. */
  JsonNode make(ErpSyncClient client, Sample.Message sent) throws Exception {
    return json(invoke(method, client, sent));
  }

  /** Makes the documented call without waiting, and then waits. */
  JsonNode makeLater(ErpSyncClient client, Sample.Message sent) throws Exception {
    var later = (CompletableFuture<?>) invoke(later(method), client, sent);
    return json(later.get());
  }

  private static JsonNode json(@Nullable Object result) {
    return Json.MAPPER.valueToTree(
        result instanceof Optional<?> optional ? optional.orElse(null) : result);
  }

  private Object invoke(Method form, ErpSyncClient client, Sample.Message sent) throws Exception {
    List<Object> arguments = new ArrayList<>();
    if (!sent.query().isEmpty()) {
      arguments.add(Integer.valueOf(sent.query().replaceFirst("^\\w+=", "")));
    }
    if (sent.body().isPresent()) {
      arguments.add(
          Json.MAPPER.convertValue(sent.body().get(), Json.MAPPER.constructType(requestType())));
    }
    try {
      return form.invoke(accessor.invoke(client), arguments.toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  static String decapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
